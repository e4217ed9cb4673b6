package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Attribute;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;
import org.terrace.server.runs.LayerIndex;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.WhatWouldBeHere;
import org.terrace.terrain.Slope;

/** Questions about a place: what is here, and where is what is called so. */
@RestController
class PlaceController {
    private static final int HITS = 30;
    private static final double FAR_M = 50_000;

    private final CountyDoor door;
    private final WhatWouldBeHere here;

    PlaceController(CountyDoor door, WhatWouldBeHere here) {
        this.door = door;
        this.here = here;
    }

    @Schema(name = "PointAnswer")
    record Point(
            @Nullable Double altitudeM,
            @Nullable Double slopeDeg,
            @Nullable Double aspectDeg,
            @Nullable String zone,
            @Nullable Number meanTemperatureC,
            List<Rankings.CropClass> crops,
            @Nullable Double nearestRoadM) {}

    @GetMapping("/api/counties/{c}/point")
    Point point(
            @PathVariable String c,
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable String version) {
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw Refusal.badRequest("bad_point", Map.of("lon", lon, "lat", lat));
        }
        Snapshot snapshot = door.snapshot(c, version);
        double[] at = snapshot.toMetric().point(lon, lat);
        Optional<ElevationGrid> grid = snapshot.region().elevation();
        double altitude = grid.map(g -> g.bilinear(at[0], at[1])).orElse(Double.NaN);
        Map<String, @Nullable Object> row = new HashMap<>();
        List<Rankings.CropClass> crops = new ArrayList<>();
        for (ResultTable table : here.plotTables(snapshot, at[0], at[1])) {
            if (table.size() == 1) {
                Cells.row(table, 0).forEach(row::putIfAbsent);
                crops.addAll(Rankings.classes(table, 0));
            }
        }
        return new Point(
                Cells.number(altitude),
                Cells.number(grid.map(g -> Slope.degreesAt(g, at[0], at[1])).orElse(Double.NaN)),
                Cells.number(grid.map(g -> Slope.aspectDegrees(
                                g, g.frame().columnOf(at[0]), g.frame().rowOf(at[1])))
                        .orElse(Double.NaN)),
                row.get("zone") instanceof String zone ? zone : null,
                row.get("mean_temperature_c") instanceof Number celsius ? celsius : null,
                crops,
                Cells.number(LayerIndex.of(snapshot, LayerKind.ROAD_SEGMENT).nearestM(at[0], at[1], FAR_M)));
    }

    @Schema(name = "SearchHit")
    record Hit(
            String kind,
            String code,
            String name,
            @Nullable Double lon,
            @Nullable Double lat,
            String context) {}

    @GetMapping("/api/counties/{c}/search")
    List<Hit> search(
            @PathVariable String c,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String version) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Snapshot snapshot = door.snapshot(c, version);
        List<Hit> exact = new ArrayList<>();
        List<Hit> begins = new ArrayList<>();
        List<Hit> contains = new ArrayList<>();
        for (LayerKind kind : LayerKind.values()) {
            search(snapshot, kind, wanted, exact, begins, contains);
        }
        exact.addAll(begins);
        exact.addAll(contains);
        return exact.subList(0, Math.min(HITS, exact.size()));
    }

    private static void search(
            Snapshot snapshot, LayerKind kind, String wanted, List<Hit> exact, List<Hit> begins, List<Hit> contains) {
        FeatureTable table = snapshot.region().table(kind);
        boolean named = kind.findAttribute("name")
                .map(a -> a.privacy() == Privacy.PUBLIC && a.type() == Attribute.Type.TEXT)
                .orElse(false);
        for (int i = 0; i < table.size(); i++) {
            String code = table.code(i).toLowerCase(Locale.ROOT);
            String name = named ? table.text("name").get(i).toLowerCase(Locale.ROOT) : "";
            if (code.equals(wanted) || name.equals(wanted)) {
                exact.add(hit(snapshot, table, i, named));
            } else if (begins.size() < HITS && (code.startsWith(wanted) || name.startsWith(wanted))) {
                begins.add(hit(snapshot, table, i, named));
            } else if (contains.size() < HITS && (code.contains(wanted) || name.contains(wanted))) {
                contains.add(hit(snapshot, table, i, named));
            }
        }
    }

    private static Hit hit(Snapshot snapshot, FeatureTable table, int row, boolean named) {
        Double lon = null;
        Double lat = null;
        if (table.hasGeometry(row)) {
            double[] at = snapshot.toDegrees().point(table.x(row), table.y(row));
            lon = GeoJson.degrees(at[0]);
            lat = GeoJson.degrees(at[1]);
        }
        return new Hit(
                kind(table, row),
                table.code(row),
                named ? table.text("name").get(row) : "",
                lon,
                lat,
                context(snapshot, table, row));
    }

    private static String kind(FeatureTable table, int row) {
        return switch (table.kind()) {
            case ADMIN_UNIT -> table.codesOf("level").code(row);
            case ROAD_SEGMENT -> "road";
            case WATER_FACILITY -> "water";
            case POWER_FACILITY -> "power";
            default -> table.kind().id();
        };
    }

    /** The unit above. */
    private static String context(Snapshot snapshot, FeatureTable table, int row) {
        String attribute = switch (table.kind()) {
            case ADMIN_UNIT -> "parent_code";
            case HOUSEHOLD -> "group_code";
            case WATER_FACILITY -> "village_code";
            case FACILITY, PROJECT -> "place_code";
            default -> "";
        };
        if (attribute.isEmpty()) {
            return "";
        }
        FeatureTable units = snapshot.region().adminUnits();
        int unit = units.rowOf(table.text(attribute).get(row));
        return unit < 0 ? "" : units.text("name").get(unit);
    }
}
