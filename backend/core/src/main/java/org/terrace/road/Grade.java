package org.terrace.road;

/**
 * The steepest grade of a way, over windows no shorter than a given length: between two points 30 m apart the error of an
 * elevation model is as large as the grade itself. The steepest of many windows that are each in error lies above the true grade
 * more often than below it.
 *
 * @param percent rise over run of the steepest window, without sign; NaN where no window has heights at both ends
 * @param errorPercent standard error of that window's grade, from the errors of its two heights, taken as independent
 */
record Grade(double percent, double errorPercent) {
    static final Grade UNKNOWN = new Grade(Double.NaN, Double.NaN);

    /** The steeper of the two; a known one before an unknown one. */
    Grade orSteeper(Grade other) {
        return Double.isNaN(percent) || other.percent > percent ? other : this;
    }

    /**
     * Looks at each window that starts at a point and ends at the first point no nearer than the window's length.
     *
     * @param alongM ascending. @param heightM NaN where not known. @param errorM standard error of each height
     * @param points how many of the arrays' values count
     */
    static Grade steepest(double[] alongM, double[] heightM, double[] errorM, int points, double windowM) {
        double steepest = Double.NaN;
        double error = Double.NaN;
        int end = 0;
        for (int start = 0; start < points; start++) {
            while (end < points && alongM[end] - alongM[start] < windowM) {
                end++;
            }
            if (end == points) {
                break;
            }
            double run = alongM[end] - alongM[start];
            double percent = 100 * Math.abs(heightM[end] - heightM[start]) / run;
            // True for the first that is a number, false for NaN.
            if (percent > steepest || (Double.isNaN(steepest) && !Double.isNaN(percent))) {
                steepest = percent;
                error = 100 * Math.sqrt(errorM[start] * errorM[start] + errorM[end] * errorM[end]) / run;
            }
        }
        return new Grade(steepest, error);
    }
}
