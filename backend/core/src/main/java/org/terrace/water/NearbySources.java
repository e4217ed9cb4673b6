package org.terrace.water;

import java.util.Arrays;
import org.terrace.analysis.Assessment;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.PositionErrors;
import org.terrace.standard.Standard;
import org.terrace.terrain.Surroundings;

/** The sources of one snapshot as seen from its households: which one a household fetches from, and what the {@link FetchRule} says of it. */
final class NearbySources {
    private final FeatureTable households;
    private final Heights heights;
    private final WaterSources sources;
    private final SegmentIndex index;
    private final FetchRule rule;
    private final double[] positionErrors;
    private final double elevationErrorM;
    /** By household, NaN until asked. */
    private final double[] spreads;

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
        this.rule = FetchRule.of(standard);
        this.positionErrors = PositionErrors.of(households, standard.number("household.position_error_m"));
        this.elevationErrorM = standard.number("elevation.error_m");
        this.spreads = new double[households.size()];
        Arrays.fill(spreads, Double.NaN);
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
     * The source with the best outcome, then the nearest, then the lowest code. All sources that can matter are looked at, so that
     * one source more makes nobody's verdict worse.
     *
     * @param household row of one with a position; there is a source
     */
    int bestFor(int household) {
        int best = index.ownerOf(index.nearest(households.x(household), households.y(household)));
        double reach = rule.reachM() + positionErrors[household];
        for (int edge : index.within(households.x(household), households.y(household), reach)) {
            int k = index.ownerOf(edge);
            if (k != best && better(household, k, best)) {
                best = k;
            }
        }
        return best;
    }

    private boolean better(int household, int k, int than) {
        int outcome = outcome(household, k).compareTo(outcome(household, than));
        if (outcome != 0) {
            return outcome < 0;
        }
        int nearer = Double.compare(horizontalM(household, k), horizontalM(household, than));
        return nearer < 0 || (nearer == 0 && k < than);
    }

    FetchRule.Outcome outcome(int household, int k) {
        return rule.judge(
                horizontalM(household, k),
                verticalM(household, k),
                positionErrors[household],
                heightErrorM(household, k),
                sources.certain()[k]);
    }

    double horizontalM(int household, int k) {
        return households.distance(household, sources.layer(), sources.row()[k]);
    }

    /** Height of the source above the household, NaN when either is unknown. */
    double verticalM(int household, int k) {
        return sources.heightM()[k] - heights.of(households, household);
    }

    /**
     * Two heights of the model are each wrong by its error; a surveyed one is taken as exact. A house whose position is known up to an
     * error may stand as much higher or lower as the ground around it does.
     */
    double heightErrorM(int household, int k) {
        double source = sources.surveyed()[k] ? 0 : elevationErrorM;
        if (Heights.isSurveyed(households, household)) {
            return source;
        }
        return Math.sqrt(elevationErrorM * elevationErrorM + source * source) + spreadM(household);
    }

    private double spreadM(int household) {
        if (Double.isNaN(spreads[household])) {
            spreads[household] = heights.grid()
                    .map(g -> Surroundings.spreadM(
                            g, households.x(household), households.y(household), positionErrors[household]))
                    .orElse(0.0);
        }
        return spreads[household];
    }
}
