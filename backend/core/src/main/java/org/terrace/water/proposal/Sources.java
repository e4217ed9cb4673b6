package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.terrace.analysis.Assessment;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.terrain.RouteGround;
import org.terrace.water.Drinkers;
import org.terrace.water.Heights;
import org.terrace.water.Supplies;

/**
 * Springs, intakes and tanks with a place and a height. A broken spring or intake is built anew; a broken tank is left out. What was not
 * measured in the dry season is kept apart: unmeasured is never enough.
 */
final class Sources {
    private final Supplies supplies;
    private final FeatureTable works;
    private final Drinkers drinkers;
    final List<Source> all = new ArrayList<>();

    Sources(Assessment assessment, RouteGround ground, double modelErrorM) {
        this.works = assessment.region().table(LayerKind.WATER_FACILITY);
        this.drinkers = Drinkers.of(assessment);
        this.supplies = Supplies.of(assessment);
        Heights heights = new Heights(assessment.region().elevation());
        Column.Codes kind = works.codesOf("kind");
        for (int w = 0; w < works.size(); w++) {
            boolean tank = kind.is(w, "tank");
            boolean broken = works.codesOf("working").is(w, "no");
            if ((!tank && !kind.is(w, "spring") && !kind.is(w, "intake"))
                    || !works.hasGeometry(w)
                    || (tank && broken)) {
                continue;
            }
            int cell = ground.cellAt(works.x(w), works.y(w));
            double level = heights.of(works, w);
            if (cell >= 0 && !Double.isNaN(level)) {
                all.add(new Source(
                        w,
                        works.code(w),
                        works.at(w),
                        cell,
                        level,
                        Heights.isSurveyed(works, w) ? 0 : modelErrorM,
                        supplies.of(w),
                        yieldOf(w, tank, broken),
                        broken ? 0 : supplies.peopleAtMost(supplies.of(w)),
                        tank,
                        supplies.isSpoiled(w),
                        supplies.isFitToDrink(w),
                        tank || (works.codesOf("source_protected").is(w, "yes") && !broken)));
            }
        }
    }

    /** A source gives what it yields, and what it shares with others no more than all of them yield; a tank gives what stands behind it. */
    private double yieldOf(int work, boolean tank, boolean broken) {
        double own = works.numbers("dry_season_yield_m3_per_day").get(work);
        if (broken) {
            return own;
        }
        double behind = supplies.knownYieldM3PerDay(supplies.of(work));
        if (tank) {
            return behind > 0 ? behind : Double.NaN;
        }
        return Double.isNaN(own) ? Double.NaN : Math.min(own, behind);
    }

    /** People of a group who are connected to a supply already. */
    double ownOn(int supply, NeedGroup group) {
        return ownOn(supply, group.houses().stream());
    }

    /** The same of those whom a scheme gives a tap. */
    double ownOn(int supply, Scheme scheme) {
        return ownOn(supply, scheme.taps().stream().map(Scheme.Tap::house));
    }

    private double ownOn(int supply, Stream<NeedGroup.House> houses) {
        return houses.filter(house -> supplies.ofHousehold(house.row()) == supply)
                .mapToDouble(house -> drinkers.of(house.row()))
                .sum();
    }
}
