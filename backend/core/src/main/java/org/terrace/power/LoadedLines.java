package org.terrace.power;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.power.area.AreaReport;
import org.terrace.power.area.Areas;
import org.terrace.power.grid.Section;
import org.terrace.region.FeatureTable;

/** Every line of the layer, by the worst of its sections. */
final class LoadedLines {
    private final FeatureTable lines;
    private final List<AreaReport> reports;

    LoadedLines(FeatureTable lines, Areas areas) {
        this.lines = lines;
        this.reports =
                areas.byTransformer().values().stream().map(AreaReport::of).toList();
    }

    ResultTable table() {
        return write(new ResultTableBuilder(VoltageTables.LINE, lines.codes()), row -> true);
    }

    /** With the rows of the lines of some areas written anew. @param anew codes of transformers */
    ResultTable table(ResultTable before, Set<String> anew) {
        Set<Integer> rows = new HashSet<>();
        for (AreaReport report : reports) {
            if (anew.contains(report.area().transformer())) {
                report.area().sections().stream()
                        .filter(LoadedLines::isDrawn)
                        .forEach(s -> rows.add(lines.rowOf(s.line())));
            }
        }
        ResultTableBuilder table = new ResultTableBuilder(before);
        rows.forEach(table::clear);
        return write(table, rows::contains);
    }

    private static boolean isDrawn(Section section) {
        return section.kind() == Section.Kind.LINE || section.kind() == Section.Kind.SERVICE_DROP;
    }

    private ResultTable write(ResultTableBuilder table, IntPredicate isWritten) {
        double[] lowest = new double[lines.size()];
        double[] drop = new double[lines.size()];
        double[] loading = new double[lines.size()];
        boolean[] collapsed = new boolean[lines.size()];
        Arrays.fill(lowest, Double.NaN);
        Arrays.fill(loading, Double.NaN);
        IntStream.range(0, lines.size())
                .filter(isWritten)
                .forEach(row -> table.set(row, "voltage_band", "unknown").set(row, "loading", "unknown"));
        for (AreaReport report : reports) {
            for (int s = 0; s < report.area().sections().size(); s++) {
                Section section = report.area().sections().get(s);
                int row = isDrawn(section) ? lines.rowOf(section.line()) : -1;
                if (row < 0 || !isWritten.test(row)) {
                    continue;
                }
                drop[row] += report.dropV(s);
                double end = report.endV(s);
                collapsed[row] |= Double.isNaN(end);
                if (Double.isNaN(lowest[row]) || end < lowest[row]) {
                    lowest[row] = end;
                }
                double percent = 100 * report.amperes(s) / report.wire(s).amperes();
                if (Double.isNaN(loading[row]) || percent > loading[row]) {
                    loading[row] = percent;
                    table.set(row, "amperes", report.amperes(s))
                            .set(row, "loading_percent", percent)
                            .set(row, "loading", percent > 100 ? "exceeded" : Double.isNaN(end) ? "unknown" : "within")
                            .set(row, "customers", report.customersBeyond(s))
                            .set(
                                    row,
                                    "wire",
                                    report.wire(s).type() + "-"
                                            + number(report.wire(s).mm2()))
                            .set(row, "wire_source", report.isWireRecorded(s) ? "recorded" : "assumed");
                }
                table.set(row, "transformer_code", report.area().transformer());
            }
        }
        for (int row = 0; row < lines.size(); row++) {
            if (collapsed[row]) {
                table.set(row, "voltage_band", "collapsed");
            } else if (!Double.isNaN(lowest[row])) {
                table.set(row, "voltage_band", VoltageBand.of(lowest[row]))
                        .set(row, "end_v", lowest[row])
                        .set(row, "drop_v", drop[row]);
            }
        }
        return table.build();
    }

    private static String number(double mm2) {
        return mm2 == Math.rint(mm2) ? Integer.toString((int) mm2) : Double.toString(mm2);
    }
}
