package org.terrace.power.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.power.area.AreaDesign;
import org.terrace.power.area.Areas;
import org.terrace.power.area.Phasing;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.project.RegionEdits;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * The county with a remedy in it. Measured volts of the area are taken away, because they were measured before; the load that was calibrated
 * stays, and a second transformer takes its part of it along.
 */
final class RemedyEdits {
    private final Region region;
    private final Remedy remedy;
    private final GridArea area;
    private final Areas.Solved solved;

    RemedyEdits(Region region, Remedy remedy, Areas.Solved solved) {
        this.region = region;
        this.remedy = remedy;
        this.solved = solved;
        this.area = remedy.design().area();
    }

    RegionEdits edits(AreaDesign asItIs) {
        List<Feature> added = new ArrayList<>();
        Map<String, Map<String, Object>> lines = new HashMap<>();
        remedy.design().wires().forEach((line, wire) -> {
            Map<String, Object> values = valuesOf(LayerKind.POWER_LINE, line);
            values.put("conductor", wire.conductor());
            values.put("phases", (double) wire.phases());
            values.remove("neutral_conductor");
            if (wire.phases() == 3) {
                values.remove("phase");
            }
            lines.put(line, values);
        });
        Phasing phasing = remedy.design().phasing();
        phasing.ofLine()
                .forEach((line, phase) -> lines.computeIfAbsent(line, l -> valuesOf(LayerKind.POWER_LINE, l))
                        .put("phase", phase));
        Map<String, Map<String, Object>> households = new HashMap<>();
        for (Customer customer : area.customers()) {
            Map<String, Object> values = valuesOf(LayerKind.HOUSEHOLD, customer.household());
            boolean changed = values.remove("measured_voltage_v") != null;
            changed |= values.remove("voltage_measured_on") != null;
            String phase = phasing.ofHousehold().get(customer.household());
            if (phase != null) {
                values.put("supply_phase", phase);
                changed = true;
            }
            if (changed) {
                households.put(customer.household(), values);
            }
        }
        remedy.design().second().ifPresent(second -> split(second, added, lines, households));
        List<Feature> edited = new ArrayList<>();
        lines.forEach((code, values) -> edited.add(feature(LayerKind.POWER_LINE, code, values)));
        households.forEach((code, values) -> edited.add(feature(LayerKind.HOUSEHOLD, code, values)));
        transformer(asItIs).ifPresent(edited::add);
        return new RegionEdits(added, edited);
    }

    /** The new transformer with its 10 kV line; lines and households below the opened section name it. */
    private void split(
            AreaDesign.Second second,
            List<Feature> added,
            Map<String, Map<String, Object>> lines,
            Map<String, Map<String, Object>> households) {
        Coordinate at = area.place(second.root());
        Set<Integer> below = below(second);
        Map<String, Object> own = new HashMap<>(solved.loadRecords(region, c -> below.contains(c.node())));
        own.putAll(Map.of("kind", "transformer", "kva", second.kva(), "tap_percent", 0.0));
        added.add(new Feature(
                LayerKind.POWER_FACILITY, second.code(), own, Optional.of(Geometries.FACTORY.createPoint(at))));
        if (remedy.spur().course().size() > 1) {
            added.add(new Feature(
                    LayerKind.POWER_LINE,
                    second.code() + "-10kv",
                    Map.of("kind", "kv10"),
                    Optional.of(Geometries.FACTORY.createLineString(
                            remedy.spur().course().toArray(Coordinate[]::new)))));
        }
        for (int n : below) {
            Section feeding = area.feeding(n);
            boolean drawn = feeding.kind() == Section.Kind.LINE || feeding.kind() == Section.Kind.SERVICE_DROP;
            if (drawn) {
                lines.computeIfAbsent(feeding.line(), l -> valuesOf(LayerKind.POWER_LINE, l))
                        .put("transformer_code", second.code());
            }
        }
        for (Customer customer : area.customers()) {
            if (below.contains(customer.node())) {
                households
                        .computeIfAbsent(customer.household(), h -> valuesOf(LayerKind.HOUSEHOLD, h))
                        .put("transformer_code", second.code());
            }
        }
    }

    private Set<Integer> below(AreaDesign.Second second) {
        Set<Integer> below = new HashSet<>(Set.of(second.cut()));
        for (int n = second.cut() + 1; n < area.nodes(); n++) {
            if (below.contains(area.parent(n))) {
                below.add(n);
            }
        }
        return below;
    }

    private Optional<Feature> transformer(AreaDesign asItIs) {
        Map<String, Object> values = valuesOf(LayerKind.POWER_FACILITY, area.transformer());
        boolean changed = false;
        if (remedy.design().second().isPresent() || solved.isFitted()) {
            Set<Integer> gone = remedy.design().second().map(this::below).orElse(Set.of());
            Map<String, Object> load = solved.loadRecords(region, c -> !gone.contains(c.node()));
            values.putAll(load);
            changed = !load.isEmpty();
        }
        if (remedy.design().kva() > asItIs.kva()) {
            values.put("kva", remedy.design().kva());
            changed = true;
        }
        if (!Double.isNaN(remedy.design().tapPercent()) && remedy.design().tapPercent() != asItIs.tapPercent()) {
            values.put("tap_percent", remedy.design().tapPercent());
            changed = true;
        }
        return changed ? Optional.of(feature(LayerKind.POWER_FACILITY, area.transformer(), values)) : Optional.empty();
    }

    private Map<String, Object> valuesOf(LayerKind kind, String code) {
        FeatureTable table = region.table(kind);
        return new HashMap<>(table.feature(table.rowOf(code)).values());
    }

    private Feature feature(LayerKind kind, String code, Map<String, Object> values) {
        FeatureTable table = region.table(kind);
        return new Feature(kind, code, values, table.geometry(table.rowOf(code)));
    }
}
