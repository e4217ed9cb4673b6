package org.terrace.server.tiles;

/**
 * Which contours a zoom carries. The house interval is 100 m with every fifth stronger; further out it widens so that steep ground
 * does not close up, further in it narrows only if the cells are small enough to bear it.
 *
 * @param intervalM between lines; NaN for no lines
 * @param indexM between stronger lines; NaN for none
 * @param labelM between labelled lines; NaN for no labels
 */
record ContourPlan(double intervalM, double indexM, double labelM) {

    /** Cells up to this wide carry 20 m lines: the vertical error of 30 m models is about half of that. */
    private static final double FINE_CELL_M = 40;

    static ContourPlan at(int zoom, double cellM) {
        if (zoom < 9) {
            return new ContourPlan(Double.NaN, Double.NaN, Double.NaN);
        }
        if (zoom < 11) {
            return new ContourPlan(500, Double.NaN, Double.NaN);
        }
        if (zoom < 12) {
            return new ContourPlan(200, 1000, 1000);
        }
        if (zoom < 15) {
            return new ContourPlan(100, 500, zoom < 14 ? 500 : 100);
        }
        return cellM <= FINE_CELL_M ? new ContourPlan(20, 100, 100) : new ContourPlan(100, 500, 100);
    }

    boolean lines() {
        return !Double.isNaN(intervalM);
    }

    boolean labels() {
        return !Double.isNaN(labelM);
    }

    boolean index(double levelM) {
        return Math.rint(levelM / indexM) * indexM == levelM;
    }
}
