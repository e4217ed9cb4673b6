package org.terrace.server.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Column;
import org.terrace.server.runs.CountySummary;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.RowPlaces;
import org.terrace.server.runs.RowUnits;
import org.terrace.server.runs.Snapshot;

/** Result tables by rows: sorted, filtered, paged; and as points, where the rows have places of their own. */
@RestController
class TableController {
    private static final int MOST = 1_000;
    private static final int MOST_POINTS = 20_000;
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final Set<String> OWN = Set.of("offset", "limit", "sort", "unit", "version", "bbox");

    private final CountyDoor door;
    private final Results results;

    TableController(CountyDoor door, Results results) {
        this.door = door;
        this.results = results;
    }

    /**
     * Rows of a table with places of its own also hold {@code lon} and {@code lat} in degrees, and {@code to_lon} and {@code to_lat} where
     * they lead somewhere. Rows about works and lines, and rows with places, hold {@code township_code} and {@code village_code}.
     */
    @Schema(name = "TablePage")
    record Page(int total, List<ColumnSpec> columns, List<Map<String, @Nullable Object>> rows) {}

    @GetMapping("/api/counties/{c}/tables/{a}/{t}")
    Page rows(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String t,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String unit,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> all) {
        Snapshot snapshot = door.snapshot(c, version);
        ResultTable table = door.table(snapshot, a, t);
        List<Integer> found = new ArrayList<>();
        Set<String> inUnit = unit.isEmpty() ? Set.of() : householdsIn(snapshot, unit);
        for (int row = 0; row < table.size(); row++) {
            if ((unit.isEmpty() || inUnit.contains(table.codes()[row])) && matches(table, row, all)) {
                found.add(row);
            }
        }
        if (!sort.isEmpty()) {
            found.sort(order(table, sort));
        }
        Optional<RowPlaces> places = RowPlaces.of(table);
        Optional<RowUnits> units = RowUnits.of(snapshot, table);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int end = (int) Math.min(found.size(), (long) Math.max(0, offset) + Math.min(MOST, Math.max(0, limit)));
        for (int i = Math.max(0, offset); i < end; i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("code", table.codes()[found.get(i)]);
            row.putAll(Cells.row(table, found.get(i)));
            int at = found.get(i);
            units.ifPresent(u -> row.putAll(u.at(at)));
            places.ifPresent(p -> {
                putPlace(row, "", p.at(at), snapshot);
                if (p.leadSomewhere()) {
                    putPlace(row, RowPlaces.TO, p.to(at), snapshot);
                }
            });
            rows.add(row);
        }
        return new Page(found.size(), table.spec().columns(), rows);
    }

    /**
     * The rows of a table with places of its own, in a box, with their values: points, or lines where the rows lead somewhere. What a
     * layer of marks shows.
     */
    @GetMapping("/api/counties/{c}/tables/{a}/{t}/points")
    ResponseEntity<FeatureController.Collection> points(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String t,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(defaultValue = "20000") int limit,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> all,
            WebRequest request) {
        Snapshot snapshot = door.snapshot(c, version);
        ResultTable table = door.table(snapshot, a, t);
        RowPlaces places = RowPlaces.of(table).orElseThrow(() -> Refusal.notFound("column", RowPlaces.EAST));
        Optional<Envelope> box = ViewBox.of(snapshot, bbox);
        String tag = t + "-points-" + door.tag(snapshot, a);
        return Answers.kept(request, tag, GEO_JSON, () -> {
            List<FeatureController.Feature> shown = new ArrayList<>();
            int total = 0;
            for (int row = 0; row < table.size(); row++) {
                Optional<Geometry> shape =
                        places.shape(row).filter(g -> box.isEmpty() || box.get().intersects(g.getEnvelopeInternal()));
                if (shape.isPresent() && matches(table, row, all) && total++ < Math.min(MOST_POINTS, limit)) {
                    shown.add(feature(snapshot, table, row, shape.get()));
                }
            }
            return new FeatureController.Collection("FeatureCollection", total, shown);
        });
    }

    private static FeatureController.Feature feature(Snapshot snapshot, ResultTable table, int row, Geometry shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", table.codes()[row]);
        Cells.row(table, row).forEach((name, value) -> {
            if (value != null) {
                properties.put(name, value);
            }
        });
        return new FeatureController.Feature("Feature", properties, GeoJson.of(shape, snapshot.toDegrees()));
    }

    private static void putPlace(
            Map<String, @Nullable Object> row, String prefix, Optional<Coordinate> metric, Snapshot snapshot) {
        Optional<double[]> at = metric.map(p -> snapshot.toDegrees().point(p.x, p.y));
        row.put(prefix + "lon", at.map(p -> (Object) GeoJson.degrees(p[0])).orElse(null));
        row.put(prefix + "lat", at.map(p -> (Object) GeoJson.degrees(p[1])).orElse(null));
    }

    /** Codes of the households of a township, village or group, by the household summary. */
    private Set<String> householdsIn(Snapshot snapshot, String unit) {
        Optional<AnalysisResult> summary = results.find(snapshot, CountySummary.HOUSEHOLDS);
        Set<String> codes = new HashSet<>();
        if (summary.isPresent()) {
            ResultTable table = summary.get().table("household");
            for (String level : List.of("township", "village", "group")) {
                Column.Text units = table.text(level + "_code");
                for (int i = 0; i < table.size(); i++) {
                    if (units.get(i).equals(unit)) {
                        codes.add(table.codes()[i]);
                    }
                }
            }
        }
        return codes;
    }

    /** {@code column=a} or {@code column=a,b}: any of the values; "-" stands for absent. {@code code=a} is the row's own code. */
    private static boolean matches(ResultTable table, int row, MultiValueMap<String, String> filters) {
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            if (OWN.contains(filter.getKey())) {
                continue;
            }
            String text = filter.getKey().equals("code") ? table.codes()[row] : text(table, row, filter.getKey());
            boolean any = filter.getValue().stream()
                    .flatMap(v -> List.of(v.split(",")).stream())
                    .anyMatch(text::equals);
            if (!any) {
                return false;
            }
        }
        return true;
    }

    private static String text(ResultTable table, int row, String column) {
        int index = indexOf(table, column);
        Object value =
                Cells.value(table.spec().columns().get(index), table.columns().get(index), row);
        return value == null ? "-" : value.toString();
    }

    private static int indexOf(ResultTable table, String column) {
        for (int i = 0; i < table.spec().columns().size(); i++) {
            if (table.spec().columns().get(i).id().equals(column)) {
                return i;
            }
        }
        throw Refusal.notFound("column", column);
    }

    /** Absent values come last in both directions; ties in the order of codes. */
    private static Comparator<Integer> order(ResultTable table, String sort) {
        boolean down = sort.startsWith("-");
        String column = down ? sort.substring(1) : sort;
        if (column.equals("code")) {
            return down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        }
        Column values = table.columns().get(indexOf(table, column));
        Comparator<Integer> by = ascending(values);
        Comparator<Integer> present = down ? by.reversed() : by;
        return Comparator.<Integer, Boolean>comparing(values::isAbsent)
                .thenComparing((x, y) -> values.isAbsent(x) ? 0 : present.compare(x, y))
                .thenComparing(Comparator.naturalOrder());
    }

    private static Comparator<Integer> ascending(Column values) {
        if (values instanceof Column.Numbers numbers) {
            return Comparator.comparingDouble(numbers::get);
        }
        if (values instanceof Column.Codes codes) {
            return Comparator.comparingInt(codes::get);
        }
        return Comparator.comparing(((Column.Text) values)::get);
    }
}
