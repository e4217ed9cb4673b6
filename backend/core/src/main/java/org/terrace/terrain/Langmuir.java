package org.terrace.terrain;

/**
 * Naismith's rule with Langmuir's corrections for descents, in the form and with the names of GRASS {@code r.walk}:
 * T = a S + b H(up) + c H(moderate down) + d H(steep down), S and H in metres, T in seconds. A descent is moderate down to
 * {@link #slopeFactor} (inclusive) and steep below it. H is negative downhill, so c &gt; 0 shortens and d &lt; 0 lengthens the time.
 *
 * <p>Uncapped, the usual coefficients give 11.3 km/h at a slope of -0.2; {@link #CAPPED} keeps every step at 6 km/h or slower.
 *
 * @param a seconds per metre of horizontal distance
 * @param b seconds per metre climbed
 * @param c seconds per metre of moderate descent
 * @param d seconds per metre of steep descent
 * @param slopeFactor slope at which a descent turns steep, negative
 * @param fastestMPerS cap on the horizontal speed, infinite for none
 * @see "GRASS GIS 8 manual, r.walk; Langmuir E. (1984), Mountaincraft and Leadership; Aitken R. (1977)"
 */
public record Langmuir(double a, double b, double c, double d, double slopeFactor, double fastestMPerS)
        implements WalkingModel {
    /** Coefficients of {@code r.walk}: 0.72 s/m is 5 km/h on the flat, 6 s/m climbed, tan(-12 degrees). */
    public static final Langmuir R_WALK = new Langmuir(0.72, 6.0, 1.9998, -1.9998, -0.2125, Double.POSITIVE_INFINITY);

    /** The same, never faster than 6 km/h. */
    public static final Langmuir CAPPED = R_WALK.notFasterThan(6 / 3.6);

    public Langmuir {
        if (!(a > 0) || !(b >= 0) || !(slopeFactor <= 0) || !(fastestMPerS > 0)) {
            throw new IllegalArgumentException("a must be positive, b not negative, the slope factor not positive: a="
                    + a + " b=" + b + " slopeFactor=" + slopeFactor + " fastest=" + fastestMPerS + " m/s");
        }
        if (!(a + c * slopeFactor > 0) || !(d <= 0)) {
            throw new IllegalArgumentException("these coefficients let a descent take no time: a + c * slopeFactor = "
                    + (a + c * slopeFactor) + ", d = " + d + ". Maybe the sign of d is wrong (r.walk: -1.9998)");
        }
    }

    public Langmuir notFasterThan(double mPerS) {
        return new Langmuir(a, b, c, d, slopeFactor, mPerS);
    }

    @Override
    public double seconds(double runM, double riseM) {
        double perMetre = riseM >= 0 ? b : riseM / runM < slopeFactor ? d : c;
        double seconds = riseM * perMetre + runM * a;
        return fastestMPerS == Double.POSITIVE_INFINITY ? seconds : Math.max(seconds, runM / fastestMPerS);
    }

    @Override
    public double leastSecondsPerMetre() {
        return Math.max(Math.min(a, a + c * slopeFactor), 1 / fastestMPerS);
    }
}
