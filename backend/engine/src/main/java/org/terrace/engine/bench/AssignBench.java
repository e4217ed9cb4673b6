package org.terrace.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrace.optimise.AssignmentBound;
import org.terrace.optimise.AssignmentProblem;
import org.terrace.optimise.WholeAssignment;

/**
 * Whole households assigned to water sources on seeded counties: the relaxation alone, and whole households with the share of the bound of
 * people that is missing. Tight water at two sizes and several shares of the demand, and plenty, where cost decides.
 */
final class AssignBench implements Bench {
    private static final int NEAR = 40;

    @Override
    public String name() {
        return "assign";
    }

    @Override
    public List<Row> run() throws Exception {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows(3_500, 80, 0.8));
        for (double share : new double[] {0.65, 0.8, 0.95, 1.5}) {
            rows.addAll(rows(35_000, 800, share));
        }
        return rows;
    }

    private static List<Row> rows(int households, int sources, double share) throws Exception {
        AssignmentProblem problem = WaterCounty.problem(households, sources, NEAR, share, 1);
        String what = String.format(
                Locale.ROOT,
                "assign %,d households to %,d sources, %,d pairs, water for %.0f %% of the demand",
                households,
                sources,
                problem.pairs(),
                100 * share);
        Measured<AssignmentBound> bound = Measured.median(1, 3, () -> AssignmentBound.of(problem));
        Measured<WholeAssignment> whole = Measured.median(1, 3, () -> WholeAssignment.of(problem));
        WholeAssignment answer = whole.answer();
        return List.of(
                new Row(
                        what + ", relaxation",
                        String.format(Locale.ROOT, "%.2f s", bound.seconds()),
                        "",
                        String.format(Locale.ROOT, "%,d pivots", bound.answer().pivots())),
                new Row(
                        what + ", whole households",
                        String.format(Locale.ROOT, "%.2f s", whole.seconds()),
                        "",
                        String.format(
                                Locale.ROOT,
                                "%,.0f people of at most %,.0f, gap %.3f %%; cost at most %.1f %% above the least",
                                answer.people(),
                                answer.peopleBound(),
                                100 * answer.peopleGap(),
                                100 * answer.costGap())));
    }
}
