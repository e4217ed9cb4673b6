package org.terrace.formats.pandapower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.PowerNetwork;
import org.terrace.powerflow.TapChanger;
import org.terrace.powerflow.ThreeWinding;
import org.terrace.powerflow.Transformer;

/** Transformers of a folder: of two windings, and of three as a star. */
final class Transformers {
    private static final String[] WINDINGS = {"hv", "mv", "lv"};

    private final PowerNetwork.Builder grid;
    private final Buses buses;
    private final Map<String, Integer> position = new HashMap<>();

    /** By id, where the three of a star begin. */
    private final Map<String, Integer> stars = new HashMap<>();

    private final List<String> kinds = new ArrayList<>();

    Transformers(PowerNetwork.Builder grid, Buses buses) {
        this.grid = grid;
        this.buses = buses;
    }

    /** Position of a transformer of two windings; -1 for none of this id. */
    int of(String id) {
        return position.getOrDefault(id, -1);
    }

    /** Position of the first of the three of a star, that of the high winding; -1 for none of this id. */
    int star(String id) {
        return stars.getOrDefault(id, -1);
    }

    /** Kinds of the transformers, in their order. */
    List<String> kinds() {
        return kinds;
    }

    void read(ElementTable table) {
        table.noteMissing("pfe_kw", "0");
        table.noteMissing("i0_percent", "0");
        TapColumns taps = new TapColumns(table);
        for (ElementRow row :
                table.rows("hv_bus", "lv_bus", "sn_mva", "vn_hv_kv", "vn_lv_kv", "vk_percent", "vkr_percent")) {
            int high = buses.of(row, "hv_bus");
            int low = buses.of(row, "lv_bus");
            buses.requireApart(row, high, low, "lv_bus");
            double vk = row.positive("vk_percent");
            double vkr = row.notNegative("vkr_percent");
            boolean inService = row.inService();
            requireReal(row, vk, vkr, "vkr_percent");
            refuseTables(row, inService);
            if (position.containsKey(row.id())) {
                row.refuse(twice(row), "trafo");
            }
            double mva = row.positive("sn_mva");
            double highKv = row.positive("vn_hv_kv");
            double lowKv = row.positive("vn_lv_kv");
            double iron = row.notNegative("pfe_kw", 0);
            double noLoad = row.notNegative("i0_percent", 0);
            double lag = row.number("shift_degree", 0);
            List<TapChanger> changers = taps.of(row);
            double resistanceShare = row.notNegative("leakage_resistance_ratio_hv", 0.5);
            double reactanceShare = row.notNegative("leakage_reactance_ratio_hv", 0.5);
            double parallel = row.positive("parallel", 1);
            double derating = row.positive("df", 1);
            if (!row.isBad()) {
                Transformer made = new Transformer(
                        row.id(),
                        high,
                        low,
                        mva,
                        highKv,
                        lowKv,
                        vk,
                        vkr,
                        iron,
                        noLoad,
                        lag,
                        changers,
                        resistanceShare,
                        reactanceShare,
                        parallel,
                        derating,
                        inService);
                position.put(row.id(), grid.transformer(made));
                kinds.add("trafo");
            }
        }
    }

    private static void requireReal(ElementRow row, double vk, double vkr, String column) {
        if (vkr > vk) {
            row.refuse(Issue.error("pp_vkr", row.place()).with("vk", vk), column);
        }
    }

    private static Issue twice(ElementRow row) {
        return Issue.error("pp_twice", row.place()).value(row.id());
    }

    /** Impedances and ratios by tables of the tap's position are not computed. */
    private static void refuseTables(ElementRow row, boolean inService) {
        for (String column : new String[] {"tap_dependency_table", "tap_dependent_impedance"}) {
            if (row.flag(column, false) && inService) {
                row.refuse(Issue.error("pp_tables", row.place()), column);
            }
        }
    }

    void readThreeWindings(ElementTable table) {
        TapColumns taps = new TapColumns(table);
        for (ElementRow row : table.rows(
                "hv_bus",
                "mv_bus",
                "lv_bus",
                "sn_hv_mva",
                "sn_mv_mva",
                "sn_lv_mva",
                "vn_hv_kv",
                "vn_mv_kv",
                "vn_lv_kv",
                "vk_hv_percent",
                "vk_mv_percent",
                "vk_lv_percent",
                "vkr_hv_percent",
                "vkr_mv_percent",
                "vkr_lv_percent",
                "pfe_kw",
                "i0_percent")) {
            List<ThreeWinding.Winding> three = new ArrayList<>();
            refuseTables(row, row.inService());
            if (stars.containsKey(row.id())) {
                row.refuse(twice(row), "trafo3w");
            }
            for (String w : WINDINGS) {
                int bus = buses.of(row, w + "_bus");
                double mva = row.positive("sn_" + w + "_mva");
                double kv = row.positive("vn_" + w + "_kv");
                double vk = row.positive("vk_" + w + "_percent");
                double vkr = row.notNegative("vkr_" + w + "_percent");
                requireReal(row, vk, vkr, "vkr_" + w + "_percent");
                double lag = row.number("shift_" + w + "_degree", 0);
                if (!row.isBad()) {
                    three.add(new ThreeWinding.Winding(bus, mva, kv, vk, vkr, lag, taps.at(row, w)));
                }
            }
            double iron = row.notNegative("pfe_kw");
            double noLoad = row.notNegative("i0_percent");
            ThreeWinding.Place losses = losses(row);
            if (!row.isBad()) {
                addStar(
                        row,
                        new ThreeWinding(
                                row.id(),
                                three.get(0),
                                three.get(1),
                                three.get(2),
                                iron,
                                noLoad,
                                losses,
                                row.flag("tap_at_star_point", false),
                                row.inService()));
            }
        }
    }

    private static ThreeWinding.Place losses(ElementRow row) {
        return switch (row.text("loss_side")) {
            case "", "hv" -> ThreeWinding.Place.HIGH;
            case "mv" -> ThreeWinding.Place.MEDIUM;
            case "lv" -> ThreeWinding.Place.LOW;
            default -> {
                row.refuse(Issue.error("pp_tap_side", row.place()), "loss_side");
                yield ThreeWinding.Place.HIGH;
            }
        };
    }

    private void addStar(ElementRow row, ThreeWinding transformer) {
        int centre = buses.inner("star of " + row.id(), transformer.high().bus());
        List<Transformer> star;
        try {
            star = transformer.star(centre);
        } catch (IllegalArgumentException e) {
            row.refuse(Issue.error("pp_no_impedance", row.place()), "vk_hv_percent");
            return;
        }
        for (int i = 0; i < WINDINGS.length; i++) {
            int at = grid.transformer(star.get(i).named(row.id() + "/" + WINDINGS[i]));
            stars.putIfAbsent(row.id(), at);
            kinds.add("trafo3w");
        }
    }
}
