package org.terrace.server.tiles;

/**
 * The cividis scale: even in lightness and alike to people with and without colour vision deficiency (Nunez, Anderton and Renslow
 * 2018, PLOS ONE 13(7), e0199239). Colours by the polynomial fit of d3-scale-chromatic, which is within a few units of the table.
 */
final class Cividis {
    private Cividis() {}

    /** @param t 0 dark blue .. 1 yellow; @return rgb */
    static int rgb(double t) {
        double r = -4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))));
        double g = 32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))));
        double b = 81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))));
        return channel(r) << 16 | channel(g) << 8 | channel(b);
    }

    private static int channel(double value) {
        return (int) Math.round(Math.max(0, Math.min(255, value)));
    }
}
