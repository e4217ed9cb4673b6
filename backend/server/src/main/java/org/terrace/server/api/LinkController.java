package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.analysis.LinkTable;
import org.terrace.server.runs.Snapshot;

/** Links of an analysis from their far end: which households gain by a project. */
@RestController
class LinkController {
    private final CountyDoor door;

    LinkController(CountyDoor door) {
        this.door = door;
    }

    /** @param value what the analysis says of the link, in the unit that it declares; null where it is not known */
    @Schema(name = "Link")
    record LinkView(String from, String to, @Nullable Double value) {}

    /** In the order of the codes they come from. */
    @GetMapping("/api/counties/{c}/links/{a}/{l}")
    List<LinkView> links(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String l,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable String version) {
        Snapshot snapshot = door.snapshot(c, version);
        LinkTable link = door.result(snapshot, a).links().stream()
                .filter(one -> one.spec().id().equals(l))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("link", l));
        List<LinkView> found = new ArrayList<>();
        for (int i = 0; i < link.size(); i++) {
            if (link.to()[i].equals(to)) {
                found.add(new LinkView(link.from()[i], to, Cells.number(link.value()[i])));
            }
        }
        return found;
    }
}
