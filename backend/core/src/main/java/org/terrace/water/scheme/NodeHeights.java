package org.terrace.water.scheme;

import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.standard.Standard;
import org.terrace.terrain.Surroundings;
import org.terrace.water.Heights;
import org.terrace.water.laid.PipeGraph;

/**
 * The ground under every node: surveyed where the record of the works or the house has a height, else of the elevation model with its
 * error. A house may stand as much higher or lower as the ground within its position error does.
 *
 * @param heightM NaN where not known. @param errorM 0 where surveyed
 */
record NodeHeights(double[] heightM, double[] errorM) {

    static NodeHeights of(Assessment assessment, PipeGraph graph) {
        Standard standard = assessment.standard();
        FeatureTable works = assessment.region().table(LayerKind.WATER_FACILITY);
        FeatureTable households = assessment.region().households();
        Heights heights = new Heights(assessment.region().elevation());
        double modelError = standard.number("elevation.error_m");
        double[] positionErrors = PositionErrors.of(households, standard.number("household.position_error_m"));
        NodeHeights found = new NodeHeights(new double[graph.nodes()], new double[graph.nodes()]);
        for (int n = 0; n < graph.nodes(); n++) {
            int work = graph.work()[n];
            int household = graph.household()[n];
            if (work >= 0) {
                found.set(n, heights.of(works, work), Heights.isSurveyed(works, work) ? 0 : modelError);
            } else if (household >= 0) {
                boolean surveyed = Heights.isSurveyed(households, household);
                Coordinate at = households.at(household);
                double spread = surveyed
                        ? 0
                        : assessment
                                .region()
                                .elevation()
                                .map(g -> Surroundings.spreadM(g, at.x, at.y, positionErrors[household]))
                                .orElse(0.0);
                found.set(n, heights.of(households, household), surveyed ? 0 : modelError + spread);
            } else {
                Coordinate at = graph.places().get(n);
                found.set(n, model(assessment, at), modelError);
            }
        }
        return found;
    }

    private static double model(Assessment assessment, Coordinate at) {
        return assessment
                .region()
                .elevation()
                .map((ElevationGrid g) -> g.bilinear(at.x, at.y))
                .orElse(Double.NaN);
    }

    private void set(int node, double height, double error) {
        heightM[node] = height;
        errorM[node] = error;
    }
}
