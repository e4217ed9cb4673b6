package org.terrace.terrain;

import org.terrace.region.ElevationGrid;

/**
 * Light that falls on the ground from a sun at infinity, without cast shadows.
 *
 * <p>Light = cosine of the angle between the surface's normal and the sun, never below 0 (Lambert; Horn 1981, Hill shading and the
 * reflectance map, Proc. IEEE 69(1), 14-47). With rises e (east) and n (north), azimuth a and altitude h of the sun:
 * light = (sin h - cos h (e sin a + n cos a)) / sqrt(1 + e2 + n2). Level ground gets sin h.
 *
 * <p>The multidirectional variant lights from 225, 270, 315 and 360 degrees and gives each sun the weight sin2(aspect - azimuth) / 2,
 * so that slopes running along one sun's rays still show relief (Mark 1992, Multidirectional, oblique-weighted, shaded-relief image,
 * USGS Open-File Report 92-422; as in gdaldem -multidirectional). The four weights always add up to 1.
 */
public final class Hillshade {
    private static final double[] OBLIQUE = {225, 270, 315, 360};

    private final double exaggeration;
    private final double sinAltitude;
    private final double cosAltitude;
    private final double[] sunEast;
    private final double[] sunNorth;

    private Hillshade(double altitudeDegrees, double exaggeration, double... azimuths) {
        if (!(altitudeDegrees > 0 && altitudeDegrees <= 90)) {
            throw new IllegalArgumentException(
                    "the sun must stand over 0 and up to 90 degrees, was " + altitudeDegrees);
        }
        if (!(exaggeration > 0)) {
            throw new IllegalArgumentException("exaggeration must be positive, was " + exaggeration);
        }
        this.exaggeration = exaggeration;
        sinAltitude = StrictMath.sin(Math.toRadians(altitudeDegrees));
        cosAltitude = StrictMath.cos(Math.toRadians(altitudeDegrees));
        sunEast = new double[azimuths.length];
        sunNorth = new double[azimuths.length];
        for (int i = 0; i < azimuths.length; i++) {
            sunEast[i] = StrictMath.sin(Math.toRadians(azimuths[i]));
            sunNorth[i] = StrictMath.cos(Math.toRadians(azimuths[i]));
        }
    }

    /**
     * One sun.
     *
     * @param azimuthDegrees where the sun stands, clockwise from north; maps are lit from 315
     * @param altitudeDegrees above the horizon, over 0 and up to 90
     * @param exaggeration factor on all heights
     */
    public static Hillshade classical(double azimuthDegrees, double altitudeDegrees, double exaggeration) {
        return new Hillshade(altitudeDegrees, exaggeration, azimuthDegrees);
    }

    /** Four suns from the south west to the north, weighted by how obliquely they meet the slope. */
    public static Hillshade multidirectional(double altitudeDegrees, double exaggeration) {
        return new Hillshade(altitudeDegrees, exaggeration, OBLIQUE);
    }

    /** Light on level ground, 0..1. */
    public double level() {
        return sinAltitude;
    }

    /**
     * Light on a slope.
     *
     * @param eastward rise per metre towards the east, {@code northward} towards the north
     * @return 0..1; NaN for NaN
     */
    public double light(double eastward, double northward) {
        double e = eastward * exaggeration;
        double n = northward * exaggeration;
        double steep = e * e + n * n;
        double scale = 1 / Math.sqrt(1 + steep);
        if (sunEast.length == 1) {
            return lambert(e, n, 0, scale);
        }
        if (steep == 0) {
            return sinAltitude;
        }
        double sum = 0;
        for (int i = 0; i < sunEast.length; i++) {
            double across = e * sunNorth[i] - n * sunEast[i];
            sum += across * across * lambert(e, n, i, scale);
        }
        return sum / (2 * steep);
    }

    private double lambert(double e, double n, int sun, double scale) {
        double light = (sinAltitude - cosAltitude * (e * sunEast[sun] + n * sunNorth[sun])) * scale;
        return light < 0 ? 0 : light;
    }

    /** Light on every cell, by Horn's slope; NaN on the rim and where one of the nine cells has no data. */
    public float[] of(ElevationGrid grid) {
        int columns = grid.frame().columns();
        float[] light = new float[grid.frame().cells()];
        for (int i = 0; i < light.length; i++) {
            int column = i % columns;
            int row = i / columns;
            light[i] = (float) light(Slope.eastward(grid, column, row), Slope.northward(grid, column, row));
        }
        return light;
    }
}
