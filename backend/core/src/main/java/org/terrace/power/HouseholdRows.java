package org.terrace.power;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.Verdict;
import org.terrace.network.SegmentIndex;
import org.terrace.power.area.Areas;
import org.terrace.power.area.CustomerVolts;
import org.terrace.power.area.VoltageLimits;
import org.terrace.power.grid.Attachment;
import org.terrace.power.load.ByLevel;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.Standard;

/** The household table of voltages, row by row. */
final class HouseholdRows {
    private final FeatureTable households;
    private final FeatureTable facilities;
    private final Areas areas;
    private final VoltageLimits limits;
    private final double nominalV;
    private final double hoursAllowed;
    private final double comparableV;
    private final double radiusM;
    private final Map<String, CustomerVolts> computed;
    private final SegmentIndex transformers;

    /** @param computed by household, of those whose rows are written */
    HouseholdRows(Assessment assessment, Areas areas, Map<String, CustomerVolts> computed) {
        Standard standard = assessment.standard();
        this.households = assessment.region().households();
        this.facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        this.areas = areas;
        this.limits = VoltageLimits.of(standard);
        this.nominalV = standard.number("power.voltage.nominal_v");
        this.hoursAllowed = standard.number("power.voltage.hours_allowed_per_year");
        this.comparableV = standard.number("power.voltage.comparison_v");
        this.radiusM = standard.number("power.supply_radius_m");
        this.computed = computed;
        this.transformers = transformers();
    }

    ResultTable table(LinkTableBuilder links) {
        ResultTableBuilder table = new ResultTableBuilder(VoltageTables.HOUSEHOLD, households.codes());
        for (int i = 0; i < households.size(); i++) {
            row(table, i, links);
        }
        return table.build();
    }

    /** With some rows written anew; nobody is fed from elsewhere than before. */
    ResultTable table(ResultTable before, Collection<String> anew) {
        ResultTableBuilder table = new ResultTableBuilder(before);
        LinkTableBuilder links = new LinkTableBuilder(VoltageTables.LINK);
        anew.forEach(code -> row(table.clear(table.rowOf(code)), table.rowOf(code), links));
        return table.build();
    }

    private void row(ResultTableBuilder table, int i, LinkTableBuilder links) {
        boolean threePhase = households.numbers("supply_phases").get(i) == 3;
        double recorded = households.numbers("measured_voltage_v").get(i);
        double measured = VoltageLimits.toNeutral(recorded);
        Optional<CustomerVolts> volts = Optional.ofNullable(computed.get(households.code(i)));
        Attachment attachment = areas.grid().attachment(i);
        VoltageVerdict verdict = !Double.isNaN(measured)
                ? VoltageVerdict.measured(measured, limits, threePhase)
                : volts.map(v -> VoltageVerdict.computed(v, limits, threePhase, hoursAllowed))
                        .orElseGet(() -> VoltageVerdict.unfed(attachment));
        table.judge(i, verdict.verdict(), verdict.reason().code())
                .set(i, "voltage_low_limit_v", limits.lowV(threePhase))
                .set(i, "voltage_high_limit_v", limits.highV(threePhase))
                .set(i, "measured_v", recorded)
                .set(i, "measured_on", households.text("voltage_measured_on").get(i))
                .set(i, "comparison", comparison(i, measured, volts, verdict));
        double shown = Double.isNaN(measured) ? volts.map(v -> v.low().middle()).orElse(Double.NaN) : measured;
        boolean collapsed = Double.isNaN(measured)
                && volts.isPresent()
                && Double.isNaN(volts.get().low().middle());
        table.set(i, "voltage_v", shown)
                .set(i, "voltage_percent", 100 * (shown / nominalV - 1))
                .set(i, "voltage_band", collapsed ? "collapsed" : VoltageBand.of(shown))
                .set(i, "voltage_basis", basis(measured, volts))
                .set(i, "esmap_tier", tier(verdict));
        volts.ifPresent(v -> computed(table, i, v));
        transformer(table, i, volts, attachment, links);
    }

    private static void computed(ResultTableBuilder table, int i, CustomerVolts v) {
        ByLevel hours = v.hoursBelow();
        table.set(i, "unfavourable_v", v.low().unfavourable())
                .set(i, "favourable_v", v.low().favourable())
                .set(i, "light_load_v", v.high().middle())
                .set(i, "hours_below", hours.middle())
                .set(i, "hours_below_most", hours.unfavourable())
                .set(i, "hours_below_drying", v.hoursDrying().middle())
                .set(i, "load_source", v.load().code())
                .set(i, "limiting_section", v.limitingSection())
                .set(i, "limiting_drop_v", v.limitingDropV())
                .set(i, "wire_m", v.wireM());
    }

    private static String basis(double measured, Optional<CustomerVolts> volts) {
        if (!Double.isNaN(measured)) {
            return "measured";
        }
        return volts.map(v -> v.area().isEstimated() ? "estimated" : "computed").orElse("unknown");
    }

    /** What the record declares, what was measured and what is computed, held against each other. */
    private String comparison(int i, double measured, Optional<CustomerVolts> volts, VoltageVerdict verdict) {
        boolean comparable = volts.isPresent()
                && !volts.get().area().isEstimated()
                && !Double.isNaN(measured)
                && !Double.isNaN(volts.get().low().favourable());
        if (comparable && measured > volts.get().low().favourable() + comparableV) {
            return "measured_higher";
        }
        double least = comparable ? volts.get().low().unfavourable() : Double.NaN;
        if (comparable && measured < (Double.isNaN(least) ? 0 : least) - comparableV) {
            return "measured_lower";
        }
        if (verdict.verdict() == Verdict.UNSERVED
                && households.codesOf("declared_power").is(i, "yes")) {
            return "declared_but_low";
        }
        return comparable ? "agrees" : "not_compared";
    }

    /** Only capacity and voltage are known of the seven attributes: the tier is the highest that they allow. */
    private static String tier(VoltageVerdict verdict) {
        if (verdict.reason() == VoltageReason.NO_POWER_ON_RECORD) {
            return "tier_0";
        }
        return switch (verdict.verdict()) {
            case SERVED -> "tier_5";
            case UNSERVED -> "tier_3";
            case BORDERLINE, UNKNOWN -> "unknown";
        };
    }

    private void transformer(
            ResultTableBuilder table,
            int i,
            Optional<CustomerVolts> volts,
            Attachment attachment,
            LinkTableBuilder links) {
        int transformer =
                volts.map(v -> facilities.rowOf(v.area().transformer())).orElseGet(() -> transformerOf(i, attachment));
        double distance = Double.NaN;
        if (transformer >= 0) {
            distance = households.distance(i, facilities, transformer);
            table.set(i, "transformer_code", facilities.code(transformer));
            links.add(
                    households.code(i),
                    facilities.code(transformer),
                    volts.map(CustomerVolts::wireM).orElse(distance));
        }
        double away = volts.map(CustomerVolts::wireM).orElse(distance);
        table.set(i, "transformer_distance_m", distance)
                .set(
                        i,
                        "radius_screen",
                        Double.isNaN(away) ? "unknown" : away <= radiusM ? "within_radius" : "beyond_radius");
    }

    /** The transformer on record, wherever it stands; else the nearest one, else -1. */
    private int transformerOf(int i, Attachment attachment) {
        for (String code : new String[] {
            attachment.transformer(), households.text("transformer_code").get(i)
        }) {
            int row = facilities.rowOf(code);
            if (row >= 0 && facilities.codesOf("kind").is(row, "transformer")) {
                return row;
            }
        }
        int nearest = transformers.nearest(households.x(i), households.y(i));
        return nearest < 0 ? -1 : transformers.ownerOf(nearest);
    }

    /** Transformers as an index of points; the owner is the facility's row. */
    private SegmentIndex transformers() {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int i = 0; i < facilities.size(); i++) {
            if (facilities.codesOf("kind").is(i, "transformer") && facilities.hasGeometry(i)) {
                builder.add(i, facilities.x(i), facilities.y(i));
            }
        }
        return builder.build();
    }
}
