package org.terrace.hydraulics;

/**
 * Head that friction takes in a full pipe, SI units.
 *
 * @see "EPANET 2.2 User Manual, 3.1, Pipes, and Appendix D; Rossman and others (2020)"
 */
public enum HeadLossFormula {
    /** h = 10.6668 L Q^1.852 / (C^1.852 D^4.871). */
    HAZEN_WILLIAMS {
        @Override
        double resistance(Link.Pipe pipe) {
            return 10.6668 * pipe.lengthM() / (Math.pow(pipe.roughness(), 1.852) * Math.pow(pipe.diameterM(), 4.871));
        }

        @Override
        void friction(Link.Pipe pipe, double resistance, double q, double viscosity, Loss loss) {
            loss.power(resistance, 1.852, q);
        }
    },
    /** h = f L v^2 / (2 g D); f laminar below Re 2,000, by Swamee and Jain above 4,000, by Dunlop's cubic between. */
    DARCY_WEISBACH {
        @Override
        double resistance(Link.Pipe pipe) {
            double area = Math.PI * pipe.diameterM() * pipe.diameterM() / 4;
            return pipe.lengthM() / (2 * Loss.GRAVITY * pipe.diameterM() * area * area);
        }

        @Override
        void friction(Link.Pipe pipe, double resistance, double q, double viscosity, Loss loss) {
            DarcyWeisbach.friction(pipe, resistance, q, viscosity, loss);
        }
    },
    /** h = 10.24 n^2 L Q^2 / D^5.333. */
    CHEZY_MANNING {
        @Override
        double resistance(Link.Pipe pipe) {
            // EPANET's own rounding, in feet: (4 n / (1.49 pi d^2))^2 (d / 4)^-1.333 L.
            double inFeet = Math.pow(4 / (1.49 * Math.PI), 2) * Math.pow(4, 1.333);
            double factor = inFeet * Math.pow(0.3048, 5.333) / (0.028316846592 * 0.028316846592);
            return factor * pipe.roughness() * pipe.roughness() * pipe.lengthM() / Math.pow(pipe.diameterM(), 5.333);
        }

        @Override
        void friction(Link.Pipe pipe, double resistance, double q, double viscosity, Loss loss) {
            loss.power(resistance, 2, q);
        }
    };

    /** What of the law does not depend on the flow. */
    abstract double resistance(Link.Pipe pipe);

    /**
     * Puts head loss and its derivative by flow at a flow of any sign into {@code loss}.
     *
     * @param resistance of the pipe, kept from flow to flow
     * @param viscosity m2/s
     */
    abstract void friction(Link.Pipe pipe, double resistance, double q, double viscosity, Loss loss);

    /** Metres of head lost over a pipe, bends included; negative for a negative flow. @param viscosity kinematic, m2/s */
    public double lossM(Link.Pipe pipe, double m3PerS, double viscosity) {
        Loss loss = new Loss();
        friction(pipe, resistance(pipe), m3PerS, viscosity, loss);
        loss.addMinor(pipe.minorLoss(), pipe.diameterM(), m3PerS);
        return loss.head;
    }
}
