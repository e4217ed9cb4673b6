package org.terrace.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;
import org.terrace.power.area.AreaReport;
import org.terrace.power.area.AreaWay;
import org.terrace.power.area.Areas;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.power.load.ByLevel;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;

/** The way of the power from the transformer to one household, with what each part of it loses. */
final class VoltageWay {
    private static final List<String> LIMITS =
            List.of("power.voltage.low_percent", "power.voltage.high_percent", "power.voltage.hours_allowed_per_year");

    private VoltageWay() {}

    static Explanation of(Assessment assessment, Areas areas, ResultTable table, String code) {
        int row = table.rowOf(code);
        FeatureTable households = assessment.region().households();
        int household = households.rowOf(code);
        if (row < 0 || household < 0) {
            return Explanation.NONE;
        }
        String transformer = table.text("transformer_code").get(row);
        Areas.Solved solved = areas.byTransformer().get(transformer);
        Optional<AreaWay> way = solved == null ? Optional.empty() : AreaWay.of(solved, code);
        if (solved == null || way.isEmpty()) {
            return straight(assessment, households, household, transformer, table, row);
        }
        List<Explanation.Step> steps = new ArrayList<>();
        steps.add(first(table, row, transformer));
        AreaReport report = AreaReport.of(solved);
        steps.addAll(new Losses(report, way.get()).steps());
        List<Explanation.Stretch> stretches = stretches(assessment, areas, report, way.get(), households.at(household));
        Optional<Geometry> drawing = stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(Geometries.FACTORY.createMultiLineString(
                        stretches.stream().map(Explanation.Stretch::line).toArray(LineString[]::new)));
        return new Explanation(steps, drawing, stretches);
    }

    private static Explanation.Step first(ResultTable table, int row, String transformer) {
        Map<String, Double> numbers = new HashMap<>();
        for (String column : List.of(
                "voltage_v",
                "unfavourable_v",
                "favourable_v",
                "hours_below",
                "hours_below_most",
                "wire_m",
                "measured_v")) {
            numbers.put(column, table.numbers(column).get(row));
        }
        String load = table.codesOf("load_source").code(row);
        return new Explanation.Step(
                "power.voltage.step_load_" + load, numbers, Map.of("transformer_code", transformer), LIMITS);
    }

    /** Nothing is known of the wires: how far away the transformer stands. */
    private static Explanation straight(
            Assessment assessment,
            FeatureTable households,
            int household,
            String transformer,
            ResultTable table,
            int row) {
        FeatureTable facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        int facility = facilities.rowOf(transformer);
        if (facility < 0 || !facilities.hasGeometry(facility) || !households.hasGeometry(household)) {
            return Explanation.NONE;
        }
        boolean onRecord = households.text("transformer_code").get(household).equals(transformer);
        Explanation.Step step = new Explanation.Step(
                onRecord ? "power.voltage.step_recorded" : "power.voltage.step_nearest",
                Map.of(
                        "transformer_distance_m",
                        table.numbers("transformer_distance_m").get(row)),
                Map.of(
                        "transformer_code",
                        transformer,
                        "transformer_name",
                        facilities.text("name").get(facility)),
                List.of("power.voltage.low_percent", "power.voltage.high_percent", "power.supply_radius_m"));
        return Explanation.straight(step, households.at(household), facilities.at(facility));
    }

    private static List<Explanation.Stretch> stretches(
            Assessment assessment, Areas areas, AreaReport report, AreaWay way, Coordinate house) {
        GridArea area = report.area();
        List<Explanation.Stretch> stretches = new ArrayList<>();
        double along = 0;
        ByLevel volts = way.start();
        for (AreaWay.Part part : way.parts()) {
            Section section = area.sections().get(part.section());
            List<Coordinate> course = areas.grid().course(area, section);
            stretches.add(stretch(
                    assessment,
                    kind(section.kind()),
                    section.line(),
                    course,
                    along,
                    section.lengthM(),
                    volts,
                    part.end(),
                    numbers(report, part.section())));
            along += section.lengthM();
            volts = part.end();
        }
        if (way.dropM() > 0) {
            int node = way.parts().isEmpty()
                    ? 0
                    : area.sections()
                            .get(way.parts().get(way.parts().size() - 1).section())
                            .to();
            List<Coordinate> course = List.of(area.place(node), house);
            stretches.add(stretch(
                    assessment,
                    kind(Section.Kind.ASSUMED_DROP),
                    "",
                    course,
                    along,
                    way.dropM(),
                    volts,
                    way.house(),
                    Map.of()));
        }
        return stretches;
    }

    /** What flows through a section, and through what, in the middle of what is assumed. */
    private static Map<String, Double> numbers(AreaReport report, int section) {
        return Map.of(
                "amperes", report.amperes(section),
                "section_kw", report.sectionKw(section),
                "customers", (double) report.customersBeyond(section),
                "wire_mm2", report.wire(section).mm2());
    }

    /** Code of the scheme {@code way}. */
    private static String kind(Section.Kind kind) {
        return switch (kind) {
            case LINE, JOINT, LEAD -> "power_line";
            case SERVICE_DROP -> "service_drop";
            case ASSUMED_DROP -> "assumed_drop";
            case ESTIMATED -> "estimated_line";
        };
    }

    private static Explanation.Stretch stretch(
            Assessment assessment,
            String kind,
            String code,
            List<Coordinate> course,
            double along,
            double lengthM,
            ByLevel from,
            ByLevel to,
            Map<String, Double> numbers) {
        Optional<ElevationGrid> grid = assessment.region().elevation();
        Coordinate[] ends = {course.get(0), course.get(course.size() - 1)};
        double[] heights = new double[2];
        for (int i = 0; i < 2; i++) {
            Coordinate at = ends[i];
            heights[i] = grid.map(g -> g.bilinear(at.x, at.y)).orElse(Double.NaN);
        }
        return Explanation.Stretch.ofPower(
                kind,
                code,
                Geometries.FACTORY.createLineString(course.toArray(Coordinate[]::new)),
                new double[] {along, along + lengthM},
                heights,
                numbers,
                new Explanation.Volts(
                        new double[] {from.middle(), to.middle()},
                        new double[] {from.unfavourable(), to.unfavourable()},
                        new double[] {from.favourable(), to.favourable()}));
    }

    /** One step for each run of sections with the same wire and the same customers. */
    private record Losses(AreaReport report, AreaWay way) {

        List<Explanation.Step> steps() {
            List<Explanation.Step> steps = new ArrayList<>();
            double length = 0;
            double drop = 0;
            for (int k = 0; k < way.parts().size(); k++) {
                int s = way.parts().get(k).section();
                double before = k == 0
                        ? way.start().middle()
                        : way.parts().get(k - 1).end().middle();
                length += report.area().sections().get(s).lengthM();
                drop += before - way.parts().get(k).end().middle();
                boolean goesOn = k + 1 < way.parts().size()
                        && isAlike(s, way.parts().get(k + 1).section());
                if (!goesOn) {
                    steps.add(step(s, length, drop));
                    length = 0;
                    drop = 0;
                }
            }
            if (way.dropM() > 0) {
                double before = way.parts().isEmpty()
                        ? way.start().middle()
                        : way.parts().get(way.parts().size() - 1).end().middle();
                steps.add(new Explanation.Step(
                        "power.voltage.step_drop",
                        Map.of(
                                "drop_m",
                                way.dropM(),
                                "drop_v",
                                before - way.house().middle()),
                        Map.of(),
                        List.of("power.drop.assumed_mm2.middle")));
            }
            return steps;
        }

        private boolean isAlike(int a, int b) {
            return report.wire(a).equals(report.wire(b))
                    && report.isWireRecorded(a) == report.isWireRecorded(b)
                    && report.customersBeyond(a) == report.customersBeyond(b);
        }

        private Explanation.Step step(int section, double lengthM, double dropV) {
            Section s = report.area().sections().get(section);
            boolean recorded = report.isWireRecorded(section);
            Map<String, Double> numbers = new HashMap<>(numbers(report, section));
            numbers.put("section_m", lengthM);
            numbers.put("drop_v", dropV);
            return new Explanation.Step(
                    recorded ? "power.voltage.step_section" : "power.voltage.step_section_assumed",
                    numbers,
                    Map.of("wire_type", report.wire(section).type(), "line_code", s.line()),
                    recorded ? List.of() : List.of("power.line.assumed_mm2.middle"));
        }
    }
}
