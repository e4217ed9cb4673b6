package org.terrace.hydraulics;

/** A way for water from one node to another. Flow is positive from the first to the second. */
public sealed interface Link {
    String id();

    /** Position of the first node in the network's list. */
    int from();

    int to();

    /**
     * A full pipe.
     *
     * @param roughness as the network's formula wants it: Hazen-Williams C, Darcy-Weisbach metres, Manning n
     * @param minorLoss coefficient K of bends and fittings
     * @param check whether water flows from the first node to the second only
     */
    record Pipe(
            String id,
            int from,
            int to,
            double lengthM,
            double diameterM,
            double roughness,
            double minorLoss,
            boolean check,
            boolean open)
            implements Link {
        /** Open, without bends and check valve. */
        public static Pipe of(String id, int from, int to, double lengthM, double diameterM, double roughness) {
            return new Pipe(id, from, to, lengthM, diameterM, roughness, 0, false, true);
        }
    }

    /** @param speed relative to that of the curve. @param pattern of the speed, in its place; ALWAYS for none */
    record Pump(String id, int from, int to, PumpCurve curve, double speed, Pattern pattern, boolean open)
            implements Link {}

    /** What a valve does. */
    enum ValveKind {
        /** Holds the pressure after it down to the setting. */
        PRESSURE_REDUCING,
        /** Holds the pressure before it up to the setting. */
        PRESSURE_SUSTAINING,
        /** Takes away a given head. */
        PRESSURE_BREAKER,
        /** Lets through a given flow at most. */
        FLOW_CONTROL,
        /** A loss coefficient that can be set. */
        THROTTLE,
        /** Takes away a head by a curve of flow. */
        GENERAL
    }

    /** Whether a valve does its work, or is fixed. */
    enum ValveState {
        WORKING,
        OPEN,
        CLOSED
    }

    /**
     * @param setting metres of pressure, m3/s or K, as the kind wants it
     * @param minorLoss coefficient K when fully open
     * @param loss metres by m3/s, of a general valve; else any
     */
    record Valve(
            String id,
            int from,
            int to,
            ValveKind kind,
            double diameterM,
            double setting,
            double minorLoss,
            Curve loss,
            ValveState state)
            implements Link {
        /** Stands for no curve. */
        public static final Curve NO_CURVE = new Curve(new double[] {0, 1}, new double[] {0, 0});
    }
}
