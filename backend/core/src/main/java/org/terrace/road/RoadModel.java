package org.terrace.road;

import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.standard.Standard;

/**
 * What the road analyses share of one snapshot: the network, heights along it, the shortest ways to its connected hardened part.
 *
 * @param ways to what is known to be connected. @param possibleWays to what would be, were every unknown surface hardened
 */
record RoadModel(RoadNetwork network, RoadHeights heights, Ways ways, Ways possibleWays) {
    private static final Derived.Key<RoadModel> KEY = new Derived.Key<>("road.model", RoadModel.class);

    /** Points on a road where heights are taken are no farther apart. */
    private static final double STEP_M = 30;

    /** Walked heights are no nearer: the standard's window for grades, fixed here so that times of counties compare. */
    private static final double EVEN_M = 200;

    static RoadModel of(Assessment assessment) {
        Standard standard = assessment.standard();
        String rules = RoadRules.of(standard) + "/" + standard.number("elevation.error_m");
        return assessment.derived().get(KEY, rules, () -> {
            RoadNetwork network = RoadNetwork.of(assessment);
            return new RoadModel(
                    network,
                    new RoadHeights(
                            network,
                            assessment.region().elevation(),
                            STEP_M,
                            EVEN_M,
                            standard.number("elevation.error_m")),
                    Ways.toEdges(network, network::isConnected),
                    Ways.toEdges(network, network::mayBeConnected));
        });
    }
}
