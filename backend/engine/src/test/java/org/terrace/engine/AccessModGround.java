package org.terrace.engine;

import java.util.Map;
import org.terrace.terrain.Ground;

/**
 * The ground as AccessMod 5 crossed it in May 2015: a step has the mean of the speeds of its two cells, walkers slow down by Tobler's
 * function, engines not at all, and cyclists by a formula with three slips, kept here because the known answer has them: the rolling
 * resistance that grows with the speed is added to it instead of multiplied, 350 / 101325 is divided as whole numbers (so that the
 * air is that of the sea), and downhill the lowest root of the cubic equation is taken, whose absolute value reaches 84 km/h at 20 %.
 *
 * @see "github.com/fxi/AccessMod_r.walk, timeCostManager.h"
 */
final class AccessModGround implements Ground {
    enum Mode {
        WALKING,
        BICYCLING,
        MOTORIZED
    }

    record Speed(double kmh, Mode mode) {}

    private static final double AIR = 1.225f * (373 / 293.15f);
    private static final double DRAG_AREA = 0.4;
    private static final double WEIGHT_N = 9.81 * 92;
    private static final double ROLLING = 0.008;
    private static final double ROLLING_BY_SPEED = 0.2;
    private static final double TRANSMISSION = 1.09;

    private final int[] classes;
    private final Map<Integer, Speed> speeds;
    private final boolean meanOfTimes;

    /** @param meanOfTimes half the way at the speed of each cell, as AccessMod does today; else the mean of both speeds */
    AccessModGround(int[] classes, Map<Integer, Speed> speeds, boolean meanOfTimes) {
        this.classes = classes;
        this.speeds = speeds;
        this.meanOfTimes = meanOfTimes;
    }

    @Override
    public double seconds(double runM, double riseM, int from, int to) {
        double slope = riseM / runM;
        double a = kmh(classes[from], slope);
        double b = kmh(classes[to], slope);
        return meanOfTimes ? runM / 2 * 3.6 / a + runM / 2 * 3.6 / b : runM * 3.6 / ((a + b) / 2);
    }

    @Override
    public double seconds(double runM, double riseM, int from, int to, int straight, int diagonal) {
        throw new UnsupportedOperationException("the known answer has 8 directions");
    }

    @Override
    public double leastSecondsPerMetre() {
        // 1,000 km/h: only the width of the buckets depends on it.
        return 3.6 / 1000;
    }

    private double kmh(int code, double slope) {
        Speed speed = speeds.get(code);
        if (speed == null) {
            return Double.NaN;
        }
        return switch (speed.mode) {
            case WALKING -> Math.exp(-3.5 * Math.abs(slope + 0.05)) * (speed.kmh / Math.exp(-0.175));
            case BICYCLING -> bicycle(speed.kmh, slope);
            case MOTORIZED -> speed.kmh;
        };
    }

    static double bicycle(double kmh, double slope) {
        float v = (float) (kmh / 3.6);
        float flat = (float) (WEIGHT_N * ROLLING);
        float air = (float) AIR;
        float power = (float) (TRANSMISSION * v * (DRAG_AREA * (air / 2) * Math.pow(v, 2) + flat + v + 0.2f));
        float angle = (float) Math.atan((float) slope);
        float bySpeed = (float) (ROLLING_BY_SPEED * Math.cos(angle));
        float resistance = (float) (WEIGHT_N * (ROLLING * Math.cos(angle) + Math.sin(angle)));
        double a = bySpeed / (DRAG_AREA * air);
        double b = 2 * resistance / (DRAG_AREA * air);
        double c = -2 * power / (TRANSMISSION * DRAG_AREA * air);
        return Math.abs(lowestRoot(a, b, c) * 3.6);
    }

    /** Of x^3 + a x^2 + b x + c, as {@code gsl_poly_solve_cubic} returns it first. */
    private static double lowestRoot(double a, double b, double c) {
        double q = (a * a - 3 * b) / 9;
        double r = (2 * a * a * a - 9 * a * b + 27 * c) / 54;
        double q3 = q * q * q;
        if (r * r < q3) {
            double theta = Math.acos(Math.signum(r) * Math.sqrt(r * r / q3));
            double norm = -2 * Math.sqrt(q);
            double first = norm * Math.cos(theta / 3) - a / 3;
            double second = norm * Math.cos((theta + 2 * Math.PI) / 3) - a / 3;
            double third = norm * Math.cos((theta - 2 * Math.PI) / 3) - a / 3;
            return Math.min(first, Math.min(second, third));
        }
        double sum = -Math.signum(r) * Math.pow(Math.abs(r) + Math.sqrt(r * r - q3), 1.0 / 3);
        return sum + q / sum - a / 3;
    }
}
