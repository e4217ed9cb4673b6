package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrace.project.CostLine;
import org.terrace.project.UnitCosts;

/** The bill of quantities of a scheme. */
final class Bill {
    static final String PROTECTION = "water.spring_protection";

    /** Tanks that are built, m3. */
    private static final int[] TANKS_M3 = {5, 10, 20, 50};

    private final UnitCosts costs;
    private final List<CostLine> lines = new ArrayList<>();

    Bill(UnitCosts costs) {
        this.costs = costs;
    }

    /** The least volume that holds so much; the largest where none does. */
    static double tankM3(double neededM3) {
        return Arrays.stream(TANKS_M3).filter(v -> v >= neededM3).findFirst().orElse((int)
                (Math.ceil(neededM3 / TANKS_M3[3]) * TANKS_M3[3]));
    }

    List<CostLine> of(SchemeTree tree, List<Piece> pieces, Source source, double tankM3, int taps, boolean pump) {
        if (!source.isProtected()) {
            add(PROTECTION, 1);
        }
        double[] metres = new double[PeSizes.OUTSIDE_MM.length];
        pieces.forEach(p -> metres[p.size()] += p.lengthM());
        for (int k = 0; k < metres.length; k++) {
            add(PeSizes.unitCost(k), Math.round(metres[k]));
        }
        double[] steep = new double[3];
        int crossings = 0;
        int breakPressure = 0;
        for (int p = 1; p < tree.size(); p++) {
            steep[tree.steepness(p)] += tree.lengthM(p);
            crossings += tree.crossesStream(p) ? 1 : 0;
            breakPressure += tree.works(p) == SchemeTree.Works.BREAK_PRESSURE_TANK ? 1 : 0;
        }
        add("water.trench_steep_extra", Math.round(steep[1]));
        add("water.trench_very_steep_extra", Math.round(steep[2]));
        add("water.stream_crossing", crossings);
        double largest = TANKS_M3[TANKS_M3.length - 1];
        add("water.tank_" + (int) Math.min(tankM3, largest) + "_m3", Math.ceil(tankM3 / largest));
        add("water.break_pressure_tank", breakPressure);
        add("water.tap_connection", taps);
        if (pump) {
            add("water.pump_station", 1);
        }
        return List.copyOf(lines);
    }

    private void add(String name, double quantity) {
        if (quantity > 0) {
            lines.add(costs.cost(name).of(quantity));
        }
    }
}
