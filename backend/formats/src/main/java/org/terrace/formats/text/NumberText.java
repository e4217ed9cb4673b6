package org.terrace.formats.text;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people type them. Full-width digits are the same digits and are read (with a note); anything else that is not a
 * plain number is refused with a hint at what it may have been, and never repaired.
 */
public final class NumberText {
    private static final Pattern PLAIN = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}([,\\u00a0' ]\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d+,\\d+");
    private static final Pattern LETTER_O = Pattern.compile("[-+]?[\\dOoIl.,]*\\d[\\dOoIl.,]*");
    private static final Pattern WITH_UNIT = Pattern.compile("[-+]?\\d+(\\.\\d+)?\\s*([\\p{L}%/\"'°²³]+.*)");

    /**
     * A number, or why there is none.
     *
     * @param value empty when the text is not a number
     * @param hint {@code full_width} (read all the same), {@code thousands, decimal_comma, letter, unit, not_a_number}; "" when plain
     */
    public record Parsed(OptionalDouble value, String hint) {}

    private NumberText() {}

    public static Parsed parse(String text) {
        String t = text.strip();
        String narrow = halfWidth(t);
        if (PLAIN.matcher(narrow).matches()) {
            double value = Double.parseDouble(narrow);
            if (Double.isFinite(value)) {
                return new Parsed(OptionalDouble.of(value), narrow.equals(t) ? "" : "full_width");
            }
        }
        return new Parsed(OptionalDouble.empty(), hint(narrow));
    }

    private static String hint(String t) {
        if (THOUSANDS.matcher(t).matches()) {
            return "thousands";
        }
        if (DECIMAL_COMMA.matcher(t).matches()) {
            return "decimal_comma";
        }
        if (LETTER_O.matcher(t).matches() && !t.matches("[-+\\d.,]*")) {
            return "letter";
        }
        return WITH_UNIT.matcher(t).matches() ? "unit" : "not_a_number";
    }

    /** Full-width digits, signs, points and letters as their plain forms. */
    public static String halfWidth(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c == '\u3000' ? ' ' : c);
        }
        return out.toString();
    }

    /** A value as text without a needless fraction: 12.0 becomes 12, so that ids read from numeric cells stay ids. */
    public static String idText(Object value) {
        if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return String.format(Locale.ROOT, "%d", d.longValue());
        }
        if (value instanceof java.math.BigDecimal b) {
            return b.stripTrailingZeros().toPlainString();
        }
        return String.valueOf(value).strip();
    }

    /** Text of a finite number in the shortest form. */
    public static Optional<String> plain(double value) {
        return Double.isFinite(value) ? Optional.of(idText(value)) : Optional.empty();
    }
}
