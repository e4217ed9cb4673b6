package org.terrace.power;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.PowerGrid;
import org.terrace.power.grid.Section;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** Every transformer with the size of its area; the farthest customer against the supply radius is a screen, never a verdict. */
final class TransformerTable {
    /** Codes of the scheme {@code transformer_network}, in its order. */
    private static final List<String> NETWORKS = List.of("drawn", "estimated", "none", "unknown");

    static final TableSpec TABLE = new TableSpec(
            "transformer",
            LayerKind.POWER_FACILITY.id(),
            List.of(
                    ColumnSpec.classes("transformer_network", "transformer_network", NETWORKS),
                    ColumnSpec.number("kva", "kVA", 0),
                    ColumnSpec.number("customers", "households", 0),
                    ColumnSpec.number("customers_assumed_drop", "households", 0),
                    ColumnSpec.number("feeders", "", 0),
                    ColumnSpec.number("line_km", "km", 2),
                    ColumnSpec.number("conductor_known_percent", "%", 0),
                    ColumnSpec.number("loops", "", 0),
                    ColumnSpec.number("farthest_m", "m", 1),
                    ColumnSpec.text("farthest_code"),
                    ColumnSpec.classes("radius_screen", "supply_radius_screen", VoltageTables.SCREEN)));

    private TransformerTable() {}

    static ResultTable of(Assessment assessment, PowerGrid grid) {
        FeatureTable facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        double radiusM = assessment.standard().number("power.supply_radius_m");
        int[] rows = IntStream.range(0, facilities.size())
                .filter(i -> facilities.codesOf("kind").is(i, "transformer"))
                .toArray();
        ResultTableBuilder table = new ResultTableBuilder(
                TABLE, IntStream.of(rows).mapToObj(facilities::code).toArray(String[]::new));
        for (int r = 0; r < rows.length; r++) {
            table.set(r, "kva", facilities.numbers("kva").get(rows[r])).set(r, "radius_screen", "unknown");
            Optional<GridArea> area = grid.findArea(facilities.code(rows[r]));
            if (area.isPresent()) {
                write(table, r, area.get(), radiusM);
            } else {
                table.set(r, "transformer_network", facilities.hasGeometry(rows[r]) ? "none" : "unknown")
                        .set(r, "customers", 0);
            }
        }
        return table.build();
    }

    private static void write(ResultTableBuilder table, int r, GridArea area, double radiusM) {
        double recordedM = area.sections().stream()
                .filter(Section::hasConductor)
                .mapToDouble(Section::lengthM)
                .sum();
        double treeM = area.sections().stream()
                .filter(s -> s.kind() != Section.Kind.ASSUMED_DROP)
                .mapToDouble(Section::lengthM)
                .sum();
        table.set(r, "transformer_network", area.isEstimated() ? "estimated" : "drawn")
                .set(r, "customers", area.customers().size())
                .set(
                        r,
                        "customers_assumed_drop",
                        area.customers().stream()
                                .filter(c ->
                                        c.node() > 0 && area.feeding(c.node()).kind() == Section.Kind.ASSUMED_DROP)
                                .count())
                .set(r, "feeders", area.feeders())
                .set(r, "line_km", area.wireM() / 1000)
                .set(r, "conductor_known_percent", treeM > 0 ? 100 * recordedM / treeM : Double.NaN)
                .set(r, "loops", area.closing().size());
        double farthestM = -1;
        String farthest = "";
        for (Customer customer : area.customers()) {
            double wireM = area.alongM(customer.node()) + customer.dropM();
            if (wireM > farthestM) {
                farthestM = wireM;
                farthest = customer.household();
            }
        }
        if (!farthest.isEmpty()) {
            table.set(r, "farthest_m", farthestM)
                    .set(r, "farthest_code", farthest)
                    .set(r, "radius_screen", farthestM <= radiusM ? "within_radius" : "beyond_radius");
        }
    }
}
