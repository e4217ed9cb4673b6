package org.terrace.hydraulics;

/** What a pump adds to the head at a flow, at its own speed. */
public sealed interface PumpCurve {
    /** Metres that it can lift at most; infinite where only the power is given. */
    double shutoffM();

    /** A flow in m3/s to begin with. */
    double designM3PerS();

    /** The largest flow in m3/s of which the curve says anything: where it comes down to no head, or its last point. */
    double mostM3PerS();

    /**
     * A smooth curve: head = h0 - b q^c.
     *
     * @see "EPANET 2.2 User Manual, 3.1, Pumps"
     */
    record Power(double h0, double b, double c, double designM3PerS) implements PumpCurve {
        /** The curve through one point, by custom with a third more head at no flow and twice the flow at no head. */
        public static Power throughOnePoint(double m3PerS, double headM) {
            return throughThreePoints(headM * SHUTOFF, m3PerS, headM, 2 * m3PerS, 0);
        }

        /** EPANET writes 4/3 so. */
        private static final double SHUTOFF = 1.33334;

        /** @throws IllegalArgumentException when no falling curve of this form leads through the points */
        public static Power throughThreePoints(double h0, double q1, double h1, double q2, double h2) {
            double first = h0 - h1;
            double second = h0 - h2;
            double c = Math.log(second / first) / Math.log(q2 / q1);
            if (!(first > 0 && h1 > h2 && q1 > 0 && q2 > q1 && c > 0 && c <= 20)) {
                throw new IllegalArgumentException("no falling pump curve leads through 0, " + q1 + " and " + q2
                        + " m3/s at " + h0 + ", " + h1 + " and " + h2 + " m");
            }
            return new Power(h0, first / Math.pow(q1, c), c, q1);
        }

        @Override
        public double shutoffM() {
            return h0;
        }

        @Override
        public double mostM3PerS() {
            return Math.pow(h0 / b, 1 / c);
        }
    }

    /** Straight lines between measured points. @param metres by m3/s, falling */
    record Points(Curve metres) implements PumpCurve {
        @Override
        public double shutoffM() {
            return metres.y()[0];
        }

        @Override
        public double designM3PerS() {
            return (metres.x()[0] + metres.largestX()) / 2;
        }

        @Override
        public double mostM3PerS() {
            return metres.largestX();
        }
    }

    /** A motor that always gives the same power to the water. */
    record ConstantPower(double watts) implements PumpCurve {
        @Override
        public double shutoffM() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double designM3PerS() {
            return 0.0283;
        }

        @Override
        public double mostM3PerS() {
            return Double.POSITIVE_INFINITY;
        }
    }
}
