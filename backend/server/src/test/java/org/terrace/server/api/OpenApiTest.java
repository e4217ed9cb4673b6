package org.terrace.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.terrace.server.TestFolder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the interface is checked in, because the map's types are made from it. After a change of the interface:
 * {@code mvn -pl backend/server -am test -Dtest=OpenApiTest -Dterrace.regenerate=true}, then {@code npm run api-types} in web-map.
 */
@SpringBootTest
@AutoConfigureMockMvc
class OpenApiTest {
    private static final Path KEPT = Path.of("../../web-map/src/api/openapi.json");
    private static final Path FOLDER = TestFolder.make();

    @Autowired
    MockMvc http;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }

    @Test
    void theDescriptionThatIsCheckedInIsThatOfTheServer() throws Exception {
        String now = document();
        if (Boolean.getBoolean("terrace.regenerate")) {
            Files.writeString(KEPT, now);
        }
        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("%s is stale. Regenerate it with -Dterrace.regenerate=true, then npm run api-types", KEPT)
                .isEqualTo(now);
    }

    private String document() throws Exception {
        String text = http.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Map<?, ?> parsed = JsonMapper.shared().readValue(text, Map.class);
        parsed.remove("servers");
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(sorted(parsed))
                        .replace("\r\n", "\n")
                + "\n";
    }

    /** Names in order, so that a difference is a difference of the interface; lists stay as they are. */
    private static Object sorted(Object json) {
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, value) -> sorted.put(String.valueOf(key), sorted(value)));
            return sorted;
        }
        if (json instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(one -> all.add(sorted(one)));
            return all;
        }
        return json;
    }
}
