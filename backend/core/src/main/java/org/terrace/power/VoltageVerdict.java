package org.terrace.power;

import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.Verdict;
import org.terrace.power.area.CustomerVolts;
import org.terrace.power.area.VoltageLimits;
import org.terrace.power.grid.Attachment;

/** A household's verdict on its voltage, and what decided. */
record VoltageVerdict(Verdict verdict, VoltageReason reason) {

    /** Of a voltage that was measured, to neutral: it overrides whatever is computed. */
    static VoltageVerdict measured(double volts, VoltageLimits limits, boolean threePhase) {
        if (LimitCheck.atLeast(volts, 0, limits.lowV(threePhase)) == LimitCheck.BROKEN) {
            return new VoltageVerdict(Verdict.UNSERVED, VoltageReason.MEASURED_TOO_LOW);
        }
        if (LimitCheck.atMost(volts, 0, limits.highV(threePhase)) == LimitCheck.BROKEN) {
            return new VoltageVerdict(Verdict.UNSERVED, VoltageReason.MEASURED_TOO_HIGH);
        }
        return new VoltageVerdict(Verdict.SERVED, VoltageReason.MEASURED_WITHIN_LIMITS);
    }

    /** Where nothing is computed. */
    static VoltageVerdict unfed(Attachment attachment) {
        return switch (attachment.reason()) {
            case NO_POWER_ON_RECORD -> new VoltageVerdict(Verdict.UNSERVED, VoltageReason.NO_POWER_ON_RECORD);
            case NOT_LIVED_IN -> unknown(VoltageReason.NOT_LIVED_IN);
            case NO_POSITION -> unknown(VoltageReason.NO_POSITION);
            case LINE_FED_BY_NOBODY -> unknown(VoltageReason.LINE_FED_BY_NOBODY);
            case NO_TRANSFORMER_ON_RECORD -> unknown(VoltageReason.NO_TRANSFORMER);
            default -> unknown(VoltageReason.NOT_ATTACHED);
        };
    }

    private static VoltageVerdict unknown(VoltageReason reason) {
        return new VoltageVerdict(Verdict.UNKNOWN, reason);
    }

    /**
     * Of a voltage that was computed: plain only where the favourable and the unfavourable level agree, and never on a network that was
     * estimated.
     *
     * <p>Too high is another matter: 0.4 kV behind a transformer without load leave less than 2 % to the upper limit, so that an assumed 10 kV
     * voltage 2 % above its nominal would put every house beside a transformer in doubt. That is said only where it is so at the nominal one.
     *
     * @param hoursAllowed a year below the lower limit
     */
    static VoltageVerdict computed(CustomerVolts volts, VoltageLimits limits, boolean threePhase, double hoursAllowed) {
        if (volts.area().isEstimated()) {
            return new VoltageVerdict(Verdict.BORDERLINE, VoltageReason.NETWORK_ESTIMATED);
        }
        if (Double.isNaN(volts.low().favourable())) {
            return new VoltageVerdict(Verdict.UNSERVED, VoltageReason.VOLTAGE_COLLAPSES);
        }
        if (volts.hoursBelow().favourable() > hoursAllowed) {
            boolean ordinary =
                    volts.hoursBelow().favourable() - volts.hoursDrying().favourable() > 0;
            return new VoltageVerdict(
                    Verdict.UNSERVED, ordinary ? VoltageReason.COMPUTED_TOO_LOW : VoltageReason.TOO_LOW_WHEN_DRYING);
        }
        double high = limits.highV(threePhase);
        if (volts.high().unfavourable() > high) {
            return new VoltageVerdict(Verdict.UNSERVED, VoltageReason.COMPUTED_TOO_HIGH);
        }
        if (volts.hoursBelow().unfavourable() > hoursAllowed) {
            return new VoltageVerdict(Verdict.BORDERLINE, divides(volts, hoursAllowed));
        }
        if (volts.besideCollapse()) {
            return new VoltageVerdict(Verdict.BORDERLINE, VoltageReason.FEEDER_COLLAPSES);
        }
        if (volts.high().middle() > high) {
            return new VoltageVerdict(Verdict.BORDERLINE, VoltageReason.MAY_BE_TOO_HIGH);
        }
        return new VoltageVerdict(Verdict.SERVED, VoltageReason.COMPUTED_WITHIN_LIMITS);
    }

    /** The weightiest of what is assumed. */
    private static VoltageReason divides(CustomerVolts volts, double hoursAllowed) {
        if (volts.hoursBelow().unfavourable() - volts.hoursDrying().unfavourable() <= hoursAllowed) {
            return VoltageReason.MACHINES_ASSUMED;
        }
        if (!volts.load().isCalibrated()) {
            return VoltageReason.LOAD_ASSUMED;
        }
        if (!volts.wiresRecorded()) {
            return VoltageReason.WIRE_ASSUMED;
        }
        return volts.phaseAssumed() ? VoltageReason.PHASE_ASSUMED : VoltageReason.WITHIN_ERROR;
    }
}
