package org.terrace.hydraulics;

/** How much a tank holds at a level. */
public sealed interface TankVolume {
    /** Cubic metres at a level above the floor. */
    double volumeM3(double levelM);

    /** Metres above the floor. */
    double levelM(double volumeM3);

    /**
     * Upright walls.
     *
     * @param areaM2 of the water's surface, positive
     * @param leastM level below which the volume is {@code leastM3}
     */
    record Upright(double areaM2, double leastM, double leastM3) implements TankVolume {
        @Override
        public double volumeM3(double levelM) {
            return leastM3 + (levelM - leastM) * areaM2;
        }

        @Override
        public double levelM(double volumeM3) {
            return leastM + (volumeM3 - leastM3) / areaM2;
        }
    }

    /** Walls of any shape. @param m3ByM rising */
    record Shaped(Curve m3ByM) implements TankVolume {
        @Override
        public double volumeM3(double levelM) {
            return m3ByM.at(levelM);
        }

        @Override
        public double levelM(double volumeM3) {
            return m3ByM.inverse(volumeM3);
        }
    }
}
