package org.terrace.server;

import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The sample county in the embedded database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SampleCountyEmbeddedTest extends SampleCountyContract {
    private static final Path FOLDER = TestFolder.make();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("terrace.data", FOLDER::toString);
    }
}
