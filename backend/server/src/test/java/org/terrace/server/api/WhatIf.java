package org.terrace.server.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One edit of the grid that is tried, and how its answers are read. @param edit as JSON */
record WhatIf(MockMvc http, String county, String edit) {

    ResultActions asked() throws Exception {
        return ask("");
    }

    JsonNode answer() throws Exception {
        return read(ask(""));
    }

    JsonNode explaining(String household) throws Exception {
        return read(ask("""
                "explain": {"table": "household", "code": "%s"}, """.formatted(household)));
    }

    private ResultActions ask(String explain) throws Exception {
        return http.perform(post(county + "/what-if")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"analysis\": \"power.voltage\", " + explain + "\"edits\": [" + edit + "]}"));
    }

    private static JsonNode read(ResultActions answer) throws Exception {
        return JsonMapper.shared()
                .readTree(answer.andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
    }

    static JsonNode first(JsonNode answer, String table, Predicate<JsonNode> wanted) {
        return answer.path("tables")
                .valueStream()
                .filter(t -> t.path("table").asString().equals(table))
                .flatMap(t -> t.path("changed").valueStream())
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    static JsonNode changed(JsonNode answer, String table, String code) {
        return first(answer, table, r -> r.path("code").asString().equals(code));
    }
}
