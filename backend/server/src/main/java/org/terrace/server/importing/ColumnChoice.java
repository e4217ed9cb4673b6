package org.terrace.server.importing;

/**
 * A field of the county is read from this column of the file.
 *
 * @param kind id of the layer; "" for a table's coordinates
 * @param attribute of the layer, {@code code} for its key; {@code x} (east, longitude) or {@code y} (north, latitude)
 * @param column of the file; "" = not in this file
 */
public record ColumnChoice(String kind, String attribute, String column) {
    public static final String X = "x";
    public static final String Y = "y";

    boolean isPosition() {
        return kind.isEmpty();
    }
}
