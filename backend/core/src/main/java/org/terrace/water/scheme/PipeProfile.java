package org.terrace.water.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.ElevationGrid;
import org.terrace.water.laid.PipeGraph;
import org.terrace.water.laid.PipeLines;

/**
 * The ground along a pipe, with the head line and the static level above it.
 *
 * <p>The ground is the elevation model's, shifted so that it meets the nodes' own heights: what was surveyed at the ends holds, and between
 * them the model's shape.
 *
 * @param alongM as drawn. @param groundM, headM and staticM in metres, NaN where not known
 * @param errorM of the ground. @param levelErrorM of the level behind the head and the static level
 */
record PipeProfile(
        double[] alongM, double[] groundM, double[] headM, double[] staticM, double[] errorM, double[] levelErrorM) {
    /** Metres between two points, at most: half a cell of a 30 m model. */
    private static final double STEP_M = 15;

    /** Over one piece of a pipe. */
    static PipeProfile of(
            PipeLines lines, Optional<ElevationGrid> grid, NodeHeights heights, Flowing flowing, PipeGraph.Edge edge) {
        List<double[]> rows = new ArrayList<>();
        double[] along = places(lines, edge);
        double[] model = Arrays.stream(along)
                .map(m -> {
                    Coordinate c = lines.at(edge.pipe(), m);
                    return grid.map(g -> g.bilinear(c.x, c.y)).orElse(Double.NaN);
                })
                .toArray();
        double first = heights.heightM()[edge.from()] - model[0];
        double last = heights.heightM()[edge.to()] - model[model.length - 1];
        for (int i = 0; i < along.length; i++) {
            double part = (along[i] - edge.fromM()) / edge.drawnM();
            double error = heights.errorM()[edge.from()]
                    + part * (heights.errorM()[edge.to()] - heights.errorM()[edge.from()]);
            double ground = model[i] + first + part * (last - first);
            rows.add(new double[] {
                along[i],
                // The ends' own heights need no model.
                i == 0 ? heights.heightM()[edge.from()] : i == along.length - 1 ? heights.heightM()[edge.to()] : ground,
                between(flowing.headM, edge, part),
                staticM(flowing, edge),
                error,
                Math.max(flowing.levelErrorM[edge.from()], flowing.levelErrorM[edge.to()])
            });
        }
        return new PipeProfile(
                column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3), column(rows, 4), column(rows, 5));
    }

    /** The pieces of a pipe, one behind the other: where they meet stands twice. */
    static PipeProfile joined(List<PipeProfile> pieces) {
        return new PipeProfile(
                joined(pieces, PipeProfile::alongM),
                joined(pieces, PipeProfile::groundM),
                joined(pieces, PipeProfile::headM),
                joined(pieces, PipeProfile::staticM),
                joined(pieces, PipeProfile::errorM),
                joined(pieces, PipeProfile::levelErrorM));
    }

    private static double[] joined(List<PipeProfile> pieces, Function<PipeProfile, double[]> column) {
        return pieces.stream().map(column).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double between(double[] byNode, PipeGraph.Edge edge, double part) {
        return byNode[edge.from()] + part * (byNode[edge.to()] - byNode[edge.from()]);
    }

    /** The level that presses on a piece when nothing flows: the higher of both ends'. */
    private static double staticM(Flowing flowing, PipeGraph.Edge edge) {
        return Math.max(flowing.staticM[edge.from()], flowing.staticM[edge.to()]);
    }

    private static double[] places(PipeLines lines, PipeGraph.Edge edge) {
        TreeSet<Double> places = new TreeSet<>();
        int steps = (int) Math.max(1, Math.ceil(edge.drawnM() / STEP_M));
        for (int i = 0; i <= steps; i++) {
            places.add(i == steps ? edge.toM() : edge.fromM() + edge.drawnM() * i / steps);
        }
        for (double vertex : lines.measures(edge.pipe())) {
            if (vertex > edge.fromM() && vertex < edge.toM()) {
                places.add(vertex);
            }
        }
        return places.stream().mapToDouble(m -> m).toArray();
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(r -> r[column]).toArray();
    }

    /** Head above the ground when nothing flows. */
    double pressM(int i) {
        return staticM[i] - groundM[i];
    }

    /** Head above the ground at the peak. */
    double freeM(int i) {
        return headM[i] - groundM[i];
    }

    /** Error of a head above the ground there: level and ground are wrong independently. */
    double headErrorM(int i) {
        return Math.hypot(levelErrorM[i], errorM[i]);
    }

    int size() {
        return alongM.length;
    }
}
