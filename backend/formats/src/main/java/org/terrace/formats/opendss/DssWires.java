package org.terrace.formats.opendss;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.text.NumberText;
import org.terrace.powerflow.phases.PhaseMatrix;

/**
 * Impedance and charging of a line for each unit of length, at the frequency of the source: a LineCode, or what a Line says itself.
 * Either by sequences (R1, X1, R0, X0, C1, C0) or by matrices (Rmatrix, Xmatrix, Cmatrix), of which the lower triangle will do.
 *
 * @param phases number of wires, a neutral among them
 * @param unitM metres of the unit, {@link DssUnits#NONE} for none
 */
record DssWires(int phases, PhaseMatrix ohms, PhaseMatrix siemens, double unitM) {
    static final Set<String> READ = Set.of(
            "nphases",
            "phases",
            "r1",
            "x1",
            "r0",
            "x0",
            "c1",
            "c0",
            "b1",
            "b0",
            "rmatrix",
            "xmatrix",
            "cmatrix",
            "units",
            "basefreq");

    static final Set<String> NO_MATTER =
            Set.of("normamps", "emergamps", "faultrate", "pctperm", "repair", "rg", "xg", "rho", "seasons", "ratings");

    private static final int MOST_WIRES = 4;

    /** Whether the statement says impedances itself. */
    static boolean isSaid(DssStatement of) {
        return of.has("r1", "x1", "r0", "x0", "rmatrix", "xmatrix", "cmatrix", "c1", "c0", "b1", "b0");
    }

    /** @param hertz of the source. @return empty when something was reported */
    static Optional<DssWires> of(DssStatement of, double hertz, DssReport report) {
        int phases = report.whole(of, of.has("nphases") ? "nphases" : "phases", 3, 1, MOST_WIRES);
        double at = report.number(of, "basefreq", hertz);
        boolean matrices = of.has("rmatrix", "xmatrix", "cmatrix");
        if (matrices && of.has("r1", "x1", "r0", "x0", "c1", "c0")) {
            report.report(Issue.error("dss_both", of.place()).value("R1 … C0, Rmatrix … Cmatrix"));
            return Optional.empty();
        }
        Optional<PhaseMatrix> ohms = matrices ? byMatrix(of, phases, report) : bySequence(of, phases, report);
        // nanofarads
        double perNano = 2 * Math.PI * hertz * 1e-9;
        Optional<PhaseMatrix> siemens = of.has("cmatrix")
                ? matrix(of, "cmatrix", phases, report).map(c -> charging(c, perNano))
                : charging(of, phases, perNano, 2 * Math.PI * at, report);
        if (ohms.isEmpty() || siemens.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DssWires(phases, ohms.get().times(1, hertz / at), siemens.get(), DssUnits.metres(of, report)));
    }

    /** Of a line that is a switch: a thousandth of an ohm, as OpenDSS has it. */
    static DssWires ofSwitch(int phases) {
        return new DssWires(
                phases, PhaseMatrix.alike(phases, 1e-3, 1e-3, 0, 0), PhaseMatrix.zero(phases), DssUnits.NONE);
    }

    private static Optional<PhaseMatrix> bySequence(DssStatement of, int phases, DssReport report) {
        double r1 = report.number(of, "r1");
        double x1 = report.number(of, "x1");
        double r0 = report.number(of, "r0");
        double x0 = report.number(of, "x0");
        if (Double.isNaN(r1 + x1 + r0 + x0)) {
            return Optional.empty();
        }
        if (r1 < 0 || 2 * r1 + r0 < 0) {
            report.report(
                    Issue.error("dss_not_positive", of.place()).field("r1").value(r1));
            return Optional.empty();
        }
        return Optional.of(
                PhaseMatrix.alike(phases, (2 * r1 + r0) / 3, (2 * x1 + x0) / 3, (r0 - r1) / 3, (x0 - x1) / 3));
    }

    private static Optional<PhaseMatrix> byMatrix(DssStatement of, int phases, DssReport report) {
        Optional<double[][]> r = matrix(of, "rmatrix", phases, report);
        Optional<double[][]> x = matrix(of, "xmatrix", phases, report);
        return r.isEmpty() || x.isEmpty() ? Optional.empty() : Optional.of(PhaseMatrix.of(r.get(), x.get()));
    }

    private static Optional<PhaseMatrix> charging(
            DssStatement of, int phases, double perNano, double radPerS, DssReport report) {
        // Microsiemens at the code's own frequency are as good as nanofarads.
        double c1 = of.has("b1") ? report.number(of, "b1") / radPerS * 1_000 : report.number(of, "c1", 0);
        double c0 = of.has("b0") ? report.number(of, "b0") / radPerS * 1_000 : report.number(of, "c0", 0);
        if (Double.isNaN(c1 + c0)) {
            return Optional.empty();
        }
        return Optional.of(PhaseMatrix.alike(phases, 0, (2 * c1 + c0) / 3 * perNano, 0, (c0 - c1) / 3 * perNano));
    }

    private static PhaseMatrix charging(double[][] nanofarads, double perNano) {
        return PhaseMatrix.of(new double[nanofarads.length][nanofarads.length], nanofarads)
                .times(perNano);
    }

    /** Rows apart by |; of each, up to the diagonal or whole. */
    private static Optional<double[][]> matrix(DssStatement of, String key, int order, DssReport report) {
        Optional<DssStatement.Property> property = of.last(key);
        if (property.isEmpty()) {
            report.missing(of, key);
            return Optional.empty();
        }
        String[] rows = property.get().value().split("\\|");
        double[][] made = new double[order][order];
        boolean fits = rows.length == order;
        for (int i = 0; fits && i < order; i++) {
            List<String> numbers = DssReport.parts(rows[i]);
            fits = numbers.size() == order || numbers.size() == i + 1;
            for (int j = 0; fits && j < numbers.size(); j++) {
                double value = NumberText.parse(numbers.get(j)).value().orElse(Double.NaN);
                fits = !Double.isNaN(value);
                if (j <= i) {
                    made[i][j] = value;
                    made[j][i] = value;
                }
            }
        }
        if (!fits) {
            report.report(Issue.error("dss_matrix", of.place(property.get().line()))
                    .field(key)
                    .value(property.get().value())
                    .with("order", order));
            return Optional.empty();
        }
        return Optional.of(made);
    }
}
