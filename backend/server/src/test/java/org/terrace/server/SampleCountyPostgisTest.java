package org.terrace.server;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.terrace.server.store.Postgis;

/** The sample county in PostGIS. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@EnabledIfEnvironmentVariable(named = "TERRACE_TEST_POSTGIS_URL", matches = ".+", disabledReason = "no PostGIS given")
class SampleCountyPostgisTest extends SampleCountyContract {
    private static final Path FOLDER = TestFolder.make();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
        registry.add("spring.datasource.url", () -> Postgis.freshDatabase("terrace_sample"));
        registry.add("spring.datasource.username", Postgis::user);
    }
}
