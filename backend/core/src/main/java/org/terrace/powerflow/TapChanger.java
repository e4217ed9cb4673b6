package org.terrace.powerflow;

/**
 * A tap changer of a transformer, at a position.
 *
 * @param side whose winding it changes
 * @param steps from the neutral position
 * @param stepPercent of the winding's voltage for each step
 * @param stepDegree angle at which the steps are added; of an ideal phase shifter the angle of each step
 */
public record TapChanger(Side side, Kind kind, double steps, double stepPercent, double stepDegree) {
    /** Of which winding. */
    public enum Side {
        HIGH,
        LOW
    }

    /** What a step does. */
    public enum Kind {
        /** Adds a voltage to the winding's, at an angle. */
        RATIO,
        /** Turns the angle only. */
        PHASE_SHIFTER
    }

    /** @throws IllegalArgumentException for numbers that are none, and for a phase shifter of percent and degrees at once */
    public TapChanger {
        if (!Double.isFinite(steps) || !Double.isFinite(stepPercent) || !Double.isFinite(stepDegree)) {
            throw new IllegalArgumentException(
                    "tap changer: " + steps + " steps of " + stepPercent + " % at " + stepDegree + " degrees");
        }
        if (kind == Kind.PHASE_SHIFTER && stepPercent != 0 && stepDegree != 0) {
            throw new IllegalArgumentException("an ideal phase shifter has steps in percent or in degrees, not both");
        }
    }

    private int direction() {
        return side == Side.HIGH ? 1 : -1;
    }

    /** Voltage of the winding when that of the neutral position is 1. */
    double voltage() {
        return kind == Kind.PHASE_SHIFTER ? 1 : Math.hypot(along(), across());
    }

    /** Degrees by which the low side lags more than at the neutral position. */
    double lagDegree() {
        if (kind == Kind.RATIO) {
            return direction() * Math.toDegrees(Math.atan(across() / along()));
        }
        return direction()
                * (stepDegree != 0 ? steps * stepDegree : 2 * Math.toDegrees(Math.asin(steps * stepPercent / 200)));
    }

    private double along() {
        return 1 + steps * stepPercent / 100 * Math.cos(Math.toRadians(stepDegree));
    }

    private double across() {
        return steps * stepPercent / 100 * Math.sin(Math.toRadians(stepDegree));
    }
}
