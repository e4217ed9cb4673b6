package org.terrace.road;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Network;
import org.terrace.region.ElevationGrid;

/**
 * Heights along every edge of the road network, at its ends and at equal steps of the line between them: of the surveyed profile where
 * the record has one, else of the elevation model. A bridge and a tunnel run straight from end to end, whatever the ground does.
 *
 * <p>Heights belong to the line, not to the edge: a junction more on a line takes its height from the steps on either side, so another
 * road that joins changes nothing along this one.
 */
final class RoadHeights {
    private final Network network;
    private final int[] first;
    private final double[] x;
    private final double[] y;
    private final double[] alongM;
    private final double[] heightM;
    private final double[] errorM;
    private final double[] evenM;

    /**
     * @param stepM the points on a line are no farther apart
     * @param evenM walked heights are taken at points about so far apart, to a step: nearer ones show the model's error, not the road
     * @param modelErrorM standard error of the elevation model
     */
    RoadHeights(RoadNetwork roads, Optional<ElevationGrid> grid, double stepM, double evenM, double modelErrorM) {
        this.network = roads.network();
        this.first = new int[network.edges() + 1];
        double total = 0;
        for (int e = 0; e < network.edges(); e++) {
            total += network.lengthM(e);
        }
        Points points =
                new Points((int) Math.min(Integer.MAX_VALUE / 2, 3L * network.edges() + (long) (total / stepM)));
        SurveyedProfile[] surveyed = SurveyedProfile.all(roads.lines().roads);
        int e = 0;
        while (e < network.edges()) {
            int last = lastOfChain(e);
            SurveyedProfile profile = roads.road(e) == Network.JOINT ? SurveyedProfile.NONE : surveyed[roads.road(e)];
            Chain chain = new Chain(roads, e, last, stepM);
            chain.takeHeights(grid, profile, modelErrorM);
            if (roads.isRaised(e)) {
                chain.straighten();
            }
            chain.even(evenM);
            for (; e <= last; e++) {
                first[e] = points.size;
                chain.points(e, points);
            }
        }
        first[e] = points.size;
        this.x = points.x();
        this.y = points.y();
        this.alongM = points.along();
        this.heightM = points.height();
        this.errorM = points.error();
        this.evenM = points.even();
    }

    /** The last of the edges that follow one another on the line without a gap. */
    private int lastOfChain(int edge) {
        int last = edge;
        while (last + 1 < network.edges()
                && network.line(edge) != Network.JOINT
                && network.line(last + 1) == network.line(edge)
                && network.from(last + 1) == network.to(last)) {
            last++;
        }
        return last;
    }

    /** Points of all edges as they are found. */
    private static final class Points {
        private final double[][] columns = new double[6][];
        private int size;

        Points(int capacity) {
            Arrays.setAll(columns, c -> new double[Math.max(16, capacity)]);
        }

        void add(double... values) {
            if (size == columns[0].length) {
                Arrays.setAll(columns, c -> Arrays.copyOf(columns[c], size * 2));
            }
            for (int c = 0; c < columns.length; c++) {
                columns[c][size] = values[c];
            }
            size++;
        }

        double[] x() {
            return Arrays.copyOf(columns[0], size);
        }

        double[] y() {
            return Arrays.copyOf(columns[1], size);
        }

        double[] along() {
            return Arrays.copyOf(columns[2], size);
        }

        double[] height() {
            return Arrays.copyOf(columns[3], size);
        }

        double[] error() {
            return Arrays.copyOf(columns[4], size);
        }

        double[] even() {
            return Arrays.copyOf(columns[5], size);
        }
    }

    /** Edges that follow one another on a line, with points at equal steps along all of them. */
    private static final class Chain {
        /** A step this near to an edge's end is the end. */
        private static final double SAME_M = 1e-6;

        private final Network network;
        private final EdgeShapes shapes;
        private final int firstEdge;
        private final int lastEdge;
        private final double startM;
        private final int steps;
        private final double stepM;
        private final double[] x;
        private final double[] y;
        private final double[] height;
        private final double[] error;
        private final boolean[] surveyed;
        private final double[] even;

        Chain(RoadNetwork roads, int firstEdge, int lastEdge, double stepM) {
            this.network = roads.network();
            this.shapes = roads.shapes();
            this.firstEdge = firstEdge;
            this.lastEdge = lastEdge;
            this.startM = network.startM(firstEdge);
            double length = network.startM(lastEdge) + network.lengthM(lastEdge) - startM;
            this.steps = (int) Math.max(1, Math.ceil(length / stepM - 1e-9));
            this.stepM = length / steps;
            this.x = new double[steps + 1];
            this.y = new double[steps + 1];
            this.height = new double[steps + 1];
            this.error = new double[steps + 1];
            this.surveyed = new boolean[steps + 1];
            this.even = new double[steps + 1];
        }

        void takeHeights(Optional<ElevationGrid> grid, SurveyedProfile profile, double modelErrorM) {
            int edge = firstEdge;
            for (int s = 0; s <= steps; s++) {
                double along = s * stepM;
                while (edge < lastEdge && along > network.startM(edge) + network.lengthM(edge) - startM) {
                    edge++;
                }
                Coordinate at = s == steps
                        ? new Coordinate(network.x(network.to(lastEdge)), network.y(network.to(lastEdge)))
                        : shapes.at(edge, along - (network.startM(edge) - startM));
                x[s] = at.x;
                y[s] = at.y;
                height[s] = profile.heightM(startM + along);
                surveyed[s] = !Double.isNaN(height[s]);
                if (!surveyed[s] && profile.isEmpty()) {
                    height[s] = grid.isPresent() ? grid.get().bilinear(at.x, at.y) : Double.NaN;
                    error[s] = modelErrorM;
                }
            }
        }

        /** Surveyed heights stay. */
        void straighten() {
            for (int s = 1; s < steps; s++) {
                if (!surveyed[s]) {
                    height[s] = height[0] + (height[steps] - height[0]) * s / steps;
                }
            }
        }

        void even(double aboutM) {
            int parts = (int) Math.max(1, Math.min(steps, Math.floor(steps * stepM / aboutM)));
            even[0] = height[0];
            for (int part = 0; part < parts; part++) {
                int a = (int) ((long) part * steps / parts);
                int b = (int) ((long) (part + 1) * steps / parts);
                for (int s = a + 1; s < b; s++) {
                    even[s] = height[a] + (height[b] - height[a]) * (s - a) / (b - a);
                }
                // As it is, also beside a stretch without heights.
                even[b] = height[b];
            }
        }

        /** The points of one edge: its start, the steps within it, its end. */
        void points(int edge, Points points) {
            double begin = network.startM(edge) - startM;
            double length = network.lengthM(edge);
            int from = network.from(edge);
            int to = network.to(edge);
            points.add(network.x(from), network.y(from), 0, at(height, begin), at(error, begin), at(even, begin));
            int s = (int) Math.max(0, Math.floor((begin + SAME_M) / stepM) + 1);
            for (; s < steps && s * stepM < begin + length - SAME_M; s++) {
                points.add(x[s], y[s], s * stepM - begin, height[s], error[s], even[s]);
            }
            double end = begin + length;
            points.add(network.x(to), network.y(to), length, at(height, end), at(error, end), at(even, end));
        }

        private double at(double[] values, double along) {
            int s = (int) Math.max(0, Math.min(steps - 1, Math.floor(along / stepM)));
            double t = Math.max(0, Math.min(1, along / stepM - s));
            // An end that is a step takes its value as it is, also beside a step without one.
            return t == 0 ? values[s] : t == 1 ? values[s + 1] : values[s] + t * (values[s + 1] - values[s]);
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

    /** Rise from the point before to this one as it is walked, in metres; NaN where not known. */
    double riseM(int point) {
        return evenM[point] - evenM[point - 1];
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
        int low = first[edge];
        int high = first[edge + 1] - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (alongM[middle] <= m) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double length = alongM[high] - alongM[low];
        double t = length > 0 ? Math.max(0, Math.min(1, (m - alongM[low]) / length)) : 0;
        return t == 0 ? values[low] : t == 1 ? values[high] : values[low] + t * (values[high] - values[low]);
    }
}
