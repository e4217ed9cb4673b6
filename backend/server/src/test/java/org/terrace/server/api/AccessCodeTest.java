package org.terrace.server.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** A server opened to a network answers whoever has entered its code. */
class AccessCodeTest {
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new VersionController())
            .addFilters(new LocalGuard("ABCDEFGHJK", ""))
            .build();

    @Test
    void nothingIsToldWithoutTheCode() throws Exception {
        http.perform(get("/api/version"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("access_code_needed"));
        http.perform(get("/")).andExpect(status().isUnauthorized());
    }

    @Test
    void aWrongCodeOpensNothing() throws Exception {
        http.perform(post("/access").param("code", "WRONG")).andExpect(status().isUnauthorized());
        http.perform(get("/api/version").cookie(new Cookie(LocalGuard.COOKIE, "WRONG")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void theCodeIsEnteredOnce() throws Exception {
        http.perform(post("/access").param("code", "ABCDEFGHJK"))
                .andExpect(status().is3xxRedirection())
                .andExpect(cookie().httpOnly(LocalGuard.COOKIE, true))
                .andExpect(cookie().secure(LocalGuard.COOKIE, true));
        http.perform(get("/api/version").cookie(new Cookie(LocalGuard.COOKIE, "ABCDEFGHJK")))
                .andExpect(status().isOk());
    }
}
