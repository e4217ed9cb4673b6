package org.terrace.powerflow;

/**
 * The feeder of 33 buses, with five ties.
 *
 * @see "Baran and Wu (1989), Network reconfiguration in distribution systems for loss reduction and load balancing, IEEE Transactions on
 *     Power Delivery 4(2)"
 */
final class BaranWu {
    /** Branches as from, to, ohm, ohm of reactance; the last five are the ties. */
    private static final double[][] BRANCHES = {
        {1, 2, 0.0922, 0.0470},
        {2, 3, 0.4930, 0.2511},
        {3, 4, 0.3660, 0.1864},
        {4, 5, 0.3811, 0.1941},
        {5, 6, 0.8190, 0.7070},
        {6, 7, 0.1872, 0.6188},
        {7, 8, 0.7114, 0.2351},
        {8, 9, 1.0300, 0.7400},
        {9, 10, 1.0440, 0.7400},
        {10, 11, 0.1966, 0.0650},
        {11, 12, 0.3744, 0.1238},
        {12, 13, 1.4680, 1.1550},
        {13, 14, 0.5416, 0.7129},
        {14, 15, 0.5910, 0.5260},
        {15, 16, 0.7463, 0.5450},
        {16, 17, 1.2890, 1.7210},
        {17, 18, 0.7320, 0.5740},
        {2, 19, 0.1640, 0.1565},
        {19, 20, 1.5042, 1.3554},
        {20, 21, 0.4095, 0.4784},
        {21, 22, 0.7089, 0.9373},
        {3, 23, 0.4512, 0.3083},
        {23, 24, 0.8980, 0.7091},
        {24, 25, 0.8960, 0.7011},
        {6, 26, 0.2030, 0.1034},
        {26, 27, 0.2842, 0.1447},
        {27, 28, 1.0590, 0.9337},
        {28, 29, 0.8042, 0.7006},
        {29, 30, 0.5075, 0.2585},
        {30, 31, 0.9744, 0.9630},
        {31, 32, 0.3105, 0.3619},
        {32, 33, 0.3410, 0.5302},
        {21, 8, 2, 2},
        {9, 15, 2, 2},
        {12, 22, 2, 2},
        {18, 33, 0.5, 0.5},
        {25, 29, 0.5, 0.5}
    };

    /** kW and kvar of buses 2 to 33. */
    private static final double[][] LOADS = {
        {100, 60},
        {90, 40},
        {120, 80},
        {60, 30},
        {60, 20},
        {200, 100},
        {200, 100},
        {60, 20},
        {60, 20},
        {45, 30},
        {60, 35},
        {60, 35},
        {120, 80},
        {60, 10},
        {60, 20},
        {60, 20},
        {90, 40},
        {90, 40},
        {90, 40},
        {90, 40},
        {90, 40},
        {90, 50},
        {420, 200},
        {420, 200},
        {60, 25},
        {60, 25},
        {60, 20},
        {120, 70},
        {200, 600},
        {150, 70},
        {210, 100},
        {60, 40}
    };

    private BaranWu() {}

    /** @param scale of the loads */
    static PowerNetwork feeder(boolean tiesClosed, double scale) {
        PowerNetwork.Builder grid = PowerNetwork.builder();
        for (int i = 1; i <= 33; i++) {
            grid.bus(Integer.toString(i), 12.66);
        }
        for (int k = 0; k < BRANCHES.length; k++) {
            double[] b = BRANCHES[k];
            grid.line(new Line(
                    "line " + (k + 1),
                    (int) b[0] - 1,
                    (int) b[1] - 1,
                    1,
                    b[2],
                    b[3],
                    0,
                    0,
                    1,
                    Double.NaN,
                    k < 32 || tiesClosed));
        }
        for (int i = 0; i < LOADS.length; i++) {
            grid.load(Load.of("load " + i, i + 1, scale * LOADS[i][0] / 1000, scale * LOADS[i][1] / 1000));
        }
        return grid.source(Source.of("substation", 0, 1)).build();
    }
}
