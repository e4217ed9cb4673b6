package org.terrace.water;

import java.util.Optional;
import org.terrace.analysis.Assessment;
import org.terrace.region.AdminTree;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.Standard;

/** The four indicators of every household of a snapshot, with what they were judged by. */
final class HouseholdWater {
    private static final double DAYS_A_YEAR = 365;

    private final FeatureTable households;
    private final FeatureTable works;
    private final NearbySources nearby;
    private final Supplies supplies;
    private final QuantityRule quantityRule;
    private final AdminTree units;
    private final double daysCutMeets;
    private final double daysCutBasic;
    private final double jmpMinutes;

    HouseholdWater(Assessment assessment) {
        Standard standard = assessment.standard();
        this.households = assessment.region().households();
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.nearby = new NearbySources(assessment);
        this.supplies = new Supplies(assessment, new Drinkers(households));
        this.quantityRule = QuantityRule.of(standard);
        this.units = assessment.units();
        this.daysCutMeets = DAYS_A_YEAR * (100 - standard.number("water.guarantee.meets.percent")) / 100;
        this.daysCutBasic = standard.number("water.guarantee.basic.days_cut_per_year");
        this.jmpMinutes = standard.number("water.fetch.round_trip_basic_minutes");
    }

    /**
     * @param litres per person and day that decide; NaN when not known. @param dryLitres the share of the supply on record
     * @param work row of the works that it drinks from, -1 when not known
     * @param fetched where water is carried home and there is a source to judge by
     * @param whyNot where the convenience is not known: why
     */
    record State(
            Indicator quantity,
            Indicator quality,
            Indicator convenience,
            Indicator guarantee,
            double litres,
            double dryLitres,
            boolean litresDependOnZone,
            QuantityRule.Limits limits,
            int work,
            boolean workOnRecord,
            Optional<NearbySources.Outcome> fetched,
            Optional<SafeWater> whyNot,
            String jmp) {

        boolean allKnown() {
            return quantity != Indicator.UNKNOWN
                    && quality != Indicator.UNKNOWN
                    && convenience != Indicator.UNKNOWN
                    && guarantee != Indicator.UNKNOWN;
        }

        boolean onlyLiterally() {
            return fetched.map(f -> f.rank() == NearbySources.Rank.ONLY_LITERALLY)
                    .orElse(false);
        }

        boolean errorDecides() {
            return fetched.map(f -> f.rank() == NearbySources.Rank.ERROR_DECIDES)
                    .orElse(false);
        }
    }

    QuantityRule quantityRule() {
        return quantityRule;
    }

    NearbySources nearby() {
        return nearby;
    }

    Supplies supplies() {
        return supplies;
    }

    State of(int i) {
        int onRecord = works.rowOf(households.text("water_source_code").get(i));
        Fetch fetch = isOnPremises(i) ? Fetch.NONE : fetch(i, onRecord);
        int work = onRecord >= 0 && !fetch.elsewhere ? onRecord : fetch.work;
        boolean workOnRecord = work >= 0 && work == onRecord;
        String township = QuantityRule.township(
                units.unitsOf(households.text("group_code").get(i), households.x(i), households.y(i)));
        double used = households.numbers("water_litres_per_person_day").get(i);
        double dry = workOnRecord ? dryLitres(work) : Double.NaN;
        double litres = litres(used, dry, work, quantityRule.limits(township));
        Indicator quality = quality(i, workOnRecord ? work : -1);
        Indicator guarantee =
                Indicator.atMost(households.numbers("water_days_cut").get(i), daysCutMeets, daysCutBasic);
        boolean piped = households.codesOf("water_connection").is(i, "piped");
        return new State(
                quantityRule.judge(litres, township),
                quality,
                isOnPremises(i) ? Indicator.MEETS : fetch.convenience(),
                guarantee,
                litres,
                dry,
                quantityRule.dependsOnZone(litres, township),
                quantityRule.limits(township),
                work,
                workOnRecord,
                fetch.outcome,
                fetch.whyNot,
                JmpLadder.step(
                        piped ? JmpLadder.Improved.YES : JmpLadder.improved(works, work),
                        isOnPremises(i),
                        fetch.minutes(),
                        jmpMinutes,
                        quality,
                        guarantee));
    }

    /** Litres per person and day that the supply gives in the dry season, at least; NaN where nothing was measured. */
    private double dryLitres(int work) {
        int supply = supplies.of(work);
        double known = supplies.knownYieldM3PerDay(supply);
        double litres = supplies.litresAtLeast(supply);
        return (known > 0 || supplies.isMeasured(supply)) && Double.isFinite(litres) ? litres : Double.NaN;
    }

    /**
     * The less of what is used and what the dry season leaves. Where some of the supply's sources were not measured their share is known
     * at least only: it counts where it is enough as it stands.
     */
    private double litres(double used, double dry, int work, QuantityRule.Limits limits) {
        boolean counts = !Double.isNaN(dry) && (supplies.isMeasured(supplies.of(work)) || dry >= limits.basicL());
        if (!counts) {
            return used;
        }
        return Double.isNaN(used) ? dry : Math.min(used, dry);
    }

    private Indicator quality(int i, int work) {
        Column.Codes own = households.codesOf("water_quality");
        Indicator atSource = work < 0 ? Indicator.UNKNOWN : supplies.quality(work);
        if (own.is(i, "fails") || atSource == Indicator.FAILS) {
            return Indicator.FAILS;
        }
        return own.is(i, "passes") ? Indicator.MEETS : atSource;
    }

    /** A pipe or a hose ends at the house: nobody walks for water. */
    private boolean isOnPremises(int i) {
        Column.Codes connection = households.codesOf("water_connection");
        return connection.is(i, "piped") || connection.is(i, "hose");
    }

    /**
     * Where a household fetches its water.
     *
     * @param elsewhere whether the works on record are none to fetch from, so that another one was taken
     */
    private record Fetch(
            Optional<NearbySources.Outcome> outcome, int work, boolean elsewhere, Optional<SafeWater> whyNot) {
        static final Fetch NONE = new Fetch(Optional.empty(), -1, false, Optional.empty());

        Indicator convenience() {
            if (whyNot.isPresent()) {
                return Indicator.UNKNOWN;
            }
            return outcome.map(o -> o.judgement().read()).orElse(Indicator.UNKNOWN);
        }

        double minutes() {
            return outcome.map(o -> o.trip().minutes()).orElse(Double.NaN);
        }
    }

    private Fetch fetch(int i, int onRecord) {
        if (!households.hasGeometry(i)) {
            return new Fetch(Optional.empty(), -1, false, Optional.of(SafeWater.NO_POSITION));
        }
        if (nearby.isEmpty()) {
            return new Fetch(Optional.empty(), -1, false, Optional.of(SafeWater.NO_SOURCES_ON_RECORD));
        }
        int recorded = onRecord < 0 ? -1 : nearby.sources().of(onRecord);
        int k = recorded < 0 ? nearby.bestFor(i) : recorded;
        NearbySources.Outcome outcome = nearby.outcome(i, k);
        Optional<SafeWater> whyNot = switch (outcome.rank()) {
            case STATE_UNKNOWN -> Optional.of(SafeWater.SOURCE_STATE_UNKNOWN);
            case HEIGHT_UNKNOWN -> Optional.of(SafeWater.HEIGHT_UNKNOWN);
            // Who has a pipe that nobody wrote down does not walk.
            case FAILS, ONLY_LITERALLY ->
                households.codesOf("water_connection").isAbsent(i)
                        ? Optional.of(SafeWater.CONNECTION_NOT_KNOWN)
                        : Optional.empty();
            default -> Optional.empty();
        };
        return new Fetch(Optional.of(outcome), nearby.sources().row()[k], onRecord >= 0 && recorded < 0, whyNot);
    }
}
