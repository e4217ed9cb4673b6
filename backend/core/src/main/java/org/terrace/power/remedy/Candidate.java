package org.terrace.power.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.power.area.AreaDesign;
import org.terrace.power.grid.AreaWorks;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.project.CostRange;
import org.terrace.project.Gain;
import org.terrace.project.Project;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * A remedy under a name, as a project.
 *
 * @param kind code of the scheme {@code power_project}
 */
record Candidate(String code, String kind, Remedies.AreaRemedies area, Remedy remedy) {

    /** One thing that is done. */
    record Measure(String kind, String feature, String before, String after, double lengthM, Coordinate at) {}

    /** By code; where the cheapest gain is the whole remedy, only that. */
    static List<Candidate> all(Remedies remedies) {
        List<Candidate> all = new ArrayList<>();
        remedies.byTransformer.forEach((transformer, area) -> {
            area.best().ifPresent(r -> all.add(new Candidate("power:" + transformer, "whole_area", area, r)));
            area.cheapestGain()
                    .filter(r ->
                            area.best().filter(b -> b.design() == r.design()).isEmpty())
                    .filter(r -> area.best()
                            .filter(b -> b.cost().usual() <= r.cost().usual())
                            .isEmpty())
                    .ifPresent(r -> all.add(new Candidate("power:" + transformer + ":part", "cheapest_gain", area, r)));
        });
        all.sort(Comparator.comparing(Candidate::code));
        return all;
    }

    GridArea grid() {
        return remedy.design().area();
    }

    List<Measure> measures(AreaDesign asItIs) {
        List<Measure> measures = new ArrayList<>();
        GridArea area = grid();
        AreaDesign design = remedy.design();
        String transformer = area.transformer();
        if (!Double.isNaN(design.tapPercent()) && design.tapPercent() != asItIs.tapPercent()) {
            measures.add(new Measure(
                    "tap",
                    transformer,
                    number(asItIs.tapPercent()),
                    number(design.tapPercent()),
                    Double.NaN,
                    area.place(0)));
        }
        if (design.isBalanced()) {
            measures.add(new Measure("balance", transformer, "", "", Double.NaN, area.place(0)));
        }
        if (design.kva() > asItIs.kva()) {
            measures.add(new Measure(
                    "larger_transformer",
                    transformer,
                    number(asItIs.kva()),
                    number(design.kva()),
                    Double.NaN,
                    area.place(0)));
        }
        new TreeMap<>(design.wires()).forEach((line, wire) -> measures.add(rewired(line, wire)));
        design.second()
                .ifPresent(second -> measures.add(new Measure(
                        "new_transformer",
                        second.code(),
                        "",
                        number(second.kva()),
                        remedy.spur().lengthM(),
                        area.place(second.root()))));
        return measures;
    }

    private Measure rewired(String line, AreaWorks.NewWire wire) {
        GridArea area = grid();
        double length = 0;
        Optional<Section> first = Optional.empty();
        for (Section s : area.sections()) {
            if (s.line().equals(line) && s.kind() == Section.Kind.LINE) {
                length += s.lengthM();
                first = first.isEmpty() ? Optional.of(s) : first;
            }
        }
        int phases = first.map(Section::phases).orElse(0);
        return new Measure(
                wire.phases() == 3 && phases < 3 ? "three_phases" : "rewire",
                line,
                first.map(Section::conductor).orElse(""),
                wire.conductor(),
                length,
                first.map(s -> area.place(s.to())).orElse(area.place(0)));
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.1f", value);
    }

    Project project(Region region) {
        FeatureTable households = region.households();
        List<Gain> gains = new ArrayList<>();
        remedy.gains().stream().forEach(c -> {
            String household = grid().customers().get(c).household();
            gains.add(new Gain(
                    household,
                    people(households, household),
                    "voltage",
                    remedy.outcome().lowV()[c]));
        });
        return new Project(
                code,
                "power.remedy",
                geometry(region),
                remedy.lines(),
                CostRange.NOTHING,
                area.reason() == Reason.FOUND_METER_FIRST ? List.of("meter_first") : List.of(),
                new RemedyEdits(region, remedy, area.solved()).edits(AreaDesign.asItIs(area.solved())),
                gains);
    }

    /** Resident, else registered; 0 where neither is on record. */
    static double people(FeatureTable households, String code) {
        int row = households.rowOf(code);
        double resident = households.numbers("people_resident").get(row);
        double registered = households.numbers("people_registered").get(row);
        double people = Double.isNaN(resident) ? registered : resident;
        return Double.isNaN(people) ? 0 : people;
    }

    private Optional<Geometry> geometry(Region region) {
        List<Geometry> parts = new ArrayList<>();
        FeatureTable lines = region.table(LayerKind.POWER_LINE);
        Map<String, AreaWorks.NewWire> sorted = new TreeMap<>(remedy.design().wires());
        sorted.keySet().forEach(line -> lines.geometry(lines.rowOf(line)).ifPresent(parts::add));
        if (remedy.spur().course().size() > 1) {
            parts.add(Geometries.FACTORY.createLineString(remedy.spur().course().toArray(Coordinate[]::new)));
        }
        if (parts.isEmpty()) {
            parts.add(Geometries.FACTORY.createPoint(grid().place(0)));
        }
        return Optional.of(
                parts.size() == 1
                        ? parts.get(0)
                        : Geometries.FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new)));
    }
}
