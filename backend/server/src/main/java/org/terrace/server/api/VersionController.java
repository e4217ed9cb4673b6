package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which program answers. */
@RestController
class VersionController {

    @Schema(name = "ProgramVersion")
    record View(String version, String build) {}

    @GetMapping("/api/version")
    View version() {
        Package mine = VersionController.class.getPackage();
        return new View(
                Optional.ofNullable(mine.getImplementationVersion()).orElse("development"),
                Optional.ofNullable(mine.getImplementationTitle()).orElse("terrace-server"));
    }
}
