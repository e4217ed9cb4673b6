package org.terrace.formats.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.SourceLayer;
import org.terrace.formats.table.CsvReader;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.PhaseLoad;

/**
 * Loads of one moment as a table: {@code bus} with power by phase in {@code p_a_mw, p_b_mw, p_c_mw, q_a_mvar, q_b_mvar, q_c_mvar} (or in
 * kW and kvar: {@code p_a_kw, q_a_kvar}); with {@code type} delta they hang between a and b, b and c, c and a. Power is constant.
 */
final class LoadTable {
    private static final List<String> PHASES = List.of("a", "b", "c");
    private static final Set<String> NAMES = Set.of("name", "load", "index", "id", "", "column_1");

    /** One row. @param watts by phase. @param vars by phase */
    record Row(Place place, String name, String bus, boolean delta, double[] watts, double[] vars) {}

    private final Issues issues;
    private final DssReport report;
    private final List<Row> rows = new ArrayList<>();
    private Optional<String> refused = Optional.empty();
    private boolean kilo;

    private LoadTable(Issues issues) {
        this.issues = issues;
        this.report = new DssReport(issues);
    }

    /** @return empty when something was reported */
    static List<Row> read(InputFile file, Issues issues) {
        LoadTable table = new LoadTable(issues);
        new CsvReader()
                .read(
                        file,
                        ReadOptions.defaults(),
                        new RawSink() {
                            @Override
                            public void layer(SourceLayer layer) {
                                table.header(file.name(), layer.columns());
                            }

                            @Override
                            public void feature(RawFeature row) {
                                if (table.refused.isEmpty()) {
                                    table.row(row);
                                }
                            }
                        },
                        issues);
        return table.rows;
    }

    private void header(String file, List<String> columns) {
        List<String> lower =
                columns.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
        kilo = lower.contains("p_a_kw") || lower.contains("p_b_kw") || lower.contains("p_c_kw");
        List<String> known = new ArrayList<>(List.of("bus", "type"));
        known.addAll(NAMES);
        PHASES.forEach(p -> known.addAll(List.of(active(p), reactive(p))));
        List<String> missing = new ArrayList<>();
        if (!lower.contains("bus")) {
            missing.add("bus");
        }
        if (PHASES.stream().noneMatch(p -> lower.contains(active(p)))) {
            missing.add("p_a_mw");
        }
        for (String column : missing) {
            issues.report(Issue.error("dss_load_column", Place.file(file))
                    .field(column)
                    .value(String.join(", ", columns)));
            refused = Optional.of(column);
        }
        for (String column : lower) {
            if (!known.contains(column)) {
                issues.report(
                        Issue.error("dss_load_column_unknown", Place.file(file)).field(column));
                refused = Optional.of(column);
            }
        }
    }

    private String active(String phase) {
        return "p_" + phase + (kilo ? "_kw" : "_mw");
    }

    private String reactive(String phase) {
        return "q_" + phase + (kilo ? "_kvar" : "_mvar");
    }

    private void row(RawFeature row) {
        String bus = SourceTable.text(row, "bus");
        String type = SourceTable.text(row, "type").toLowerCase(Locale.ROOT);
        if (bus.isEmpty()) {
            report.report(Issue.error("dss_load_no_bus", row.place()));
            return;
        }
        if (!Set.of("", "wye", "y", "delta", "d").contains(type)) {
            report.report(Issue.error("dss_load_type", row.place()).value(type));
            return;
        }
        double[] watts = new double[3];
        double[] vars = new double[3];
        for (int k = 0; k < 3; k++) {
            watts[k] = power(row, active(PHASES.get(k)));
            vars[k] = power(row, reactive(PHASES.get(k)));
            if (Double.isNaN(watts[k] + vars[k])) {
                return;
            }
        }
        String name = SourceTable.text(row, "name");
        rows.add(
                new Row(row.place(), name.isEmpty() ? row.place().id() : name, bus, type.startsWith("d"), watts, vars));
    }

    /** Watts or vars; nothing where the table leaves it empty. */
    private double power(RawFeature row, String column) {
        String text = SourceTable.text(row, column);
        return text.isEmpty() ? 0 : report.number(row.place(), column, text) * (kilo ? 1e3 : 1e6);
    }

    /** What a row hangs between its conductors; phases without power hang on nothing. @param back of a wye load */
    static List<PhaseLoad> loads(Row row, int node, Conductor back) {
        List<PhaseLoad> loads = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            if (row.watts[k] != 0 || row.vars[k] != 0) {
                Conductor at = Conductor.PHASES.get(k);
                Conductor other = row.delta ? Conductor.PHASES.get((k + 1) % 3) : back;
                loads.add(new PhaseLoad(
                        row.name, node, at, other, row.watts[k], row.vars[k], PhaseLoad.Dependence.POWER, 0));
            }
        }
        return loads;
    }
}
