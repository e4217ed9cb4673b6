package org.terrace.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.server.runs.CountySummary;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;

/** Who lacks what, in the whole county and by area. */
@RestController
class SummaryController {
    @Schema(name = "Need")
    record NeedView(
            String id,
            String analysis,
            String column,
            CountySummary.Count served,
            CountySummary.Count borderline,
            CountySummary.Count unserved,
            CountySummary.Count unknown,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, CountySummary.Committee> committee) {}

    @Schema(name = "TownshipSummary")
    record TownshipView(
            String code,
            String name,
            long households,
            long people,
            long residents,
            Map<String, Map<String, CountySummary.Count>> needs) {}

    @Schema(name = "VillageSummary")
    record VillageView(
            String code,
            String name,
            String township,
            long households,
            long people,
            long residents,
            Map<String, Map<String, CountySummary.Count>> needs,

            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Schema(allowableValues = {"served", "borderline", "unserved", "unknown"})
            String committeeRoad,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(allowableValues = {"yes", "no", "unknown"})
            String committeeReported) {}

    @Schema(name = "GroupSummary")
    record GroupView(
            String code,
            String name,
            String village,
            long households,
            long people,
            long residents,
            Map<String, Map<String, CountySummary.Count>> needs) {}

    @Schema(name = "Summary")
    record SummaryView(
            long households,
            long people,
            long residents,
            List<NeedView> needs,
            List<CountySummary.Count> lacks,
            List<CountySummary.Count> bands,
            List<TownshipView> townships,
            List<VillageView> villages,
            List<GroupView> groups,
            Map<String, Map<String, Double>> relocated) {}

    private final CountyDoor door;
    private final Results results;

    SummaryController(CountyDoor door, Results results) {
        this.door = door;
        this.results = results;
    }

    @GetMapping("/api/counties/{c}/summary")
    SummaryView summary(@PathVariable String c, @RequestParam(required = false) @Nullable String version) {
        Snapshot snapshot = door.snapshot(c, version);
        CountySummary s = CountySummary.of(snapshot, results)
                .orElseThrow(() -> Refusal.conflict("not_assessed", Map.of("analysis", CountySummary.AREAS)));
        return new SummaryView(
                s.households(),
                s.people(),
                s.residents(),
                s.needs().stream().map(SummaryController::need).toList(),
                s.lacks(),
                s.bands(),
                s.townships().stream().map(SummaryController::township).toList(),
                s.villages().stream().map(SummaryController::village).toList(),
                s.groups().stream().map(SummaryController::group).toList(),
                s.relocated());
    }

    private static NeedView need(CountySummary.Need n) {
        return new NeedView(
                n.id(), n.analysis(), n.column(), n.served(), n.borderline(), n.unserved(), n.unknown(), n.committee());
    }

    private static TownshipView township(CountySummary.Area a) {
        return new TownshipView(a.code(), a.name(), a.households(), a.people(), a.residents(), a.needs());
    }

    private static VillageView village(CountySummary.Area a) {
        return new VillageView(
                a.code(),
                a.name(),
                a.parent(),
                a.households(),
                a.people(),
                a.residents(),
                a.needs(),
                a.committeeRoad(),
                a.committeeRoad().isEmpty() ? "" : a.committeeReported());
    }

    private static GroupView group(CountySummary.Area a) {
        return new GroupView(a.code(), a.name(), a.parent(), a.households(), a.people(), a.residents(), a.needs());
    }
}
