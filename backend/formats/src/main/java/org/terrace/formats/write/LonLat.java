package org.terrace.formats.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;

/** Geometries of a table as longitude and latitude in degrees, with 7 decimals (a centimetre). */
final class LonLat {
    private static final int DECIMALS = 7;

    private final Crs crs;
    private final CoordinateTransform transform;

    LonLat(OutputTable table) {
        this.crs = table.crs();
        this.transform = CoordinateTransform.between(crs, Crs.WGS84);
    }

    /** @param where named in the message
     * @throws IllegalArgumentException when a coordinate has no longitude and latitude */
    Geometry of(Geometry geometry, String where) {
        Geometry moved = transform.apply(geometry);
        for (Coordinate c : moved.getCoordinates()) {
            if (!(Math.abs(c.x) <= 180.0000001 && Math.abs(c.y) <= 90.0000001)) {
                throw new IllegalArgumentException(where + ": " + geometry.getCoordinate() + " in " + crs
                        + " is no place on earth. Maybe the system is wrong.");
            }
        }
        return moved;
    }

    /** Without an exponent and without zeros at the end. */
    static String degrees(double value) {
        BigDecimal d = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return d.signum() == 0 ? "0" : d.stripTrailingZeros().toPlainString();
    }
}
