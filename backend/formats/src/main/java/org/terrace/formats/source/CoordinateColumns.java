package org.terrace.formats.source;

/**
 * Where a table's coordinates stand: two columns, or one with well-known text. Empty names: to be guessed from the header.
 *
 * @param x column of easting or longitude
 * @param y column of northing or latitude
 * @param wkt column of well-known text
 */
public record CoordinateColumns(String x, String y, String wkt) {

    public static CoordinateColumns unknown() {
        return new CoordinateColumns("", "", "");
    }

    public static CoordinateColumns xy(String x, String y) {
        return new CoordinateColumns(x, y, "");
    }

    public static CoordinateColumns wkt(String column) {
        return new CoordinateColumns("", "", column);
    }

    public boolean isKnown() {
        return !wkt.isEmpty() || (!x.isEmpty() && !y.isEmpty());
    }
}
