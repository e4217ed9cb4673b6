package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.Verdict;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;

/** Everything about one household. */
@RestController
class HouseholdController {
    record Position(
            double lon,
            double lat,
            @Nullable Double altitudeM,
            @Nullable Double errorM,
            @Nullable String source) {}

    record Named(String code, String name) {}

    @Schema(name = "UnitsOfHousehold")
    record Units(
            @Nullable Named group,
            @Nullable Named village,
            @Nullable Named township) {}

    @Schema(name = "NeedResult")
    record Result(
            String analysis,
            String table,
            Map<String, @Nullable Object> row,
            @Nullable String verdictColumn,
            @Nullable String reasonColumn,
            Explanations.View explanation) {}

    @Schema(name = "HouseholdLink")
    record Link(
            String analysis,
            String link,
            String to,
            @Nullable Double value,
            GeoJson.@Nullable Shape geometry) {}

    @Schema(name = "Plot")
    record PlotView(
            String code, @Nullable Double areaMu, @Nullable String landClass, List<Rankings.CropClass> best) {}

    @Schema(name = "HouseholdDetail")
    record View(
            String code,
            @Nullable Position position,
            Units units,
            List<Attributes.View> attributes,
            List<Result> results,
            List<Link> links,
            List<PlotView> plots,
            List<Rankings.IndustryMatch> industries) {}

    private final CountyDoor door;
    private final Results results;
    private final Explanations explanations;

    HouseholdController(CountyDoor door, Results results, Explanations explanations) {
        this.door = door;
        this.results = results;
        this.explanations = explanations;
    }

    @GetMapping("/api/counties/{c}/households/{code}")
    View household(
            @PathVariable String c,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String version) {
        Snapshot snapshot = door.snapshot(c, version);
        FeatureTable households = snapshot.region().households();
        int row = households.rowOf(code);
        if (row < 0) {
            throw Refusal.notFound("household", code);
        }
        return new View(
                code,
                position(snapshot, households, row),
                units(snapshot, households, row),
                Attributes.of(households, row),
                results(snapshot, code),
                links(snapshot, code),
                plots(snapshot, code),
                Rankings.of(snapshot, results, code));
    }

    private static @Nullable Position position(Snapshot snapshot, FeatureTable households, int row) {
        if (!households.hasGeometry(row)) {
            return null;
        }
        double[] at = snapshot.toDegrees().point(households.x(row), households.y(row));
        String source = households.codesOf("position_source").code(row);
        double height = households.numbers("elevation_m").get(row);
        // The record's height decides in the verdicts; the model's at the centre of a group is not that of the house.
        if (Double.isNaN(height) && !source.equals("group_centre")) {
            height = snapshot.region()
                    .elevation()
                    .map(g -> g.bilinear(households.x(row), households.y(row)))
                    .orElse(Double.NaN);
        }
        return new Position(
                GeoJson.degrees(at[0]),
                GeoJson.degrees(at[1]),
                Cells.number(height),
                Cells.number(households.numbers("position_error_m").get(row)),
                source.isEmpty() ? null : source);
    }

    private static Units units(Snapshot snapshot, FeatureTable households, int row) {
        AdminTree tree = snapshot.derived().get(Assessment.UNITS, "", () -> AdminTree.of(snapshot.region()));
        String[] codes = tree.unitsOf(households.text("group_code").get(row), households.x(row), households.y(row));
        FeatureTable units = snapshot.region().adminUnits();
        return new Units(named(units, codes[0]), named(units, codes[1]), named(units, codes[2]));
    }

    private static @Nullable Named named(FeatureTable units, String code) {
        if (code.isEmpty()) {
            return null;
        }
        int row = units.rowOf(code);
        return new Named(code, row < 0 ? "" : units.text("name").get(row));
    }

    private List<Result> results(Snapshot snapshot, String code) {
        List<Result> found = new ArrayList<>();
        for (Analysis analysis : results.analyses()) {
            Optional<AnalysisResult> result = results.find(snapshot, analysis.id());
            if (result.isEmpty()) {
                continue;
            }
            for (ResultTable table : result.get().tables()) {
                int row = table.spec().featureKind().equals(LayerKind.HOUSEHOLD.id()) ? table.rowOf(code) : -1;
                if (row >= 0) {
                    found.add(new Result(
                            analysis.id(),
                            table.spec().id(),
                            Cells.row(table, row),
                            column(table, s -> s.scheme().equals(Verdict.SCHEME)),
                            column(table, s -> s.type() == ColumnSpec.Type.REASON),
                            explanations.of(
                                    snapshot,
                                    analysis,
                                    result.get(),
                                    table.spec().id(),
                                    code)));
                }
            }
        }
        return found;
    }

    private static @Nullable String column(ResultTable table, java.util.function.Predicate<ColumnSpec> which) {
        return table.spec().columns().stream()
                .filter(which)
                .map(ColumnSpec::id)
                .findFirst()
                .orElse(null);
    }

    private List<Link> links(Snapshot snapshot, String code) {
        List<Link> found = new ArrayList<>();
        for (Analysis analysis : results.analyses()) {
            results.find(snapshot, analysis.id()).ifPresent(result -> {
                for (LinkTable link : result.links()) {
                    if (link.spec().from().equals(LayerKind.HOUSEHOLD.id())) {
                        collect(snapshot, analysis.id(), link, code, found);
                    }
                }
            });
        }
        return found;
    }

    private static void collect(Snapshot snapshot, String analysis, LinkTable link, String code, List<Link> into) {
        int at = Arrays.binarySearch(link.from(), code);
        while (at > 0 && link.from()[at - 1].equals(code)) {
            at--;
        }
        for (; at >= 0 && at < link.size() && link.from()[at].equals(code); at++) {
            String to = link.to()[at];
            Optional<Geometry> geometry = LayerKind.byId(link.spec().to()).flatMap(kind -> {
                FeatureTable table = snapshot.region().table(kind);
                int row = table.rowOf(to);
                return row < 0 ? Optional.<Geometry>empty() : table.geometry(row);
            });
            into.add(new Link(
                    analysis,
                    link.spec().id(),
                    to,
                    Cells.number(link.value()[at]),
                    GeoJson.ofNullable(geometry, snapshot.toDegrees())));
        }
    }

    private List<PlotView> plots(Snapshot snapshot, String code) {
        FeatureTable plots = snapshot.region().plots();
        List<PlotView> views = new ArrayList<>();
        for (int row = 0; row < plots.size(); row++) {
            if (plots.text("household_code").get(row).equals(code)) {
                String land = plots.codesOf("land_class").code(row);
                views.add(new PlotView(
                        plots.code(row),
                        Cells.number(plots.numbers("area_mu").get(row)),
                        land.isEmpty() ? null : land,
                        Rankings.best(snapshot, results, LayerKind.PLOT, plots.code(row), 5)));
            }
        }
        return views;
    }
}
