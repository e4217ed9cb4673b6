package org.terrace.water.scheme;

import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.ElevationGrid;
import org.terrace.water.laid.PipeGraph;
import org.terrace.water.laid.PipeLines;

/**
 * The ground along one piece of a pipe: the elevation model's, shifted so that it meets the nodes' own heights. What was surveyed at the
 * ends holds, and between them the model's shape, which is wrong the more the further it is from both.
 *
 * @param alongM of the pipe as drawn. @param groundM NaN where not known. @param errorM of it
 * @param at the places
 */
record PipeGround(double[] alongM, double[] groundM, double[] errorM, Coordinate[] at) {
    /** Metres between two points, at most: half a cell of a 30 m model. */
    private static final double STEP_M = 15;

    /** Of what nobody drew: a service pipe. */
    static final PipeGround NONE = new PipeGround(new double[0], new double[0], new double[0], new Coordinate[0]);

    static PipeGround of(
            PipeLines lines,
            Optional<ElevationGrid> grid,
            NodeHeights heights,
            Passage.Rules rules,
            PipeGraph.Edge edge) {
        if (edge.pipe() == PipeGraph.Edge.SERVICE) {
            return NONE;
        }
        double[] along = places(lines, edge);
        int n = along.length;
        Coordinate[] at = new Coordinate[n];
        double[] ground = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            Coordinate place = lines.at(edge.pipe(), along[i]);
            at[i] = place;
            ground[i] = grid.map(g -> g.bilinear(place.x, place.y)).orElse(Double.NaN);
        }
        double first = heights.heightM()[edge.from()] - ground[0];
        double last = heights.heightM()[edge.to()] - ground[n - 1];
        for (int i = 0; i < n; i++) {
            double part = (along[i] - edge.fromM()) / edge.drawnM();
            ground[i] += first + part * (last - first);
            double ends = heights.errorM()[edge.from()]
                    + part * (heights.errorM()[edge.to()] - heights.errorM()[edge.from()]);
            double shape =
                    rules.modelErrorM() * rules.independent(Math.min(along[i] - edge.fromM(), edge.toM() - along[i]));
            error[i] = Math.max(ends, shape);
        }
        // The ends' own heights need no model.
        ground[0] = heights.heightM()[edge.from()];
        ground[n - 1] = heights.heightM()[edge.to()];
        return new PipeGround(along, ground, error, at);
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

    int size() {
        return alongM.length;
    }
}
