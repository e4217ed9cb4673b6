package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;

/** What is built, drawn, with ground and head line from the source to the tank and on to the tap that has least to spare. */
final class ProjectExplanation {
    private ProjectExplanation() {}

    static Explanation of(Proposals proposals, ResultTable table, int row) {
        String code = table.codes()[row];
        for (HoseBurial hose : proposals.hoses) {
            if (hose.project().code().equals(code)) {
                return new Explanation(
                        List.of(step(table, row, "step_hose")), hose.project().geometry());
            }
        }
        for (SourceProtection protection : proposals.protections) {
            if (protection.project().code().equals(code)) {
                return new Explanation(
                        List.of(step(table, row, "step_source")),
                        protection.project().geometry());
            }
        }
        for (Scheme scheme : proposals.schemes.values()) {
            if (scheme.project().code().equals(code)) {
                return scheme(scheme, table, row);
            }
        }
        return Explanation.NONE;
    }

    private static Explanation scheme(Scheme scheme, ResultTable table, int row) {
        List<Explanation.Step> steps = new ArrayList<>(List.of(
                step(table, row, "step_scheme"),
                step(table, row, "step_cost"),
                step(table, row, "step_heads"),
                step(table, row, "step_sketch")));
        if (scheme.lift().metres() > 0) {
            steps.add(1, step(table, row, "step_pump"));
        }
        if (!table.text("first_code").get(row).isEmpty()) {
            steps.add(step(table, row, "step_first"));
        }
        if (!scheme.approvals().isEmpty()) {
            steps.add(step(table, row, "step_approval"));
        }
        return new Explanation(steps, scheme.project().geometry(), way(scheme));
    }

    private static Explanation.Step step(ResultTable table, int row, String key) {
        Map<String, Double> numbers = new HashMap<>();
        for (String column : List.of(
                "households_gain",
                "people_gain",
                "demand_m3_per_day",
                "spare_m3_per_day",
                "litres_after",
                "length_m",
                "tank_m3",
                "break_pressure_tanks",
                "cost_low_yuan",
                "cost_yuan",
                "cost_high_yuan",
                "yuan_per_person",
                "upkeep_yuan_per_year",
                "residual_head_m",
                "head_error_m",
                "survey_first",
                "lift_m",
                "power_kw",
                "energy_kwh_per_year",
                "schemes")) {
            if (!table.numbers(column).isAbsent(row)) {
                numbers.put(column, table.numbers(column).get(row));
            }
        }
        return new Explanation.Step(
                "water.projects." + key,
                numbers,
                Map.of(
                        "source_code", table.text("source_code").get(row),
                        "first_code", table.text("first_code").get(row),
                        "approval_codes", table.text("approval_codes").get(row)),
                List.of("water.demand.litres_per_person_day", "water.head.min_service_m", "water.head.max_static_m"));
    }

    /** Piece by piece from the source to the weakest tap. */
    private static List<Explanation.Stretch> way(Scheme scheme) {
        SchemeTree tree = scheme.tree();
        Map<Integer, Piece> endingAt = new HashMap<>();
        scheme.pieces().forEach(p -> endingAt.put(p.to(), p));
        List<Piece> pieces = new ArrayList<>();
        int at = scheme.weakest().point();
        while (at != 0) {
            Piece piece = Optional.ofNullable(endingAt.get(at)).orElseThrow();
            pieces.add(0, piece);
            at = piece.from();
        }
        List<Explanation.Stretch> way = new ArrayList<>();
        double start = 0;
        for (Piece piece : pieces) {
            int n = piece.points().length;
            double[] along = new double[n];
            double[] ground = new double[n];
            double[] head = new double[n];
            double length = 0;
            for (int i = 0; i < n; i++) {
                int p = piece.points()[i];
                length += i == 0 ? 0 : tree.lengthM(p);
                along[i] = start + length;
                ground[i] = tree.groundM(p);
                head[i] = piece.headFromM() - (piece.headFromM() - piece.headToM()) * length / piece.lengthM();
            }
            way.add(new Explanation.Stretch("pipe", "", SchemeDesign.line(tree, piece), along, ground, head));
            start += length;
        }
        return way;
    }
}
