package org.terrace.road;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Network;
import org.terrace.region.ElevationGrid;

/**
 * Heights along every edge of the road network, at its ends and at equal steps between them: of the surveyed profile where the record
 * has one, else of the elevation model. A bridge and a tunnel run straight from end to end, whatever the ground does.
 */
final class RoadHeights {
    private final Network network;
    private final int[] first;
    private final double[] x;
    private final double[] y;
    private final double[] alongM;
    private final double[] heightM;
    private final double[] errorM;

    /** @param stepM the points on an edge are no farther apart. @param modelErrorM standard error of the elevation model */
    RoadHeights(RoadNetwork roads, Optional<ElevationGrid> grid, double stepM, double modelErrorM) {
        this.network = roads.network();
        this.first = new int[network.edges() + 1];
        for (int e = 0; e < network.edges(); e++) {
            first[e + 1] = first[e] + 1 + (int) Math.max(1, Math.ceil(network.lengthM(e) / stepM - 1e-9));
        }
        int n = first[network.edges()];
        this.x = new double[n];
        this.y = new double[n];
        this.alongM = new double[n];
        this.heightM = new double[n];
        this.errorM = new double[n];
        EdgeShapes shapes = roads.shapes();
        SurveyedProfile[] surveyed = SurveyedProfile.all(roads.lines().roads);
        for (int e = 0; e < network.edges(); e++) {
            int last = first[e + 1] - 1;
            for (int s = first[e]; s <= last; s++) {
                double along = network.lengthM(e) * (s - first[e]) / (last - first[e]);
                Coordinate at = s == first[e]
                        ? new Coordinate(network.x(network.from(e)), network.y(network.from(e)))
                        : s == last
                                ? new Coordinate(network.x(network.to(e)), network.y(network.to(e)))
                                : shapes.at(e, along);
                x[s] = at.x;
                y[s] = at.y;
                alongM[s] = along;
                SurveyedProfile profile =
                        roads.road(e) == Network.JOINT ? SurveyedProfile.NONE : surveyed[roads.road(e)];
                heightM[s] = profile.heightM(network.startM(e) + along);
                if (Double.isNaN(heightM[s])) {
                    heightM[s] = grid.isPresent() ? grid.get().bilinear(at.x, at.y) : Double.NaN;
                    errorM[s] = modelErrorM;
                }
            }
            if (roads.road(e) != Network.JOINT && roads.lines().raised[roads.road(e)]) {
                straighten(first[e], last);
            }
        }
    }

    private void straighten(int from, int to) {
        for (int s = from + 1; s < to; s++) {
            double t = alongM[s] / alongM[to];
            if (errorM[s] > 0) {
                heightM[s] = heightM[from] + t * (heightM[to] - heightM[from]);
            }
        }
    }

    /** The first point of an edge among all; its last is before that of the next edge. */
    int first(int edge) {
        return first[edge];
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    /** Metres from the edge's start. */
    double alongM(int point) {
        return alongM[point];
    }

    /** NaN where not known. */
    double heightM(int point) {
        return heightM[point];
    }

    /** Steepest grade of a whole edge sequence given as stretches; see {@link Grade}. */
    static final class Profile {
        private final RoadHeights heights;
        private double[] along = new double[64];
        private double[] height = new double[64];
        private double[] error = new double[64];
        private int points;

        Profile(RoadHeights heights) {
            this.heights = heights;
        }

        /** Adds the stretch of an edge from one place to another, in metres from its start. */
        void add(int edge, double fromM, double toM) {
            double start = points == 0 ? 0 : along[points - 1];
            int a = heights.first[edge];
            int b = heights.first[edge + 1] - 1;
            boolean forward = toM >= fromM;
            put(start, heights.at(edge, fromM, heights.heightM), heights.at(edge, fromM, heights.errorM));
            for (int k = a; k <= b; k++) {
                int s = forward ? k : a + b - k;
                double m = heights.alongM[s];
                if (forward ? m > fromM && m < toM : m < fromM && m > toM) {
                    put(start + Math.abs(m - fromM), heights.heightM[s], heights.errorM[s]);
                }
            }
            put(
                    start + Math.abs(toM - fromM),
                    heights.at(edge, toM, heights.heightM),
                    heights.at(edge, toM, heights.errorM));
        }

        private void put(double m, double h, double e) {
            if (points == along.length) {
                along = Arrays.copyOf(along, points * 2);
                height = Arrays.copyOf(height, points * 2);
                error = Arrays.copyOf(error, points * 2);
            }
            along[points] = m;
            height[points] = h;
            error[points++] = e;
        }

        Grade steepest(double windowM) {
            return Grade.steepest(along, height, error, points, windowM);
        }

        /** Metres from the beginning. */
        double[] alongM() {
            return Arrays.copyOf(along, points);
        }

        double[] heightsM() {
            return Arrays.copyOf(height, points);
        }
    }

    /** A value of the edge's points at a place between them. */
    private double at(int edge, double m, double[] values) {
        int a = first[edge];
        int b = first[edge + 1] - 1;
        double step = alongM[b] / (b - a);
        if (!(step > 0)) {
            return values[a];
        }
        int k = (int) Math.max(0, Math.min(b - a - 1, Math.floor(m / step)));
        double t = Math.max(0, Math.min(1, (m - alongM[a + k]) / step));
        return values[a + k] + t * (values[a + k + 1] - values[a + k]);
    }
}
