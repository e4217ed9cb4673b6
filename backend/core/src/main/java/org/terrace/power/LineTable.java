package org.terrace.power;

import java.util.List;
import java.util.Map;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.power.grid.PowerGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** Every line of the layer: who feeds it. */
final class LineTable {
    /** Codes of the scheme {@code line_supply}, in its order. */
    private static final List<String> SUPPLY =
            List.of("fed", "shared", "fed_by_nobody", "not_usable", "higher_voltage", "unknown");

    static final TableSpec TABLE = new TableSpec(
            LayerKind.POWER_LINE.id(),
            LayerKind.POWER_LINE.id(),
            List.of(
                    ColumnSpec.classes("line_supply", "line_supply", SUPPLY),
                    ColumnSpec.text("transformer_code"),
                    ColumnSpec.number("length_m", "m", 1),
                    ColumnSpec.number("unfed_m", "m", 1)));

    private final FeatureTable lines;
    private final ResultTable table;
    private double fedM;
    private double unfedM;

    LineTable(Assessment assessment, PowerGrid grid) {
        this.lines = assessment.region().table(LayerKind.POWER_LINE);
        List<Map<String, Double>> wires = grid.wireByLine(assessment.region().table(LayerKind.POWER_FACILITY));
        ResultTableBuilder builder = new ResultTableBuilder(TABLE, lines.codes());
        for (int i = 0; i < lines.size(); i++) {
            Map<String, Double> by = wires.get(i);
            double length =
                    by.values().stream().mapToDouble(Double::doubleValue).sum();
            double unfed = by.getOrDefault("", 0.0);
            fedM += length - unfed;
            unfedM += unfed;
            builder.set(i, "line_supply", supply(i, by, grid));
            if (!by.isEmpty()) {
                builder.set(i, "length_m", length).set(i, "unfed_m", unfed);
            }
            builder.set(i, "transformer_code", feedsMost(by));
        }
        this.table = builder.build();
    }

    /** The transformer that feeds most of a line, the first by code of several; empty where none does. */
    private static String feedsMost(Map<String, Double> by) {
        String most = "";
        double mostM = 0;
        for (Map.Entry<String, Double> one : by.entrySet()) {
            if (!one.getKey().isEmpty() && one.getValue() > mostM) {
                most = one.getKey();
                mostM = one.getValue();
            }
        }
        return most;
    }

    private String supply(int line, Map<String, Double> by, PowerGrid grid) {
        String kind = lines.codesOf("kind").code(line);
        if (kind.isEmpty()) {
            return "unknown";
        }
        if (!kind.equals("low_voltage") && !kind.equals("service_drop")) {
            return "higher_voltage";
        }
        // A line that is drawn twice has no wires of its own.
        if (!grid.isWire(line) || by.isEmpty()) {
            return "not_usable";
        }
        return by.containsKey("") ? "fed_by_nobody" : by.size() > 1 ? "shared" : "fed";
    }

    ResultTable table() {
        return table;
    }

    double fedKm() {
        return fedM / 1000;
    }

    double unfedKm() {
        return unfedM / 1000;
    }
}
