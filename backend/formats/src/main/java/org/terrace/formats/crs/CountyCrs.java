package org.terrace.formats.crs;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The metric system in which a county is computed: in China the 3-degree zone of CGCS2000 whose meridian is nearest, elsewhere
 * UTM. UTM would split many a county (Shimian straddles two zones), a 3-degree meridian does so less and scales less.
 */
public final class CountyCrs {
    private static final double MOST_LATITUDE = 84;
    private static final Envelope CHINA = new Envelope(73, 135, 18, 54);

    private CountyCrs() {}

    /**
     * @param lonLat extent in degrees
     * @throws IllegalArgumentException if the extent is empty or not in degrees
     */
    public static Crs forExtent(Envelope lonLat) {
        Coordinate centre = lonLat.centre();
        if (centre == null || Math.abs(centre.x) > 180 || Math.abs(centre.y) > MOST_LATITUDE) {
            throw new IllegalArgumentException("no county at " + lonLat);
        }
        return Crs.epsg(zoneOf(centre));
    }

    /** Whether a place has a zone: in degrees, and not at a pole. */
    public static boolean hasZone(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= MOST_LATITUDE;
    }

    /** The code of the system of a county that lies at a place which {@link #hasZone has one}. */
    public static int zoneAt(double lon, double lat) {
        return zoneOf(new Coordinate(lon, lat));
    }

    private static int zoneOf(Coordinate centre) {
        if (CHINA.contains(centre) && !outsideChina(centre)) {
            int step = (int) Math.round((centre.x - 75) / 3);
            return 4534 + Math.max(0, Math.min(20, step));
        }
        int zone = (int) Math.max(1, Math.min(60, Math.floor((centre.x + 180) / 6) + 1));
        return (centre.y >= 0 ? 32600 : 32700) + zone;
    }

    /** India, Nepal, Bhutan and Indochina lie inside the box but not in China; a coarse line south and west of Tibet and Yunnan. */
    private static boolean outsideChina(Coordinate c) {
        double[][] south = {
            {73, 38.5},
            {76, 35.8},
            {78, 33.5},
            {79, 31.5},
            {81, 30.2},
            {85, 28.3},
            {89, 27.8},
            {92, 27.8},
            {95, 29},
            {97.3, 28.2},
            {98.7, 25.5},
            {97.6, 24},
            {99, 22},
            {101, 21.2},
            {106, 22},
            {108, 21.5},
            {109, 18}
        };
        for (int i = 1; i < south.length; i++) {
            if (c.x < south[i][0]) {
                double share = (c.x - south[i - 1][0]) / (south[i][0] - south[i - 1][0]);
                return c.y < south[i - 1][1] + share * (south[i][1] - south[i - 1][1]);
            }
        }
        return false;
    }
}
