package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.terrace.TestRegion;
import org.terrace.region.LayerKind;

/** Draws small low-voltage networks in a few words; coordinates are metres, sag is none, everything else as usual. */
final class DrawnGrid {
    static final GridRules RULES = new GridRules(5, 30, 50, 0, 40, 200, 2_000);

    final TestRegion region = new TestRegion();

    DrawnGrid transformer(String code, double x, double y) {
        region.add(LayerKind.POWER_FACILITY, code, TestRegion.point(x, y), "kind", "transformer");
        return this;
    }

    DrawnGrid pole(String code, double x, double y) {
        region.add(LayerKind.POWER_FACILITY, code, TestRegion.point(x, y), "kind", "pole");
        return this;
    }

    DrawnGrid meterBox(String code, double x, double y) {
        region.add(LayerKind.POWER_FACILITY, code, TestRegion.point(x, y), "kind", "meter_box");
        return this;
    }

    DrawnGrid line(String code, String points, Object... attributes) {
        return wire("low_voltage", code, points, attributes);
    }

    DrawnGrid drop(String code, String points, Object... attributes) {
        return wire("service_drop", code, points, attributes);
    }

    private DrawnGrid wire(String kind, String code, String points, Object... attributes) {
        List<Object> all = new ArrayList<>(List.of("kind", kind));
        all.addAll(Arrays.asList(attributes));
        region.add(LayerKind.POWER_LINE, code, TestRegion.wkt("LINESTRING (" + points + ")"), all.toArray());
        return this;
    }

    DrawnGrid house(String code, double x, double y, Object... attributes) {
        region.household(code, x, y, attributes);
        return this;
    }

    PowerGrid grid() {
        return grid(RULES);
    }

    PowerGrid grid(GridRules rules) {
        return new PowerGrid(region.build(), rules, 15, Optional.empty());
    }

    /** Kinds with the features that they are about, in order: {@code loop d+d@0}. */
    static List<String> faults(PowerGrid grid) {
        return grid.faults().stream()
                .map(f -> f.kind().code() + " " + f.feature() + (f.other().isEmpty() ? "" : "+" + f.other()))
                .sorted()
                .toList();
    }

    /** Sections of an area with their feeders: {@code a@0/1}. */
    static List<String> sections(GridArea area) {
        return area.sections().stream().map(s -> s.code() + "/" + s.feeder()).toList();
    }
}
