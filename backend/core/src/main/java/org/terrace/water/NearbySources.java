package org.terrace.water;

import org.terrace.analysis.Assessment;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.standard.Standard;

/** The sources of one snapshot as seen from its households: which one a household fetches from, and what the {@link FetchRule} says of it. */
final class NearbySources {
    private final FeatureTable households;
    private final Heights heights;
    private final WaterSources sources;
    private final SegmentIndex index;
    private final FetchRule rule;
    private final double[] positionErrors;
    private final double elevationErrorM;

    NearbySources(Assessment assessment) {
        Standard standard = assessment.standard();
        this.households = assessment.region().households();
        this.heights = new Heights(assessment.region().elevation());
        this.sources = WaterSources.of(assessment.region().table(LayerKind.WATER_FACILITY), heights);
        SegmentIndex.Builder points = new SegmentIndex.Builder();
        for (int k = 0; k < sources.size(); k++) {
            points.add(k, sources.x(k), sources.y(k));
        }
        this.index = points.build();
        this.rule = new FetchRule(
                standard.number("water.convenience.basic.horizontal_m"),
                standard.number("water.convenience.basic.vertical_m"),
                standard.text("water.convenience.reading"));
        this.positionErrors = PositionErrors.of(households, standard.number("household.position_error_m"));
        this.elevationErrorM = standard.number("elevation.error_m");
    }

    boolean isEmpty() {
        return index.isEmpty();
    }

    WaterSources sources() {
        return sources;
    }

    FetchRule rule() {
        return rule;
    }

    double positionErrorM(int household) {
        return positionErrors[household];
    }

    /**
     * The source with the best outcome (one known to work before one that may), then the nearest, then the lowest code.
     *
     * @param household row of one with a position; there is a source
     */
    int bestFor(int household) {
        int best = index.ownerOf(index.nearest(households.x(household), households.y(household)));
        double reach = rule.horizontalM() + positionErrors[household];
        for (int edge : index.within(households.x(household), households.y(household), reach)) {
            int k = index.ownerOf(edge);
            if (k != best && better(household, k, best)) {
                best = k;
            }
        }
        return best;
    }

    private boolean better(int household, int k, int than) {
        int rank = rank(household, k);
        int rankThan = rank(household, than);
        if (rank != rankThan) {
            return rank < rankThan;
        }
        int nearer = Double.compare(horizontalM(household, k), horizontalM(household, than));
        return nearer < 0 || (nearer == 0 && k < than);
    }

    private int rank(int household, int k) {
        return outcome(household, k).ordinal() * 2 + (sources.certain()[k] ? 0 : 1);
    }

    FetchRule.Outcome outcome(int household, int k) {
        return rule.judge(
                horizontalM(household, k),
                verticalM(household, k),
                positionErrors[household],
                heightErrorM(household, k));
    }

    double horizontalM(int household, int k) {
        return households.distance(household, sources.layer(), sources.row()[k]);
    }

    /** Height of the source above the household, NaN when either is unknown. */
    double verticalM(int household, int k) {
        return sources.heightM()[k] - heights.of(households, household);
    }

    /** Two heights of the model are each wrong by its error; a surveyed one is taken as exact. */
    double heightErrorM(int household, int k) {
        double home = Heights.isSurveyed(households, household) ? 0 : elevationErrorM;
        double source = sources.surveyed()[k] ? 0 : elevationErrorM;
        return Math.sqrt(home * home + source * source);
    }
}
