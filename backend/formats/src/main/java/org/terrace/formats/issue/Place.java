package org.terrace.formats.issue;

/**
 * Where in a file something stands.
 *
 * @param file name as the user knows it
 * @param layer layer, sheet or table inside the file; "" when it has only one
 * @param unit what {@code id} counts
 * @param id line number, feature number or source id; "" for the whole file
 */
public record Place(String file, String layer, Unit unit, String id) {

    /** What the id of a place is. */
    public enum Unit {
        FILE,
        /** Line of a text file or row of a sheet, counted from 1 with the header. */
        LINE,
        /** Feature, counted from 1, or its id in the source ({@code w123}). */
        FEATURE
    }

    public static Place file(String file) {
        return new Place(file, "", Unit.FILE, "");
    }

    public static Place layer(String file, String layer) {
        return new Place(file, layer, Unit.FILE, "");
    }

    public static Place line(String file, String layer, long line) {
        return new Place(file, layer, Unit.LINE, Long.toString(line));
    }

    public static Place feature(String file, String layer, String id) {
        return new Place(file, layer, Unit.FEATURE, id);
    }

    public boolean isWholeFile() {
        return unit == Unit.FILE;
    }

    /** Short form for logs and tests: {@code households.csv:217}. */
    @Override
    public String toString() {
        return file + (layer.isEmpty() ? "" : "/" + layer) + (id.isEmpty() ? "" : ":" + id);
    }
}
