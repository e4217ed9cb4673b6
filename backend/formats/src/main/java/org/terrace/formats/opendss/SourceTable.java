package org.terrace.formats.opendss;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.table.CsvReader;
import org.terrace.powerflow.phases.PhaseMatrix;
import org.terrace.powerflow.phases.Source;

/**
 * The source of a feeder, {@code Source.csv} with the columns quantity, value, unit: {@code source_voltage} in pu of {@code nominal},
 * short-circuit currents {@code short_circuit_3ph} and {@code short_circuit_1ph}, {@code frequency}; and where they are not OpenDSS's own
 * {@code bus} (SourceBus), {@code x1r1} (4) and {@code x0r0} (3), {@code neutral_resistance} where a neutral wire begins at the source.
 *
 * @param volts nominal, phase to neutral
 * @param perUnit voltage without load, behind the impedance
 */
record SourceTable(
        String bus, double volts, double perUnit, double hertz, PhaseMatrix ohms, Optional<Double> electrodeOhm) {
    private static final String USUAL_BUS = "SourceBus";
    private static final double USUAL_X1_R1 = 4;
    private static final double USUAL_X0_R0 = 3;

    /** A value with the line it stands on. */
    private record Row(Place place, String value, String unit) {}

    static Optional<SourceTable> read(InputFile file, Issues issues) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Issues found = new Issues();
        new CsvReader().read(file, ReadOptions.defaults(), row -> add(row, rows, found), found);
        found.all().forEach(issues::report);
        if (found.hasFatal()) {
            return Optional.empty();
        }
        return new Reading(file.name(), rows, new DssReport(issues)).table();
    }

    private static void add(RawFeature row, Map<String, Row> rows, Issues issues) {
        String quantity = text(row, "quantity").toLowerCase(Locale.ROOT);
        if (quantity.isEmpty()
                || rows.put(quantity, new Row(row.place(), text(row, "value"), text(row, "unit"))) != null) {
            issues.report(Issue.error("dss_source_row", row.place()).value(quantity));
        }
    }

    static String text(RawFeature row, String column) {
        return row.attributes().entrySet().stream()
                .filter(e -> e.getKey().strip().equalsIgnoreCase(column))
                .map(e -> String.valueOf(e.getValue()).strip())
                .findFirst()
                .orElse("");
    }

    /** Turns the rows into numbers. */
    private static final class Reading {
        private final String file;
        private final Map<String, Row> rows;
        private final DssReport report;

        Reading(String file, Map<String, Row> rows, DssReport report) {
            this.file = file;
            this.rows = new LinkedHashMap<>(rows);
            this.report = report;
        }

        Optional<SourceTable> table() {
            double nominal = required("nominal", Map.of("v", 1.0, "kv", 1e3));
            double perUnit = required("source_voltage", Map.of("pu", 1.0));
            double three = shortCircuit("short_circuit_3ph", nominal);
            double one = shortCircuit("short_circuit_1ph", nominal);
            double hertz = required("frequency", Map.of("hz", 1.0));
            double x1r1 = optional("x1r1", Map.of("", 1.0), USUAL_X1_R1);
            double x0r0 = optional("x0r0", Map.of("", 1.0), USUAL_X0_R0);
            Row bus = rows.remove("bus");
            Optional<Double> electrode = rows.containsKey("neutral_resistance")
                    ? Optional.of(number("neutral_resistance", Map.of("ohm", 1.0)))
                    : Optional.empty();
            rows.forEach((quantity, row) ->
                    report.report(Issue.error("dss_source_row", row.place).value(quantity)));
            if (Double.isNaN(nominal + perUnit + three + one + hertz + x1r1 + x0r0 + electrode.orElse(0.0))
                    || !rows.isEmpty()) {
                return Optional.empty();
            }
            return impedance(nominal, three, one, x1r1, x0r0)
                    .map(ohms -> new SourceTable(
                            bus == null ? USUAL_BUS : bus.value,
                            nominal / Math.sqrt(3),
                            perUnit,
                            hertz,
                            ohms,
                            electrode));
        }

        /** Zero sequence so that (2 Z1 + Z0) / 3 lets the single-phase current through. */
        private Optional<PhaseMatrix> impedance(double nominal, double three, double one, double x1r1, double x0r0) {
            double z1 = nominal / Math.sqrt(3) / three;
            double r1 = z1 / Math.sqrt(1 + x1r1 * x1r1);
            double x1 = r1 * x1r1;
            double loop = Math.sqrt(3) * nominal / one;
            double a = 1 + x0r0 * x0r0;
            double b = 4 * (r1 + x1 * x0r0);
            double c = 4 * z1 * z1 - loop * loop;
            double r0 = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
            if (!(r0 >= 0)) {
                report.report(Issue.error("dss_short_circuit", Place.file(file)).value(one));
                return Optional.empty();
            }
            return Optional.of(PhaseMatrix.ofSequences(r1, x1, r0, r0 * x0r0));
        }

        /** Amperes; power is taken at the nominal voltage. */
        private double shortCircuit(String quantity, double nominal) {
            double perVolt = 1 / (Math.sqrt(3) * nominal);
            return required(quantity, Map.of("a", 1.0, "ka", 1e3, "mva", Double.isNaN(perVolt) ? 1 : 1e6 * perVolt));
        }

        private double required(String quantity, Map<String, Double> units) {
            if (!rows.containsKey(quantity)) {
                report.report(
                        Issue.error("dss_source_missing", Place.file(file)).value(quantity));
                return Double.NaN;
            }
            return number(quantity, units);
        }

        private double optional(String quantity, Map<String, Double> units, double usual) {
            return rows.containsKey(quantity) ? number(quantity, units) : usual;
        }

        /** Takes the row out. */
        private double number(String quantity, Map<String, Double> units) {
            Row row = rows.get(quantity);
            if (row == null) {
                return Double.NaN;
            }
            rows.remove(quantity);
            Double unit = units.get(row.unit.toLowerCase(Locale.ROOT));
            if (unit == null) {
                report.report(Issue.error("dss_source_unit", row.place)
                        .field(quantity)
                        .value(row.unit)
                        .with("units", String.join(", ", units.keySet())));
                return Double.NaN;
            }
            double value = report.number(row.place, quantity, row.value) * unit;
            if (value <= 0 && !quantity.equals("neutral_resistance")) {
                report.report(Issue.error("dss_not_positive", row.place)
                        .field(quantity)
                        .value(row.value));
                return Double.NaN;
            }
            return value;
        }
    }

    /** @param node position of the bus in the network's list */
    Source source(int node) {
        double emf = perUnit * volts;
        return electrodeOhm
                .map(ohm -> Source.fourWire(node, emf, ohms, ohm))
                .orElseGet(() -> Source.balanced(node, emf, ohms));
    }
}
