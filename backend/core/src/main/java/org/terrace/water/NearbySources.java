package org.terrace.water;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
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
    private final Optional<FetchTimes> times;
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
        this.times = FetchTimes.of(assessment, sources);
        SegmentIndex.Builder points = new SegmentIndex.Builder();
        for (int k = 0; k < sources.size(); k++) {
            if (sources.offered()[k]) {
                points.add(k, sources.x(k), sources.y(k));
            }
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
     * What is known of a household's way to a source.
     *
     * @param rank from 0, the best: where several sources can be fetched from, the one of the lowest rank is taken
     */
    record Outcome(FetchRule.Trip trip, FetchRule.Judgement judgement, Rank rank) {}

    /** From best to worst. */
    enum Rank {
        MEETS,
        BASICALLY_MEETS,
        ERROR_DECIDES,
        ONLY_LITERALLY,
        STATE_UNKNOWN,
        HEIGHT_UNKNOWN,
        FAILS
    }

    /**
     * The source with the best outcome, then the shortest time, then the nearest, then the lowest code. All sources that can matter are
     * looked at, so that one source more makes nobody's way worse.
     *
     * @param household row of one with a position; there is a source
     */
    int bestFor(int household) {
        Best best = new Best(household);
        best.accept(index.ownerOf(index.nearest(households.x(household), households.y(household))));
        times.ifPresent(t -> {
            for (int pair = t.first()[household]; pair < t.first()[household + 1]; pair++) {
                if (sources.offered()[t.source()[pair]]) {
                    best.accept(t.source()[pair]);
                }
            }
        });
        forEachWithinReach(household, best);
        return best.source;
    }

    /** The sources that the rule may accept by their distance. */
    void forEachWithinReach(int household, IntConsumer visitor) {
        double reach = rule.reachM() + positionErrors[household];
        for (int edge : index.within(households.x(household), households.y(household), reach)) {
            visitor.accept(index.ownerOf(edge));
        }
    }

    private final class Best implements IntConsumer {
        private final int household;
        private int source = -1;
        private Rank rank = Rank.FAILS;
        private double minutes;
        private double metres;

        Best(int household) {
            this.household = household;
        }

        @Override
        public void accept(int k) {
            Outcome outcome = outcome(household, k);
            int better = source < 0 ? -1 : outcome.rank.compareTo(rank);
            better = better != 0 ? better : Double.compare(outcome.trip.minutes(), minutes);
            better = better != 0 ? better : Double.compare(outcome.trip.horizontalM(), metres);
            if (better < 0 || (better == 0 && k < source)) {
                source = k;
                rank = outcome.rank;
                minutes = outcome.trip.minutes();
                metres = outcome.trip.horizontalM();
            }
        }
    }

    Outcome outcome(int household, int k) {
        FetchRule.Trip trip = trip(household, k);
        FetchRule.Judgement judgement = rule.judge(trip);
        return new Outcome(trip, judgement, rank(judgement, sources.certain()[k]));
    }

    private static Rank rank(FetchRule.Judgement judgement, boolean works) {
        Rank rank = rank(judgement);
        // Of a source that may not give water nothing good is known.
        return works || rank.compareTo(Rank.STATE_UNKNOWN) > 0 ? rank : Rank.STATE_UNKNOWN;
    }

    private static Rank rank(FetchRule.Judgement judgement) {
        if (judgement.read() == Indicator.UNKNOWN) {
            return Rank.HEIGHT_UNKNOWN;
        }
        if (judgement.errorDecides()) {
            return Rank.ERROR_DECIDES;
        }
        if (judgement.read().isSafe()) {
            return judgement.read() == Indicator.MEETS ? Rank.MEETS : Rank.BASICALLY_MEETS;
        }
        return judgement.literal().isSafe()
                ? Rank.ONLY_LITERALLY
                : judgement.literal() == Indicator.UNKNOWN ? Rank.HEIGHT_UNKNOWN : Rank.FAILS;
    }

    private FetchRule.Trip trip(int household, int k) {
        double minutes = times.isPresent() ? Double.POSITIVE_INFINITY : Double.NaN;
        double least = minutes;
        double most = minutes;
        int pair = times.map(t -> t.pair(household, k)).orElse(-1);
        if (pair >= 0) {
            minutes = times.orElseThrow().minutes()[pair];
            least = times.orElseThrow().least()[pair];
            most = times.orElseThrow().most()[pair];
        }
        boolean onTerrain = times.map(t -> t.placed()[household]).orElse(false) && isOnGround(household, k);
        return new FetchRule.Trip(
                onTerrain,
                onTerrain ? minutes : Double.NaN,
                onTerrain ? least : Double.NaN,
                onTerrain ? most : Double.NaN,
                households.distance(household, sources.layer(), sources.row()[k]),
                verticalM(household, k),
                positionErrors[household],
                heightErrorM(household, k));
    }

    /** Whether the elevation model knows the ground at both ends. */
    private boolean isOnGround(int household, int k) {
        return heights.isGround(households.x(household), households.y(household))
                && heights.isGround(sources.x(k), sources.y(k));
    }

    /** Height of the source above the household, NaN when either is unknown. */
    private double verticalM(int household, int k) {
        return sources.heightM()[k] - heights.of(households, household);
    }

    /**
     * Two heights of the model are each wrong by its error; a surveyed one is taken as exact. A house whose position is known up to an
     * error may stand as much higher or lower as the ground around it does.
     */
    private double heightErrorM(int household, int k) {
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
