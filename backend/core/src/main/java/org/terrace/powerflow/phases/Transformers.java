package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.List;

/**
 * Distribution transformers as branches, seen from their low-voltage side. The star point is the neutral; it is earthed through an
 * electrode, and a neutral wire may begin there.
 *
 * @see "IEC 60076-1, vector groups; Kersting, Distribution System Modeling and Analysis, chapter 8"
 */
public final class Transformers {
    private static final double ROOT_3 = Math.sqrt(3);

    private Transformers() {}

    /** Vector groups of three-phase distribution transformers. */
    public enum Group {
        /** Low voltage leads by 30 degrees; the usual one in China and Europe. Zero sequence ends in the delta. */
        DYN11,
        /** Low voltage lags by 30 degrees. */
        DYN1,
        /** Star to star, no neutral on the high side: zero sequence finds only the iron, so its impedance is large and must be given. */
        YYN0,
        /** Star to star, both star points earthed: zero sequence passes. */
        YNYN0
    }

    /**
     * Impedances of a transformer in ohms seen from the low-voltage side.
     *
     * @param r0 zero sequence: of Dyn the leakage, of Yyn0 about ten times as much and more
     */
    public record Leakage(double r1, double x1, double r0, double x0) {
        /** @throws IllegalArgumentException for what is no number or negative resistance */
        public Leakage {
            if (!(r1 >= 0) || !(r0 >= 0) || !Double.isFinite(x1) || !Double.isFinite(x0)) {
                throw new IllegalArgumentException("leakage " + r1 + " " + x1 + " " + r0 + " " + x0);
            }
        }

        /**
         * From the plate: zero sequence as positive.
         *
         * @param vkPercent short-circuit voltage. @param vkrPercent its real part, copper loss over rating
         */
        public static Leakage ofPlate(double kva, double lowKv, double vkPercent, double vkrPercent) {
            double ohm = lowKv * lowKv * 1_000 / kva / 100;
            double x = ohm * Math.sqrt(vkPercent * vkPercent - vkrPercent * vkrPercent);
            return new Leakage(ohm * vkrPercent, x, ohm * vkrPercent, x);
        }

        public Leakage withZero(double newR0, double newX0) {
            return new Leakage(r1, x1, newR0, newX0);
        }
    }

    /**
     * The star point of the low-voltage side.
     *
     * @param wire whether a neutral wire begins here; without, the network has three wires and earth as return
     * @param ohm of the electrode, 0 for an ideal one
     */
    public record StarPoint(boolean wire, double ohm, double reactanceOhm) {
        /** @throws IllegalArgumentException for a negative resistance */
        public StarPoint {
            if (!(ohm >= 0)) {
                throw new IllegalArgumentException("electrode of " + ohm + " ohm");
            }
        }

        public static final StarPoint EARTHED = new StarPoint(false, 0, 0);

        /** @param ohm of the electrode at the transformer, in China at most 4 (above 100 kVA) or 10 */
        public static StarPoint wire(double ohm) {
            return new StarPoint(true, ohm, 0);
        }
    }

    /** @param ratio volts between phases without load, high over low, taps included */
    public static Branch.Transformer threePhase(
            String id, int from, int to, Group group, double ratio, Leakage leakage, StarPoint star) {
        List<List<Double>> turns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Double[] row = new Double[3];
            for (int j = 0; j < 3; j++) {
                row[j] = turns(group, Math.floorMod(j - i, 3)) / ratio;
            }
            turns.add(List.of(row));
        }
        PhaseMatrix ohms = PhaseMatrix.ofSequences(leakage.r1, leakage.x1, leakage.r0, leakage.x0);
        return make(id, from, to, Conductor.PHASES, Conductor.PHASES, turns, ohms, star);
    }

    /** @param k which phase of the high side, counted from the low side's own */
    private static double turns(Group group, int k) {
        return switch (group) {
            // A - B leads A by 30 degrees, A - C lags it.
            case DYN11 -> (k == 0 ? 1 : k == 1 ? -1 : 0) / ROOT_3;
            case DYN1 -> (k == 0 ? 1 : k == 2 ? -1 : 0) / ROOT_3;
            case YYN0 -> k == 0 ? 2.0 / 3 : -1.0 / 3;
            case YNYN0 -> k == 0 ? 1 : 0;
        };
    }

    /**
     * A single-phase transformer between two phases, or between a phase and earth, of the high-voltage line.
     *
     * @param primary one conductor (to earth) or two
     * @param phase what its low-voltage wire is called
     * @param ratio volts of the windings without load, high over low
     */
    public static Branch.Transformer singlePhase(
            String id,
            int from,
            int to,
            List<Conductor> primary,
            Conductor phase,
            double ratio,
            double r,
            double x,
            StarPoint star) {
        List<Double> row = primary.size() == 1 ? List.of(1 / ratio) : List.of(1 / ratio, -1 / ratio);
        return make(id, from, to, primary, List.of(phase), List.of(row), PhaseMatrix.alike(1, r, x, 0, 0), star);
    }

    private static Branch.Transformer make(
            String id,
            int from,
            int to,
            List<Conductor> primary,
            List<Conductor> phases,
            List<List<Double>> turns,
            PhaseMatrix ohms,
            StarPoint star) {
        if (!star.wire) {
            PhaseMatrix all = ohms.plusEverywhere(star.ohm, star.reactanceOhm);
            return new Branch.Transformer(id, from, to, primary, phases, turns, all);
        }
        // All that leaves by the four wires and does not come back has come up through the electrode.
        List<Conductor> wires = new ArrayList<>(phases);
        wires.add(Conductor.N);
        List<List<Double>> more = new ArrayList<>(turns);
        more.add(primary.stream().map(c -> 0.0).toList());
        PhaseMatrix all = ohms.withOneMore().plusEverywhere(star.ohm, star.reactanceOhm);
        return new Branch.Transformer(id, from, to, primary, wires, more, all);
    }
}
