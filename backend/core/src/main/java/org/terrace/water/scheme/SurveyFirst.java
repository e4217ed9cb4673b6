package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The heights of each supply that are worth measuring first: those on which the verdicts of most people hang that the error of the
 * elevation model leaves open. A level decides for every open tap below it; a house for itself.
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
        List<List<Integer>> bySupply = new ArrayList<>();
        for (int k = 0; k < s.flowing.supplies; k++) {
            bySupply.add(new ArrayList<>());
        }
        for (int n = 0; n < s.graph.nodes(); n++) {
            if (s.heights.errorM()[n] > 0 && all[n] > 0) {
                bySupply.get(s.flowing.supplyOf[n]).add(n);
            }
        }
        List<Point> points = new ArrayList<>();
        for (List<Integer> nodes : bySupply) {
            nodes.sort(Comparator.comparingDouble((Integer n) -> -open[n])
                    .thenComparingDouble(n -> -all[n])
                    .thenComparing(n -> n));
            boolean anyOpen = !nodes.isEmpty() && open[nodes.get(0)] > 0;
            for (int r = 0; anyOpen && r < Math.min(MOST, nodes.size()); r++) {
                int n = nodes.get(r);
                if (open[n] > 0 || r < LEAST) {
                    points.add(new Point(
                            s.flowing.supplyOf[n],
                            feature(s, n),
                            r + 1,
                            open[n],
                            all[n],
                            s.graph.places().get(n)));
                }
            }
        }
        return points;
    }

    private static String feature(PipedSupplies s, int node) {
        return s.graph.work()[node] >= 0
                ? s.works.code(s.graph.work()[node])
                : s.graph.household()[node] >= 0 ? s.households.code(s.graph.household()[node]) : "";
    }
}
