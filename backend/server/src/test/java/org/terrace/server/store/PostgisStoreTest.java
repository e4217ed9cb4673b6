package org.terrace.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The store's contract on PostGIS. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@EnabledIfEnvironmentVariable(named = "TERRACE_TEST_POSTGIS_URL", matches = ".+", disabledReason = "no PostGIS given")
class PostgisStoreTest extends StoreContract {
    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", folder::toString);
        registry.add("spring.datasource.url", () -> Postgis.freshDatabase("terrace_store"));
        registry.add("spring.datasource.username", Postgis::user);
    }
}
