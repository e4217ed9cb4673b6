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
     * @param dryLitres at least, of those who are known to share the supply; NaN where nothing was measured
     * @param dryLitresIfReported where its owner reports more households than are on record: of all of them; else NaN
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
            LitresADay litres,
            double dryLitres,
            double dryLitresIfReported,
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

        /** Whether it is only the litres that are not known, and they are enough by one reading of the record and too little by the other. */
        boolean onlyLitresAreOpen() {
            return missing() == Missing.QUANTITY && litres.areOpen(limits);
        }

        boolean isUsedTheLess() {
            return litres.isUsedTheLess(limits);
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
        LitresADay litres = supplies.litres(used, supply, demand);
        Indicator quality = outdated ? Indicator.UNKNOWN : quality(i, workOnRecord ? work : -1, supply);
        boolean ownQuality = quality == Indicator.UNKNOWN
                || households.codesOf("water_quality").is(i, quality == Indicator.FAILS ? "fails" : "passes");
        Indicator guarantee = outdated
                ? Indicator.UNKNOWN
                : Indicator.atMost(households.numbers("water_days_cut").get(i), daysCutMeets, daysCutBasic);
        boolean piped = households.codesOf("water_connection").is(i, "piped");
        Indicator quantity = litres.under(limits);
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
                Double.isNaN(litres.dryAtBest()) ? Double.NaN : supplies.litresAtLeast(supply, demand),
                supply >= 0 && supplies.peopleAtMost(supply) > supplies.people(supply)
                        ? litres.dryAtWorst()
                        : Double.NaN,
                litres.dependOnZone(quantityRule, township),
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
                                        // What may be too little is not proven to be there when needed.
                                        litres.areOpen(limits) ? Indicator.FAILS : quantity,
                                        households
                                                .codesOf("declared_safe_water")
                                                .is(i, "no"))));
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
