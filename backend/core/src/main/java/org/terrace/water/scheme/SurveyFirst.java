package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.water.laid.PipeGraph;

/**
 * The heights of each supply that are worth measuring first: those on which the verdicts of most people hang that the error of the
 * elevation model leaves open. A level decides for every open tap below it, a ridge for all that lie behind it; a house for itself.
 */
final class SurveyFirst {
    private static final int MOST = 5;
    private static final int LEAST = 3;

    /**
     * @param feature code of the works or household to measure. @param openPeople whose tap is borderline and hangs on it
     * @param people who draw water below it, open or not
     */
    record Point(int supply, String feature, int rank, double openPeople, double people, Coordinate at) {}

    private SurveyFirst() {}

    /** @param taps by node: what the head there is good for. @return by supply, then rank; at most five of each */
    static List<Point> of(PipedSupplies s, TapHead[] taps) {
        double[] open = new double[s.graph.nodes()];
        double[] all = new double[s.graph.nodes()];
        for (int n = 0; n < s.graph.nodes(); n++) {
            int level = s.flowing.levelNode[n];
            double people = Double.isNaN(s.people[n]) ? 0 : s.people[n];
            if (people > 0) {
                double openHere = taps[n].isBorderline() ? people : 0;
                if (level >= 0 && level != n) {
                    open[level] += openHere;
                    all[level] += people;
                }
                open[n] += openHere;
                all[n] += people;
            }
        }
        List<List<Point>> bySupply = new ArrayList<>();
        for (int k = 0; k < s.flowing.supplies; k++) {
            bySupply.add(new ArrayList<>());
        }
        for (int n = 0; n < s.graph.nodes(); n++) {
            if (s.heights.errorM()[n] > 0 && all[n] > 0) {
                int supply = s.flowing.supplyOf[n];
                Coordinate at = s.graph.places().get(n);
                bySupply.get(supply).add(new Point(supply, feature(s, n), 0, open[n], all[n], at));
            }
        }
        ridges(s, taps).forEach(p -> bySupply.get(p.supply).add(p));
        List<Point> points = new ArrayList<>();
        for (List<Point> here : bySupply) {
            // Where they decide for as many, in the order of the pipes: what is nearer to the level comes first.
            here.sort(Comparator.comparingDouble((Point p) -> -p.openPeople).thenComparingDouble(p -> -p.people));
            boolean anyOpen = !here.isEmpty() && here.get(0).openPeople > 0;
            for (int r = 0; anyOpen && r < Math.min(MOST, here.size()); r++) {
                Point p = here.get(r);
                if (p.openPeople > 0 || r < LEAST) {
                    points.add(new Point(p.supply, p.feature, r + 1, p.openPeople, p.people, p.at));
                }
            }
        }
        return points;
    }

    /** Of each pipe the ridge that decides for most. */
    private static List<Point> ridges(PipedSupplies s, TapHead[] taps) {
        double[] open = new double[s.graph.nodes()];
        for (int n = 0; n < open.length; n++) {
            open[n] = taps[n] == TapHead.MAY_NOT_PASS ? s.people[n] : 0;
        }
        Map<Integer, Point> byPipe = new TreeMap<>();
        for (Passage.Ridge ridge : s.passage.ridges.values()) {
            PipeGraph.Edge edge = s.graph.edges().get(ridge.edge());
            double decides = ridge.sure() ? 0 : s.passage.peopleBehind(ridge, open);
            if (decides > 0) {
                Point point = new Point(
                        s.flowing.supplyOf[edge.from()],
                        s.pipes.code(edge.pipe()),
                        0,
                        decides,
                        s.passage.peopleBehind(ridge, s.people),
                        s.grounds[ridge.edge()].at()[ridge.point()]);
                byPipe.merge(edge.pipe(), point, (a, b) -> a.openPeople >= b.openPeople ? a : b);
            }
        }
        return List.copyOf(byPipe.values());
    }

    private static String feature(PipedSupplies s, int node) {
        return s.graph.work()[node] >= 0
                ? s.works.code(s.graph.work()[node])
                : s.graph.household()[node] >= 0 ? s.households.code(s.graph.household()[node]) : "";
    }
}
