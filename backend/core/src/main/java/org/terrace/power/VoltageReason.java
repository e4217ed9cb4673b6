package org.terrace.power;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What decided about a household's voltage; in the order of the reasons' codes. */
enum VoltageReason {
    MEASURED_WITHIN_LIMITS,
    MEASURED_TOO_LOW,
    MEASURED_TOO_HIGH,
    NO_POWER_ON_RECORD,
    COMPUTED_WITHIN_LIMITS,
    COMPUTED_TOO_LOW,
    COMPUTED_TOO_HIGH,
    /** Inside on ordinary days, too low while machines run. */
    TOO_LOW_WHEN_DRYING,
    VOLTAGE_COLLAPSES,
    /** The load was not calibrated, and decides. */
    LOAD_ASSUMED,
    /** Inside on ordinary days; how many machines run at once, and whether the current was read with them, decides. */
    MACHINES_ASSUMED,
    /** Others on the feeder ask for more than it can carry; with them it is not known what is left here. */
    FEEDER_COLLAPSES,
    /** A wire on the way is not on record, and decides. */
    WIRE_ASSUMED,
    /** Phases are not on record, and decide. */
    PHASE_ASSUMED,
    /** The error of the calibrated load, of the 10 kV voltage or the tap decides. */
    WITHIN_ERROR,
    /** Too high at night or not: the tap or the 10 kV voltage decides. */
    MAY_BE_TOO_HIGH,
    NETWORK_ESTIMATED,
    NOT_ATTACHED,
    LINE_FED_BY_NOBODY,
    NO_TRANSFORMER,
    NO_POSITION,
    NOT_LIVED_IN;

    static final List<String> CODES =
            Stream.of(values()).map(VoltageReason::code).toList();

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
