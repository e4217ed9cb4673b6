package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrace.analysis.Explanation;
import org.terrace.hydraulics.HeadLossFormula;
import org.terrace.water.laid.PipeGraph;

/**
 * What the head at a tap was reckoned with, so that it can be done again by hand: level, ground, and of each pipe on the way its length,
 * bore, roughness, the flow that enters and leaves it, and the head lost.
 *
 * <p>Taps along a pipe take from the flow. The flow told for the whole of it is the one that would lose as much if none was taken on the
 * way; of each piece its own is in {@link #numbers}.
 */
final class HeadSums {
    /** Of Hazen-Williams; near enough for Darcy-Weisbach. */
    private static final double EXPONENT = 1.852;

    private final PipedSupplies s;
    private final WayToTap way;
    private final int tap;

    HeadSums(PipedSupplies supplies, WayToTap way, int tap) {
        this.s = supplies;
        this.way = way;
        this.tap = tap;
    }

    /** None where the head is not known. */
    List<Explanation.Step> steps() {
        if (way.pieces().isEmpty() || Double.isNaN(s.fullResidualM(tap))) {
            return List.of();
        }
        List<Explanation.Step> steps = new ArrayList<>();
        steps.add(new Explanation.Step(
                "water.pipes.step_heights",
                Map.of(
                        "level_height_m", s.heights.heightM()[way.start()],
                        "tap_height_m", s.heights.heightM()[tap],
                        "head_loss_m", s.between.fullM[way.start()] - s.between.fullM[tap]),
                Map.of("level_code", s.works.code(s.graph.work()[way.start()])),
                List.of()));
        for (int from = 0; from < way.pieces().size(); ) {
            int pipe = pipe(from);
            int to = from;
            while (to < way.pieces().size() && pipe(to) == pipe) {
                to++;
            }
            steps.add(step(pipe, way.pieces().subList(from, to)));
            from = to;
        }
        return steps;
    }

    private int pipe(int place) {
        return s.graph.edges().get(way.pieces().get(place)).pipe();
    }

    private Explanation.Step step(int pipe, List<Integer> pieces) {
        double length = 0;
        double loss = 0;
        double weighted = 0;
        for (int e : pieces) {
            double metres = s.flowing.lengthM(s.graph.edges().get(e));
            length += metres;
            loss += Math.abs(s.between.lossM[e]);
            weighted += metres * Math.pow(Math.abs(s.between.flowM3PerS[e]), EXPONENT);
        }
        Map<String, Double> numbers = new HashMap<>(numbers(s, pieces.get(0)));
        numbers.put("enters_l_per_s", Math.abs(s.between.flowM3PerS[pieces.get(0)]) * 1000);
        numbers.put("leaves_l_per_s", Math.abs(s.between.flowM3PerS[pieces.get(pieces.size() - 1)]) * 1000);
        numbers.put("flow_l_per_s", Math.pow(weighted / length, 1 / EXPONENT) * 1000);
        numbers.put("length_m", length);
        numbers.put("head_loss_m", loss);
        boolean service = pipe == PipeGraph.Edge.SERVICE;
        return new Explanation.Step(
                "water.pipes.step_" + (service ? "service" : isHazenWilliams(s) ? "pipe" : "pipe_darcy_weisbach"),
                numbers,
                Map.of("pipe_code", service ? "" : s.pipes.code(pipe)),
                List.of(
                        "water.pipe.formula",
                        isHazenWilliams(s) ? "water.pipe.hazen_williams" : "water.pipe.roughness_mm",
                        service ? "water.service.diameter_mm" : "water.pipe.sdr_by_class_mpa"));
    }

    private static boolean isHazenWilliams(PipedSupplies s) {
        return s.sizes.formula() == HeadLossFormula.HAZEN_WILLIAMS;
    }

    /** Of one piece: flow, bore, length along the slope, roughness and head lost. */
    static Map<String, Double> numbers(PipedSupplies s, int edge) {
        PipeGraph.Edge piece = s.graph.edges().get(edge);
        Map<String, Double> numbers = new HashMap<>();
        numbers.put("flow_l_per_s", Math.abs(s.between.flowM3PerS[edge]) * 1000);
        numbers.put("bore_mm", s.sizes.boreMm(piece.pipe()));
        numbers.put("length_m", s.flowing.lengthM(piece));
        numbers.put("head_loss_m", Math.abs(s.between.lossM[edge]));
        if (isHazenWilliams(s)) {
            numbers.put("friction_coefficient", s.sizes.roughness(piece.pipe()));
        } else {
            numbers.put("roughness_mm", s.sizes.roughness(piece.pipe()) * 1000);
        }
        return numbers;
    }
}
