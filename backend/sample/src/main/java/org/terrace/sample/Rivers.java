package org.terrace.sample;

/**
 * The main rivers of a landscape: given, not computed, because their waters come from beyond the frame. They run from west to
 * east, wind, and fall gently; everything else drains to them. Local metres: x eastwards, y SOUTHWARDS from the north west corner.
 */
final class Rivers {
    private static final int STEP_M = 10;
    private static final int BEYOND_M = 2_400;

    private final int sizeM;
    private final int count;
    private final Noise noise;
    /** Centre lines and floor widths every {@link #STEP_M}: they are asked for at every cell. */
    private final double[][] centre;

    private final double[][] halfWidth;

    Rivers(int sizeM, long seed) {
        this.sizeM = sizeM;
        this.count = Math.max(1, (int) Math.round(sizeM / 26_000.0));
        this.noise = new Noise(seed);
        int n = (sizeM + 2 * BEYOND_M) / STEP_M + 2;
        this.centre = new double[count][n];
        this.halfWidth = new double[count][n];
        for (int river = 0; river < count; river++) {
            for (int i = 0; i < n; i++) {
                centre[river][i] = computeY(river, i * (double) STEP_M - BEYOND_M);
                halfWidth[river][i] = computeHalfWidth(river, i * (double) STEP_M - BEYOND_M);
            }
        }
    }

    int count() {
        return count;
    }

    double yAt(int river, double x) {
        return between(centre[river], x);
    }

    private static double between(double[] values, double x) {
        double at = Math.max(0, Math.min(values.length - 1.001, (x + BEYOND_M) / STEP_M));
        int i = (int) at;
        return values[i] * (1 - (at - i)) + values[i + 1] * (at - i);
    }

    private double computeY(int river, double x) {
        double middle = sizeM * (river + 0.5) / count + (river % 2 == 0 ? 700 : -700);
        double shift = 9_973.0 * (river + 1);
        return middle
                + 3_900 * noise.at(x + shift, 0, 7_400)
                + 1_300 * noise.at(x + shift, 5_000, 2_900)
                + 300 * noise.at(x + shift, 9_000, 1_150);
    }

    double levelM(int river, double x) {
        return 792 + 25 * river + 118 * (sizeM - x) / sizeM;
    }

    /** Half width of the flat valley floor: narrows and basins in turn. */
    double floorHalfWidthM(int river, double x) {
        return between(halfWidth[river], x);
    }

    private double computeHalfWidth(int river, double x) {
        double n = noise.at(x + 31_000.0 * (river + 1), 20_000, 3_300) * 0.7
                + noise.at(x + 5_000.0 * (river + 1), 27_000, 1_300) * 0.3;
        return 75 + 330 * Math.max(0, n + 0.15);
    }

    /** Distance from the centre line, nearly (the line's own slope is allowed for). */
    double distanceM(int river, double x, double y) {
        double slope = (yAt(river, x + 40) - yAt(river, x - 40)) / 80;
        return Math.abs(y - yAt(river, x)) / Math.sqrt(1 + slope * slope);
    }

    int nearest(double x, double y) {
        int best = 0;
        for (int r = 1; r < count; r++) {
            if (Math.abs(y - yAt(r, x)) < Math.abs(y - yAt(best, x))) {
                best = r;
            }
        }
        return best;
    }
}
