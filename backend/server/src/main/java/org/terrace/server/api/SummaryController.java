package org.terrace.server.api;

import java.util.LinkedHashMap;
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
    private final CountyDoor door;
    private final Results results;

    SummaryController(CountyDoor door, Results results) {
        this.door = door;
        this.results = results;
    }

    @GetMapping("/api/counties/{c}/summary")
    Map<String, Object> summary(@PathVariable String c, @RequestParam(required = false) @Nullable String version) {
        Snapshot snapshot = door.snapshot(c, version);
        CountySummary s = CountySummary.of(snapshot, results)
                .orElseThrow(() -> Refusal.conflict("not_assessed", Map.of("analysis", CountySummary.AREAS)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("households", s.households());
        json.put("people", s.people());
        json.put("residents", s.residents());
        json.put("needs", s.needs().stream().map(SummaryController::need).toList());
        json.put("lacks", s.lacks());
        json.put("bands", s.bands());
        json.put("townships", areas(s.townships(), ""));
        json.put("villages", areas(s.villages(), "township"));
        json.put("groups", areas(s.groups(), "village"));
        json.put("relocated", s.relocated());
        return json;
    }

    private static Map<String, Object> need(CountySummary.Need need) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", need.id());
        json.put("analysis", need.analysis());
        json.put("column", need.column());
        json.put("served", need.served());
        json.put("borderline", need.borderline());
        json.put("unserved", need.unserved());
        json.put("unknown", need.unknown());
        if (!need.committee().isEmpty()) {
            json.put("committee", need.committee());
        }
        return json;
    }

    private static List<Map<String, Object>> areas(List<CountySummary.Area> areas, String parent) {
        return areas.stream()
                .map(area -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("code", area.code());
                    json.put("name", area.name());
                    if (!parent.isEmpty()) {
                        json.put(parent, area.parent());
                    }
                    json.put("households", area.households());
                    json.put("people", area.people());
                    json.put("residents", area.residents());
                    json.put("needs", area.needs());
                    if (!area.committeeRoad().isEmpty()) {
                        json.put("committeeRoad", area.committeeRoad());
                        json.put("committeeReported", area.committeeReported());
                    }
                    return json;
                })
                .toList();
    }
}
