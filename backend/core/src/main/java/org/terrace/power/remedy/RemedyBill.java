package org.terrace.power.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrace.power.area.AreaDesign;
import org.terrace.power.grid.AreaWorks;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.project.CostLine;
import org.terrace.project.CostRange;
import org.terrace.project.UnitCosts;

/** What a design costs, line by line. */
final class RemedyBill {
    private final UnitCosts costs;
    private final GridArea area;
    private final AreaDesign asItIs;
    /** Metres of wire by code of the line. */
    private final Map<String, Double> lineM = new HashMap<>();

    RemedyBill(UnitCosts costs, AreaDesign asItIs) {
        this.costs = costs;
        this.asItIs = asItIs;
        this.area = asItIs.area();
        area.sections().stream()
                .filter(s -> s.kind() == Section.Kind.LINE)
                .forEach(s -> lineM.merge(s.line(), s.lengthM(), Double::sum));
    }

    double lineM(String line) {
        return lineM.getOrDefault(line, 0.0);
    }

    /** @param spur the way of the 10 kV line to a second transformer, where there is one */
    List<CostLine> of(AreaDesign design, Spur spur) {
        List<CostLine> lines = new ArrayList<>();
        if (design.tapPercent() != asItIs.tapPercent() && !Double.isNaN(design.tapPercent())) {
            add(lines, "power.tap_change", 1);
        }
        if (design.isBalanced()) {
            add(lines, "power.balance_customer", area.customers().size());
        }
        if (design.kva() > asItIs.kva()) {
            add(lines, "power.transformer_exchange", 1);
            add(lines, "power.transformer_kva", design.kva());
        }
        Map<String, Double> km = new HashMap<>();
        design.wires().forEach((line, wire) -> km.merge(unitCost(wire), lineM(line) / 1_000, Double::sum));
        km.keySet().stream().sorted().forEach(name -> add(lines, name, round(km.getOrDefault(name, 0.0))));
        design.second().ifPresent(second -> {
            add(lines, "power.transformer_station", 1);
            add(lines, "power.transformer_kva", second.kva());
            add(lines, "power.kv10_line", round(spur.lengthM() / 1_000));
            add(lines, "power.kv10_steep_extra", round(spur.steepM() / 1_000));
        });
        return List.copyOf(lines);
    }

    static String unitCost(AreaWorks.NewWire wire) {
        String mm2 = wire.conductor().substring(wire.conductor().indexOf('-') + 1);
        return "power.rewire_" + (wire.phases() == 3 ? "four" : "two") + "_wires_" + mm2 + "_mm2";
    }

    private void add(List<CostLine> lines, String name, double quantity) {
        if (quantity > 0) {
            lines.add(costs.cost(name).of(quantity));
        }
    }

    private static double round(double km) {
        return Math.round(km * 1_000) / 1_000.0;
    }

    static CostRange total(List<CostLine> lines) {
        return lines.stream().map(CostLine::yuan).reduce(CostRange.NOTHING, CostRange::plus);
    }
}
