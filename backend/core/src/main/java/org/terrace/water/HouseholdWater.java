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
    private final WaterDemand demand;

    HouseholdWater(Assessment assessment) {
        Standard standard = assessment.standard();
        this.households = assessment.region().households();
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.nearby = new NearbySources(assessment);
        this.supplies = Supplies.of(assessment);
        this.quantityRule = QuantityRule.of(standard);
        this.units = assessment.units();
        this.daysCutMeets = DAYS_A_YEAR * (100 - standard.number("water.guarantee.meets.percent")) / 100;
        this.daysCutBasic = standard.number("water.guarantee.basic.days_cut_per_year");
        this.demand = WaterDemand.of(standard);
        this.jmpMinutes = standard.number("water.fetch.round_trip_basic_minutes");
    }

    /**
     * @param litres per person and day that decide; NaN when not known. @param dryLitres the share of the supply on record
     * @param work row of the works that it drinks from, or of the nearest that it could fetch from; -1 when not known. @param basis which
     *     of the two
     * @param supply that it is connected to on record, -1 for none
     * @param qualityWork row of the works whose record decided the quality, -1 where the household's own did or none is known
     * @param tapIsDry whether no water comes to the tap along the pipes as drawn, whatever the errors
     * @param isOutdated whether the works on record are out of use, so that what the record tells of the water is of another day
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
            boolean litresAreAtLeast,
            boolean litresDependOnZone,
            QuantityRule.Limits limits,
            int work,
            SourceBasis basis,
            int supply,
            int qualityWork,
            boolean tapIsDry,
            boolean supplyIsBroken,
            boolean isOutdated,
            Optional<NearbySources.Outcome> fetched,
            Optional<SafeWater> whyNot,
            String jmp) {

        Missing missing() {
            return Missing.of(quantity, quality, convenience, guarantee);
        }

        boolean allKnown() {
            return missing() == Missing.NOTHING;
        }

        /** All but the convenience. */
        boolean othersAreKnown() {
            return allKnown() || missing() == Missing.CONVENIENCE;
        }

        /** The quantity under a zone's limits; a share that is known at least only can be enough, and never too little. */
        Indicator under(QuantityRule.Limits zone) {
            Indicator judged = zone.judge(litres);
            return litresAreAtLeast && judged == Indicator.FAILS ? Indicator.UNKNOWN : judged;
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

    /**
     * @param tapIsDry whether no water comes to its tap along the pipes as drawn, whatever the errors
     * @param drawnFrom sources from which pipes lead water to it
     */
    State of(int i, boolean tapIsDry, int[] drawnFrom) {
        int onRecord = works.rowOf(households.text("water_source_code").get(i));
        boolean onPremises = isOnPremises(i);
        Fetch fetch = onPremises ? Fetch.NONE : fetch(i, onRecord);
        // Of works that are out of use, what the record tells of the water is of another day.
        boolean outdated = !onPremises && isOutOfUse(onRecord);
        boolean workOnRecord = onRecord >= 0 && !outdated;
        boolean byPipe = !workOnRecord && onPremises && drawnFrom.length > 0;
        int work = workOnRecord ? onRecord : byPipe ? drawnFrom[0] : fetch.work;
        SourceBasis basis = workOnRecord
                ? SourceBasis.ON_RECORD
                : byPipe ? SourceBasis.BY_PIPES : work >= 0 ? SourceBasis.NEAREST : SourceBasis.UNKNOWN;
        int supply = outdated ? -1 : supplies.ofHousehold(i);
        String township = QuantityRule.township(
                units.unitsOf(households.text("group_code").get(i), households.x(i), households.y(i)));
        QuantityRule.Limits limits = quantityRule.limits(township);
        double used = outdated
                ? Double.NaN
                : households.numbers("water_litres_per_person_day").get(i);
        double dry = supply < 0 ? Double.NaN : dryLitres(supply);
        boolean whole = supply >= 0 && supplies.isMeasured(supply);
        double litres = litres(used, dry, whole, limits);
        boolean atLeast = !whole && Double.isNaN(used);
        Indicator quality = outdated ? Indicator.UNKNOWN : quality(i, workOnRecord ? work : -1, supply);
        boolean ownQuality = quality == Indicator.UNKNOWN
                || households.codesOf("water_quality").is(i, quality == Indicator.FAILS ? "fails" : "passes");
        Indicator guarantee = outdated
                ? Indicator.UNKNOWN
                : Indicator.atMost(households.numbers("water_days_cut").get(i), daysCutMeets, daysCutBasic);
        boolean piped = households.codesOf("water_connection").is(i, "piped");
        Indicator quantity = quantityRule.judge(litres, township);
        boolean supplyIsBroken = supply >= 0
                && !supplies.isRunning(supply)
                && !supplies.sources(supply).isEmpty();
        // Where works are out of use, or no water gets to the tap, nobody knows what the household drinks now.
        boolean elsewhere = outdated || tapIsDry || supplyIsBroken || isOutOfUse(onRecord);
        return new State(
                quantity,
                quality,
                // A pipe that brings no water spares nobody the way; where else it is fetched is not on record.
                onPremises ? (tapIsDry ? Indicator.UNKNOWN : Indicator.MEETS) : fetch.convenience(),
                guarantee,
                litres,
                dry,
                atLeast,
                !atLeast && quantityRule.dependsOnZone(litres, township),
                limits,
                work,
                basis,
                supply,
                ownQuality ? -1 : supplies.qualityRecord(workOnRecord ? work : -1, supply),
                tapIsDry,
                supplyIsBroken,
                outdated,
                fetch.outcome,
                fetch.whyNot,
                elsewhere
                        ? JmpLadder.UNKNOWN
                        : JmpLadder.step(
                                piped ? JmpLadder.Improved.YES : JmpLadder.improved(works, work),
                                onPremises,
                                fetch.minutes(),
                                jmpMinutes,
                                new JmpLadder.Service(
                                        quality,
                                        guarantee,
                                        quantity,
                                        households
                                                .codesOf("declared_safe_water")
                                                .is(i, "no"))));
    }

    /** Litres per person and day at the tap that the supply gives in the dry season, at least; NaN where nothing was measured. */
    private double dryLitres(int supply) {
        double known = supplies.knownYieldM3PerDay(supply);
        double litres = supplies.litresAtLeast(supply, demand);
        return (known > 0 || supplies.isMeasured(supply)) && Double.isFinite(litres) ? litres : Double.NaN;
    }

    /**
     * The less of what is used and what the dry season leaves. Where some of the supply's sources were not measured their share is known
     * at least only: it counts where nothing else is known and it is enough as it stands.
     */
    private static double litres(double used, double dry, boolean whole, QuantityRule.Limits limits) {
        if (Double.isNaN(dry) || (!whole && (!Double.isNaN(used) || dry < limits.basicL()))) {
            return used;
        }
        return Double.isNaN(used) ? dry : Math.min(used, dry);
    }

    private Indicator quality(int i, int work, int supply) {
        Column.Codes own = households.codesOf("water_quality");
        Indicator atSource =
                work >= 0 ? supplies.quality(work) : supply >= 0 ? supplies.qualityOf(supply) : Indicator.UNKNOWN;
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

    private boolean isOutOfUse(int work) {
        return work >= 0 && works.codesOf("working").is(work, "no");
    }

    /** Where a household fetches its water. */
    private record Fetch(Optional<NearbySources.Outcome> outcome, int work, Optional<SafeWater> whyNot) {
        static final Fetch NONE = new Fetch(Optional.empty(), -1, Optional.empty());

        static Fetch unknown(SafeWater whyNot) {
            return new Fetch(Optional.empty(), -1, Optional.of(whyNot));
        }

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
            return Fetch.unknown(SafeWater.NO_POSITION);
        }
        // It draws there: that another source lies near says nothing of its way.
        if (onRecord >= 0 && !isOutOfUse(onRecord) && !works.hasGeometry(onRecord)) {
            return Fetch.unknown(SafeWater.SOURCE_HAS_NO_POSITION);
        }
        int recorded = onRecord < 0 ? -1 : nearby.sources().of(onRecord);
        if (recorded < 0 && nearby.isEmpty()) {
            return Fetch.unknown(SafeWater.NO_SOURCES_ON_RECORD);
        }
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
        return new Fetch(Optional.of(outcome), nearby.sources().row()[k], whyNot);
    }
}
