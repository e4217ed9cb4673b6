package org.terrace.power.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.terrace.analysis.Assessment;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.region.Change;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * The records of a county as they would be after works on the grid that somebody tries out.
 *
 * <p>Volts that were measured before the works say nothing of afterwards, and are taken away; the load that they were calibrated to stays, as
 * the current that goes with it. A new transformer beside a line takes over what hangs nearer to it along the wires than to the old one, with
 * its part of the load.
 */
public final class TriedWorks {
    private final Areas areas;
    private final Region edited;
    private final double snapM;
    private final Map<String, Map<String, Object>> households = new HashMap<>();
    private final Map<String, Map<String, Object>> lines = new HashMap<>();
    private final Map<String, Map<String, Object>> facilities = new HashMap<>();

    /** By code of a new transformer: on the line that it stands beside. */
    private final Map<String, Coordinate> moved = new HashMap<>();

    private TriedWorks(Areas areas, Region edited, double snapM) {
        this.areas = areas;
        this.edited = edited;
        this.snapM = snapM;
    }

    /** @param now the county as it is. @param edited the county with the works alone */
    public static Region of(Assessment now, Region edited) {
        Change change = Change.between(now.region(), edited);
        Change.Edits facilities = change.of(LayerKind.POWER_FACILITY);
        Change.Edits lines = change.of(LayerKind.POWER_LINE);
        if (facilities.isEmpty() && lines.isEmpty()) {
            return edited;
        }
        TriedWorks works = new TriedWorks(Areas.of(now), edited, now.standard().number("power.transformer.snap_m"));
        works.touched(new HashSet<>(facilities.edited()), new HashSet<>(lines.edited()))
                .forEach(works::forgetWhatWasMeasured);
        facilities.added().forEach(works::takeOver);
        return works.region();
    }

    private List<Areas.Solved> touched(Set<String> editedFacilities, Set<String> editedLines) {
        List<Areas.Solved> touched = new ArrayList<>();
        areas.byTransformer().forEach((transformer, solved) -> {
            if (editedFacilities.contains(transformer)
                    || solved.area().sections().stream().anyMatch(s -> editedLines.contains(s.line()))) {
                touched.add(solved);
            }
        });
        return touched;
    }

    private void forgetWhatWasMeasured(Areas.Solved solved) {
        solved.area().customers().forEach(c -> {
            FeatureTable table = edited.households();
            if (!Double.isNaN(table.numbers("measured_voltage_v").get(table.rowOf(c.household())))) {
                Map<String, Object> values = valuesOf(LayerKind.HOUSEHOLD, households, c.household());
                values.remove("measured_voltage_v");
                values.remove("voltage_measured_on");
            }
        });
        if (solved.isFitted()) {
            valuesOf(LayerKind.POWER_FACILITY, facilities, solved.area().transformer())
                    .putAll(solved.loadRecords(edited, c -> true));
        }
    }

    /** A place on a section. @param alongM metres of wire from its transformer. @param offM straight metres to it */
    private record Place(Areas.Solved solved, int section, double alongM, double offM, Coordinate at) {}

    private void takeOver(String code) {
        FeatureTable table = edited.table(LayerKind.POWER_FACILITY);
        int row = table.rowOf(code);
        if (!table.codesOf("kind").is(row, "transformer") || !table.hasGeometry(row)) {
            return;
        }
        nearest(table.at(row)).ifPresent(place -> takeOver(code, place));
    }

    private void takeOver(String code, Place place) {
        GridArea area = place.solved.area();
        boolean[] taken = nearerThanOld(area, place);
        forgetWhatWasMeasured(place.solved);
        rename(area, taken, code);
        area.customers().stream()
                .filter(c -> taken[c.node()])
                .forEach(c ->
                        valuesOf(LayerKind.HOUSEHOLD, households, c.household()).put("transformer_code", code));
        valuesOf(LayerKind.POWER_FACILITY, facilities, area.transformer())
                .putAll(place.solved.loadRecords(edited, c -> !taken[c.node()]));
        valuesOf(LayerKind.POWER_FACILITY, facilities, code)
                .putAll(place.solved.loadRecords(edited, c -> taken[c.node()]));
        moved.put(code, place.at);
    }

    /** The section on record that a place is nearest to, of those at which a transformer may stand. */
    private Optional<Place> nearest(Coordinate at) {
        Optional<Place> best = Optional.empty();
        for (Areas.Solved solved : areas.byTransformer().values()) {
            GridArea area = solved.area();
            for (int s = 0; s < area.sections().size() && !area.isEstimated(); s++) {
                if (area.sections().get(s).kind() == Section.Kind.LINE) {
                    Place place = nearest(solved, s, at);
                    if (place.offM <= snapM
                            && best.filter(b -> b.offM <= place.offM).isEmpty()) {
                        best = Optional.of(place);
                    }
                }
            }
        }
        return best;
    }

    private Place nearest(Areas.Solved solved, int s, Coordinate at) {
        Section section = solved.area().sections().get(s);
        List<Coordinate> course = areas.grid().course(solved.area(), section);
        Coordinate foot = course.get(0);
        double planM = 0;
        double along = 0;
        for (int i = 1; i < course.size(); i++) {
            LineSegment span = new LineSegment(course.get(i - 1), course.get(i));
            Coordinate here = span.closestPoint(at);
            if (here.distance(at) < foot.distance(at)) {
                foot = here;
                along = planM + span.p0.distance(here);
            }
            planM += span.getLength();
        }
        double share = planM > 0 ? along / planM : 0;
        double wireM = solved.area().alongM(section.from()) + share * section.lengthM();
        return new Place(solved, s, wireM, foot.distance(at), foot);
    }

    /** By node: all below the highest node on the way to the old transformer to which the new one is nearer. */
    private static boolean[] nearerThanOld(GridArea area, Place place) {
        int cut = area.sections().get(place.section).to();
        while (area.parent(cut) > 0 && area.alongM(area.parent(cut)) > place.alongM / 2) {
            cut = area.parent(cut);
        }
        boolean[] taken = new boolean[area.nodes()];
        taken[cut] = true;
        for (int n = cut + 1; n < area.nodes(); n++) {
            taken[n] = taken[area.parent(n)];
        }
        return taken;
    }

    /** Lines of which only a part is taken over name nobody: the nearer of both feeds each part. */
    private void rename(GridArea area, boolean[] taken, String code) {
        Map<String, Boolean> whole = new TreeMap<>();
        for (Section section : area.sections()) {
            if (section.kind() == Section.Kind.LINE || section.kind() == Section.Kind.SERVICE_DROP) {
                whole.merge(section.line(), taken[section.from()] && taken[section.to()], (a, b) -> a && b);
            }
        }
        for (Section section : area.sections()) {
            if (whole.containsKey(section.line()) && taken[section.to()]) {
                Map<String, Object> values = valuesOf(LayerKind.POWER_LINE, lines, section.line());
                if (whole.get(section.line())) {
                    values.put("transformer_code", code);
                } else {
                    values.remove("transformer_code");
                }
            }
        }
    }

    private Map<String, Object> valuesOf(LayerKind kind, Map<String, Map<String, Object>> changed, String code) {
        FeatureTable table = edited.table(kind);
        return changed.computeIfAbsent(
                code, c -> new HashMap<>(table.feature(table.rowOf(c)).values()));
    }

    private Region region() {
        Region region = edited;
        region = with(region, LayerKind.HOUSEHOLD, households);
        region = with(region, LayerKind.POWER_LINE, lines);
        return with(region, LayerKind.POWER_FACILITY, facilities);
    }

    private Region with(Region region, LayerKind kind, Map<String, Map<String, Object>> changed) {
        FeatureTable table = region.table(kind);
        List<Feature> features = new ArrayList<>();
        changed.forEach((code, values) -> {
            Optional<Geometry> geometry = kind == LayerKind.POWER_FACILITY && moved.containsKey(code)
                    ? Optional.of(Geometries.FACTORY.createPoint(moved.get(code)))
                    : table.geometry(table.rowOf(code));
            features.add(new Feature(kind, code, values, geometry));
        });
        return features.isEmpty() ? region : region.with(table.with(features));
    }
}
