package org.terrace.server;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The sample county in the embedded database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SampleCountyEmbeddedTest extends SampleCountyContract {
    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", folder::toString);
    }
}
