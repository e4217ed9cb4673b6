package org.terrace.analysis;

import java.util.List;

/**
 * What a result column is. The server, the map, the legend, the exports and the styles work from this alone.
 *
 * @param id snake case, unit last; words are at {@code column.<id>}
 * @param unit unit of a number, empty otherwise
 * @param decimals digits after the point in exports and on screen: the number's fixed rounding
 * @param scheme class scheme of a class column, empty otherwise
 * @param codes vocabulary of a class or reason column, in the scheme's order
 */
public record ColumnSpec(String id, Type type, String unit, int decimals, String scheme, List<String> codes) {

    /** A reason is a code with a sentence of its own whose placeholders are the other columns of the row. */
    public enum Type {
        CLASS,
        REASON,
        NUMBER,
        TEXT
    }

    public ColumnSpec {
        codes = List.copyOf(codes);
        boolean coded = type == Type.CLASS || type == Type.REASON;
        if (coded == codes.isEmpty()) {
            throw new IllegalArgumentException("column " + id + ": codes belong to CLASS and REASON, and only there");
        }
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("column " + id + ": decimals " + decimals);
        }
    }

    public static ColumnSpec verdict(String id) {
        return new ColumnSpec(id, Type.CLASS, "", 0, Verdict.SCHEME, Verdict.CODES);
    }

    public static ColumnSpec classes(String id, String scheme, List<String> codes) {
        return new ColumnSpec(id, Type.CLASS, "", 0, scheme, codes);
    }

    /** The sentences are at {@code reason.<analysis id>.<code>}. */
    public static ColumnSpec reason(String id, List<String> codes) {
        return new ColumnSpec(id, Type.REASON, "", 0, "", codes);
    }

    public static ColumnSpec number(String id, String unit, int decimals) {
        return new ColumnSpec(id, Type.NUMBER, unit, decimals, "", List.of());
    }

    public static ColumnSpec text(String id) {
        return new ColumnSpec(id, Type.TEXT, "", 0, "", List.of());
    }
}
