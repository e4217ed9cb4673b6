package org.terrace.water;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.terrace.analysis.Assessment;
import org.terrace.optimise.AssignmentProblem;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.Standard;

/**
 * Who needs a source, and which supplies each could draw from: within the reach rule of fetching, with the water high enough to run
 * to the house by itself, from what the dry season leaves after those who are connected on record or by the count of the owner.
 *
 * <p>The unit that gives water is the supply: a spring with its tanks and taps. Only what was measured in the dry season counts; of works
 * that may not work, or whose water fails, nobody is given any.
 */
final class AssignmentInputs {
    /** A pace on the level, for counties without an elevation model: 4 km/h. */
    private static final double SECONDS_PER_M = 0.9;

    private final FeatureTable households;
    private final FeatureTable works;
    private final NearbySources nearby;
    private final Optional<FetchTimes> times;
    final WaterDemand demand;
    private final double serviceHeadM;
    private final boolean gravity;

    final Supplies supplies;
    final Drinkers drinkers;
    /** By household. */
    final Need[] need;
    /** Litres a day that those on record need, and those that the owner reports. */
    final SupplyNeed needed;

    /** By supply: what is left for others, whole litres a day. */
    final long[] leftL;
    /** By supply: why nothing is left, or that something is. */
    final SourceLoad[] load;
    /** Households to be assigned, and their numbers in the problem by household row, -1 for others. */
    final int[] household;

    final int[] numberOf;
    /** By number: works and supplies that it could draw from, by supply. */
    final Reach[] reach;
    /** With what was measured. */
    final AssignmentProblem problem;

    /** How a household stands. */
    enum Need {
        /** A connection or works on record: it keeps them. */
        KEEPS,
        /** To be assigned. */
        OPEN,
        /** Nobody lives there. */
        NOBODY,
        NO_POSITION,
        PEOPLE_NOT_KNOWN
    }

    /**
     * @param supply numbers, ascending. @param work the works of each that is nearest in time. @param minutes there and back
     * @param others whether works besides them can be walked to
     */
    record Reach(int[] supply, int[] work, double[] minutes, Others others) {}

    /** Works that a household cannot be given, by what keeps them from it; the best of all. */
    enum Others {
        /** Near enough, and not so high that the water runs to the house by itself. */
        TOO_LOW,
        /** Perhaps near enough, or perhaps in use: the record, or an error, decides. */
        NOT_PROVEN,
        NONE
    }

    AssignmentInputs(Assessment assessment) {
        Standard standard = assessment.standard();
        this.households = assessment.region().households();
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.nearby = new NearbySources(assessment);
        this.times = FetchTimes.of(assessment, nearby.sources());
        this.serviceHeadM = standard.number("water.head.min_service_m");
        this.gravity = standard.text("water.assign.gravity").equals("required");
        this.drinkers = Drinkers.of(assessment);
        this.supplies = Supplies.of(assessment);
        this.need = new Need[households.size()];
        Arrays.setAll(need, this::needOf);
        this.demand = WaterDemand.of(standard);
        this.needed = SupplyNeed.of(assessment);
        this.load = new SourceLoad[supplies.count()];
        this.leftL = new long[supplies.count()];
        for (int s = 0; s < load.length; s++) {
            load[s] = loadOf(s);
            double left = supplies.knownYieldM3PerDay(s) * 1000 - needed.mostL(s);
            leftL[s] = load[s].mayServeOthers() ? (long) Math.floor(left) : 0;
        }
        this.numberOf = new int[households.size()];
        Arrays.fill(numberOf, -1);
        this.household = IntStream.range(0, need.length)
                .filter(i -> need[i] == Need.OPEN)
                .toArray();
        this.reach = new Reach[household.length];
        AssignmentProblem.Builder builder = AssignmentProblem.builder();
        for (long litres : leftL) {
            builder.source(litres);
        }
        for (int k = 0; k < household.length; k++) {
            int i = household[k];
            numberOf[i] = k;
            reach[k] = reachOf(i);
            builder.household(drinkers.of(i), needed.litresOf(i));
            for (int r = 0; r < reach[k].supply.length; r++) {
                builder.reachedFrom(reach[k].supply[r], drinkers.of(i) * reach[k].minutes[r] * 60);
            }
        }
        this.problem = builder.build();
    }

    private Need needOf(int i) {
        double people = drinkers.of(i);
        if (people == 0) {
            return Need.NOBODY;
        }
        Column.Codes connection = households.codesOf("water_connection");
        int work = works.rowOf(households.text("water_source_code").get(i));
        boolean broken = work >= 0 && works.codesOf("working").is(work, "no");
        if (connection.is(i, "piped") || connection.is(i, "hose") || (work >= 0 && !broken)) {
            return Need.KEEPS;
        }
        if (Double.isNaN(people)) {
            return Need.PEOPLE_NOT_KNOWN;
        }
        return households.hasGeometry(i) ? Need.OPEN : Need.NO_POSITION;
    }

    private SourceLoad loadOf(int s) {
        if (supplies.sources(s).isEmpty()) {
            return SourceLoad.NO_SOURCE;
        }
        if (supplies.members(s).stream().anyMatch(w -> supplies.quality(w) == Indicator.FAILS)) {
            return SourceLoad.QUALITY_FAILS;
        }
        if (supplies.sources(s).stream().allMatch(w -> works.codesOf("working").is(w, "no"))) {
            return SourceLoad.BROKEN;
        }
        double known = supplies.knownYieldM3PerDay(s) * 1000;
        // No number of people is known in the whole county.
        if (Double.isNaN(needed.mostL(s))) {
            return SourceLoad.COUNT_FIRST;
        }
        if (!supplies.isMeasured(s) && known <= needed.mostL(s)) {
            return SourceLoad.MEASURE_FIRST;
        }
        if (known < needed.knownL(s)) {
            return SourceLoad.OVER_PROMISED;
        }
        if (known - needed.knownL(s) < 1) {
            return SourceLoad.FULL;
        }
        if (known - needed.mostL(s) < 1) {
            return SourceLoad.COUNT_FIRST;
        }
        return known < needed.mostToMeetL(s) ? SourceLoad.STRAINED : SourceLoad.SPARE;
    }

    private Reach reachOf(int i) {
        TreeMap<Integer, double[]> best = new TreeMap<>();
        Others[] others = {Others.NONE};
        IntConsumer offered = k -> {
            Others one = offer(i, k, best);
            others[0] = one.compareTo(others[0]) < 0 ? one : others[0];
        };
        if (times.isPresent() && times.get().placed()[i]) {
            FetchTimes t = times.get();
            for (int pair = t.first()[i]; pair < t.first()[i + 1]; pair++) {
                offered.accept(t.source()[pair]);
            }
        } else {
            nearby.forEachWithinReach(i, offered);
        }
        int n = best.size();
        Reach found = new Reach(new int[n], new int[n], new double[n], others[0]);
        int r = 0;
        for (var entry : best.entrySet()) {
            found.supply[r] = entry.getKey();
            found.work[r] = (int) entry.getValue()[0];
            found.minutes[r++] = entry.getValue()[1];
        }
        return found;
    }

    private Others offer(int i, int k, TreeMap<Integer, double[]> best) {
        if (!nearby.sources().offered()[k]) {
            return Others.NONE;
        }
        NearbySources.Outcome outcome = nearby.outcome(i, k);
        FetchRule.Trip trip = outcome.trip();
        // Proven means whatever the errors.
        if (!nearby.sources().certain()[k] || !outcome.judgement().atWorst().isSafe()) {
            return outcome.judgement().atBest().isSafe() ? Others.NOT_PROVEN : Others.NONE;
        }
        if (gravity && !(trip.verticalM() - trip.heightErrorM() >= serviceHeadM)) {
            return Others.TOO_LOW;
        }
        double minutes = trip.onTerrain() ? trip.minutes() : 2 * SECONDS_PER_M * trip.horizontalM() / 60;
        int work = nearby.sources().row()[k];
        double[] known = best.get(supplies.of(work));
        if (known == null || minutes < known[1]) {
            best.put(supplies.of(work), new double[] {work, minutes});
        }
        return Others.NONE;
    }
}
