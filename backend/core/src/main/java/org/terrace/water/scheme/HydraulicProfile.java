package org.terrace.water.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.ResultTable;
import org.terrace.region.Geometries;
import org.terrace.water.laid.PipeGraph;

/** The way of the water to one tap: the ground, and the head line above it. */
final class HydraulicProfile {
    private HydraulicProfile() {}

    static Explanation of(Assessment assessment, PipedSupplies s, int household, ResultTable table) {
        int tap = s.tapOf[household];
        List<Integer> way = way(s, tap);
        List<Explanation.Stretch> stretches = new ArrayList<>();
        double along = 0;
        int node = start(s, way, tap);
        for (int e : way) {
            PipeGraph.Edge edge = s.graph.edges().get(e);
            Explanation.Stretch stretch = stretch(assessment, s, edge, node, along);
            stretches.add(stretch);
            along = stretch.alongM()[stretch.alongM().length - 1];
            node = edge.from() == node ? edge.to() : edge.from();
        }
        int row = table.rowOf(s.households.code(household));
        Map<String, Double> numbers = new HashMap<>();
        for (String column : List.of("residual_head_m", "needed_head_m", "static_head_m", "head_error_m")) {
            numbers.put(column, table.numbers(column).get(row));
        }
        Explanation.Step step = new Explanation.Step(
                "water.pipes.step_" + table.codesOf("tap").code(row),
                numbers,
                Map.of("level_code", table.text("level_code").get(row)),
                List.of("water.head.min_service_m", "water.head.max_static_m", "water.demand.peak_hour_factor"));
        Optional<Geometry> drawing = stretches.isEmpty()
                ? Optional.empty()
                : Optional.of(Geometries.FACTORY.createMultiLineString(
                        stretches.stream().map(Explanation.Stretch::line).toArray(LineString[]::new)));
        return new Explanation(List.of(step), drawing, stretches);
    }

    /** Pieces from the level to the tap: at every node the one that brings most water; where flows are not known, the fewest. */
    private static List<Integer> way(PipedSupplies s, int tap) {
        List<List<Integer>> edgesAt = new ArrayList<>();
        for (int n = 0; n < s.graph.nodes(); n++) {
            edgesAt.add(new ArrayList<>());
        }
        for (int e = 0; e < s.graph.edges().size(); e++) {
            edgesAt.get(s.graph.edges().get(e).from()).add(e);
            edgesAt.get(s.graph.edges().get(e).to()).add(e);
        }
        return flowing(s, edgesAt, tap).orElseGet(() -> fewest(s, edgesAt, tap));
    }

    /** Empty where no water is known to come from a level. */
    private static Optional<List<Integer>> flowing(PipedSupplies s, List<List<Integer>> edgesAt, int tap) {
        List<Integer> way = new ArrayList<>();
        int node = tap;
        // Water runs down the head and in no circle; rounding might, where next to nothing flows.
        while (!s.flowing.isLevel(node) && way.size() < s.graph.edges().size()) {
            int most = -1;
            double inflow = 0;
            for (int e : edgesAt.get(node)) {
                if (inflow(s, e, node) > inflow) {
                    most = e;
                    inflow = inflow(s, e, node);
                }
            }
            if (most < 0) {
                return Optional.empty();
            }
            way.add(most);
            PipeGraph.Edge edge = s.graph.edges().get(most);
            node = edge.from() == node ? edge.to() : edge.from();
        }
        Collections.reverse(way);
        return s.flowing.isLevel(node) ? Optional.of(way) : Optional.empty();
    }

    private static List<Integer> fewest(PipedSupplies s, List<List<Integer>> edgesAt, int tap) {
        int[] via = new int[s.graph.nodes()];
        Arrays.fill(via, -1);
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(tap));
        boolean[] seen = new boolean[s.graph.nodes()];
        seen[tap] = true;
        while (!queue.isEmpty()) {
            int node = queue.poll();
            if (s.flowing.isLevel(node)) {
                List<Integer> way = new ArrayList<>();
                for (int n = node; n != tap; ) {
                    PipeGraph.Edge edge = s.graph.edges().get(via[n]);
                    way.add(via[n]);
                    n = edge.from() == n ? edge.to() : edge.from();
                }
                return way;
            }
            for (int e : edgesAt.get(node)) {
                PipeGraph.Edge edge = s.graph.edges().get(e);
                int other = edge.from() == node ? edge.to() : edge.from();
                if (!seen[other]) {
                    seen[other] = true;
                    via[other] = e;
                    queue.add(other);
                }
            }
        }
        return Collections.emptyList();
    }

    private static double inflow(PipedSupplies s, int edge, int node) {
        double flow = s.flowing.flowM3PerS[edge];
        return Double.isNaN(flow) ? 0 : s.graph.edges().get(edge).to() == node ? flow : -flow;
    }

    private static int start(PipedSupplies s, List<Integer> way, int tap) {
        if (way.isEmpty()) {
            return tap;
        }
        PipeGraph.Edge first = s.graph.edges().get(way.get(0));
        return s.flowing.isLevel(first.from()) ? first.from() : first.to();
    }

    private static Explanation.Stretch stretch(
            Assessment assessment, PipedSupplies s, PipeGraph.Edge edge, int from, double along) {
        boolean backwards = edge.from() != from;
        if (edge.pipe() == PipeGraph.Edge.SERVICE) {
            int to = backwards ? edge.from() : edge.to();
            Coordinate[] ends = {s.graph.places().get(from), s.graph.places().get(to)};
            return new Explanation.Stretch(
                    "service",
                    "",
                    Geometries.FACTORY.createLineString(ends),
                    new double[] {along, along + edge.drawnM()},
                    new double[] {s.heights.heightM()[from], s.heights.heightM()[to]},
                    heads(s, from, to));
        }
        PipeProfile profile = PipeProfile.of(s.lines, assessment.region().elevation(), s.heights, s.flowing, edge);
        int n = profile.size();
        Coordinate[] line = new Coordinate[n];
        double[] metres = new double[n];
        double[] ground = new double[n];
        double[] head = new double[n];
        for (int i = 0; i < n; i++) {
            int k = backwards ? n - 1 - i : i;
            line[i] = s.lines.at(edge.pipe(), profile.alongM()[k]);
            metres[i] = along + Math.abs(profile.alongM()[k] - (backwards ? edge.toM() : edge.fromM()));
            ground[i] = profile.groundM()[k];
            head[i] = profile.headM()[k];
        }
        String kind = s.pipes.codesOf("laying").is(edge.pipe(), "surface") ? "surface_pipe" : "pipe";
        return new Explanation.Stretch(
                kind, s.pipes.code(edge.pipe()), Geometries.FACTORY.createLineString(line), metres, ground, head);
    }

    private static double[] heads(PipedSupplies s, int from, int to) {
        return new double[] {s.flowing.headM[from], s.flowing.headM[to]};
    }
}
