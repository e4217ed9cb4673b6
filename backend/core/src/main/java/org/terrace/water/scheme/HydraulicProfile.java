package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Geometries;
import org.terrace.water.laid.PipeGraph;

/** The way of the water to one tap: the ground, the head line above it, and what it was reckoned with. */
final class HydraulicProfile {
    private final PipedSupplies s;
    private final int tap;
    private final WayToTap way;

    private HydraulicProfile(PipedSupplies supplies, int household) {
        this.s = supplies;
        this.tap = s.tapOf[household];
        this.way = WayToTap.of(s, tap);
    }

    static Explanation of(PipedSupplies s, int household, ResultTable table, TapHead.Limits limits) {
        HydraulicProfile profile = new HydraulicProfile(s, household);
        List<Explanation.Stretch> stretches = profile.stretches();
        List<Explanation.Step> steps = new ArrayList<>();
        steps.add(profile.verdict(table, table.rowOf(s.households.code(household)), limits));
        int row = table.rowOf(s.households.code(household));
        // The verdict of a tap that this leaves open says it itself.
        if (!table.numbers("head_if_full_m").isAbsent(row)
                && !table.codesOf("tap").is(row, TapHead.MAY_RUN_PART_FULL.code())) {
            steps.add(new Explanation.Step(
                    "water.pipes.step_between_works",
                    Map.of(
                            "head_if_full_m", table.numbers("head_if_full_m").get(row),
                            "head_at_least_m", table.numbers("head_at_least_m").get(row)),
                    Map.of(),
                    List.of()));
        }
        steps.addAll(new HeadSums(s, profile.way, profile.tap).steps());
        Optional<Geometry> drawing = stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(Geometries.FACTORY.createMultiLineString(
                        stretches.stream().map(Explanation.Stretch::line).toArray(LineString[]::new)));
        return new Explanation(steps, drawing, stretches);
    }

    private Explanation.Step verdict(ResultTable table, int row, TapHead.Limits limits) {
        String tapCode = table.codesOf("tap").code(row);
        Map<String, Double> numbers = new HashMap<>();
        for (String column : List.of(
                "residual_head_m",
                "needed_head_m",
                "static_head_m",
                "head_error_m",
                "head_if_full_m",
                "head_at_least_m")) {
            numbers.put(column, table.numbers(column).get(row));
        }
        Map<String, String> texts = new HashMap<>(Map.of(
                "level_code",
                s.flowing.isLevel(way.start())
                        ? s.works.code(s.graph.work()[way.start()])
                        : table.text("level_code").get(row)));
        String key = tapCode;
        if (tapCode.equals(TapHead.UNKNOWN.code())
                && TapHead.tellsNothing(
                        table.numbers("head_error_m").get(row),
                        table.numbers("needed_head_m").get(row),
                        limits.mostStaticM())) {
            key = "error_tells_nothing";
        }
        boolean noWater = tapCode.equals(TapHead.NO_WATER_PASSES.code());
        boolean shortAtPeak = !noWater && s.peak.reach[tap] == Passage.Reach.NO_WATER;
        if (noWater || tapCode.equals(TapHead.MAY_NOT_PASS.code()) || shortAtPeak) {
            Optional<Passage.Ridge> ridge = noWater
                    ? way.pieces().stream()
                            .flatMap(e -> Optional.ofNullable(s.passage.ridges.get(e)).stream())
                            .filter(Passage.Ridge::sure)
                            .findFirst()
                    : s.peak.worst(way.pieces());
            ridge.ifPresent(r -> {
                numbers.put("above_m", r.aboveM());
                numbers.put("ridge_error_m", r.errorM());
                texts.put(
                        "pipe_code", s.pipes.code(s.graph.edges().get(r.edge()).pipe()));
            });
            key = shortAtPeak ? "too_low_behind_ridge" : ridge.isPresent() ? tapCode : "no_water_drawn";
            key = !noWater && s.passage.reach[way.start()] == Passage.Reach.MAY_NOT_PASS ? "may_not_fill" : key;
        }
        return new Explanation.Step(
                "water.pipes.step_" + key,
                numbers,
                texts,
                List.of(
                        "water.head.min_service_m",
                        "water.head.max_static_m",
                        "water.demand.peak_hour_factor",
                        "water.pipe.siphon_m"));
    }

    private List<Explanation.Stretch> stretches() {
        List<Explanation.Stretch> stretches = new ArrayList<>();
        double along = 0;
        int node = way.start();
        for (int e : way.pieces()) {
            Explanation.Stretch stretch = stretch(e, node, along);
            stretches.add(stretch);
            along = stretch.alongM()[stretch.alongM().length - 1];
            node = s.passage.other(e, node);
        }
        return stretches;
    }

    private Explanation.Stretch stretch(int edge, int from, double along) {
        PipeGraph.Edge piece = s.graph.edges().get(edge);
        Map<String, Double> numbers = HeadSums.numbers(s, edge);
        if (piece.pipe() == PipeGraph.Edge.SERVICE) {
            int to = s.passage.other(edge, from);
            Coordinate[] ends = {s.graph.places().get(from), s.graph.places().get(to)};
            return new Explanation.Stretch(
                    "service",
                    "",
                    Geometries.FACTORY.createLineString(ends),
                    new double[] {along, along + piece.drawnM()},
                    new double[] {s.heights.heightM()[from], s.heights.heightM()[to]},
                    new double[] {headM(from), headM(to)},
                    numbers);
        }
        boolean backwards = piece.from() != from;
        PipeProfile profile = PipeProfile.of(s, edge);
        int n = profile.size();
        Coordinate[] line = new Coordinate[n];
        double[] metres = new double[n];
        double[] ground = new double[n];
        double[] head = new double[n];
        for (int i = 0; i < n; i++) {
            int k = backwards ? n - 1 - i : i;
            line[i] = profile.at()[k];
            metres[i] = along + Math.abs(profile.alongM()[k] - (backwards ? piece.toM() : piece.fromM()));
            ground[i] = profile.groundM()[k];
            head[i] = profile.headM()[k];
        }
        String kind = s.pipes.codesOf("laying").is(piece.pipe(), "surface") ? "surface_pipe" : "pipe";
        return new Explanation.Stretch(
                kind,
                s.pipes.code(piece.pipe()),
                Geometries.FACTORY.createLineString(line),
                metres,
                ground,
                head,
                numbers);
    }

    private double headM(int node) {
        return s.peak.reach[node] == Passage.Reach.NO_WATER ? Double.NaN : s.between.fullM[node];
    }
}
