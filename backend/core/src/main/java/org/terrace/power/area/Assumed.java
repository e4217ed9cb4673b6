package org.terrace.power.area;

import org.terrace.power.load.ByLevel;
import org.terrace.power.load.Level;
import org.terrace.standard.Standard;

/**
 * What is assumed of lines and transformers where the record is silent, by level; and what nobody records.
 *
 * @param lineMm2 of a low-voltage line without a conductor on record. @param dropMm2 of a service drop
 * @param longestDropM what leads to a house over more than this is a line, drawn or not
 * @param threePhaseFrom households beyond it from which a line of unknown phases has three
 * @param celsius of the wires in the evening
 * @param sourcePercent of the nominal 10 kV at the transformer
 * @param tapPercent where none is on record: the high-voltage winding's share above its nominal, so that 5 lowers the low voltage by 5 %
 * @param kvaPerHousehold of a transformer of unknown size
 * @param electrodeOhm at the transformer
 * @param starZeroFactor zero-sequence reactance of a star-star transformer as a multiple of its leakage
 * @param unbalancePercent by which one phase may draw more than an even share, where phases are not on record
 * @param threePhaseFromKw machines from this power on are taken to have three phases where there are three
 */
public record Assumed(
        String wireType,
        ByLevel lineMm2,
        ByLevel dropMm2,
        double longestDropM,
        ByLevel threePhaseFrom,
        double celsius,
        ByLevel sourcePercent,
        ByLevel tapPercent,
        ByLevel kvaPerHousehold,
        double electrodeOhm,
        double starZeroFactor,
        double unbalancePercent,
        double threePhaseFromKw) {

    public static Assumed of(Standard standard) {
        return new Assumed(
                standard.text("power.line.assumed_type"),
                ByLevel.named(standard, "power.line.assumed_mm2"),
                ByLevel.named(standard, "power.drop.assumed_mm2"),
                standard.number("power.attach.drawn_m"),
                ByLevel.named(standard, "power.line.three_phase_from_households"),
                standard.number("power.line.temperature_c"),
                ByLevel.named(standard, "power.source.voltage_percent"),
                ByLevel.named(standard, "power.transformer.assumed_tap_percent"),
                ByLevel.named(standard, "power.transformer.assumed_kva_per_household"),
                standard.number("power.transformer.electrode_ohm"),
                standard.number("power.transformer.star_zero_sequence_factor"),
                standard.number("power.load.unbalance_percent"),
                standard.number("power.load.three_phase_from_kw"));
    }

    /** The wire of a line without one on record. */
    Wire line(Wires wires, Level level) {
        return wires.wire(wireType, lineMm2.at(level));
    }

    /** The same of what leads to a house. */
    Wire drop(Wires wires, double metres, Level level) {
        return metres > longestDropM ? line(wires, level) : wires.wire(wireType, dropMm2.at(level));
    }
}
