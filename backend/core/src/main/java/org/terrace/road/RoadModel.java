package org.terrace.road;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;

/**
 * What the road analyses share of one snapshot: the network, the pieces of road that one can step on, heights along them, the least ways to
 * the connected hardened part.
 */
record RoadModel(RoadNetwork network, RoadPieces pieces, RoadHeights heights, Ways ways) {
    private static final Derived.Key<RoadModel> KEY = new Derived.Key<>("road.model", RoadModel.class);
    private static final Derived.Key<Ways> POSSIBLE = new Derived.Key<>("road.possible-ways", Ways.class);

    /** Points on a road where heights are taken are no farther apart. */
    private static final double STEP_M = 30;

    /** Walked heights are no nearer: the standard's window for grades, fixed here so that times of counties compare. */
    private static final double EVEN_M = 200;

    /** The model of the earlier snapshot that this snapshot's network was noded again from, under the same rules. */
    static Optional<RoadModel> earlier(Assessment assessment) {
        return assessment.derived().earlier(KEY, rules(assessment));
    }

    private static String rules(Assessment assessment) {
        return RoadRules.of(assessment.standard()) + "/" + assessment.standard().number("elevation.error_m");
    }

    static RoadModel of(Assessment assessment) {
        double error = assessment.standard().number("elevation.error_m");
        String rules = rules(assessment);
        return assessment.derived().get(KEY, rules, () -> {
            RoadNetwork network = RoadNetwork.of(assessment);
            CompletableFuture<RoadHeights> heights = CompletableFuture.supplyAsync(
                    () -> new RoadHeights(network, assessment.region().elevation(), STEP_M, EVEN_M, error));
            RoadPieces pieces = new RoadPieces(network);
            Ways ways = Ways.toEdges(network, pieces, network::isConnected);
            return new RoadModel(network, pieces, Lazily.join(heights), ways);
        });
    }

    /** The least ways to what would be connected, were every unknown surface hardened. */
    Ways possibleWays(Assessment assessment) {
        String rules = RoadRules.of(assessment.standard()).toString();
        return assessment.derived().get(POSSIBLE, rules, () -> Ways.toEdges(network, pieces, network::mayBeConnected));
    }
}
