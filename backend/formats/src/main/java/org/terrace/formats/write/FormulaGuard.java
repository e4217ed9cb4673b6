package org.terrace.formats.write;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula: a text that begins with one of {@code = + - @}, their full-width forms,
 * tab, carriage return or line feed gets an apostrophe in front, unless it is a plain number. What looks like guarded already gets one more, so
 * that {@link #unguard} gives back every text as it was.
 *
 * @see "OWASP, CSV Injection"
 */
public final class FormulaGuard {
    private static final Pattern DANGEROUS = Pattern.compile("^'*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private FormulaGuard() {}

    public static String guard(String text) {
        return DANGEROUS.matcher(text).find() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** Takes the guard away again, for readers. */
    public static String unguard(String text) {
        return text.startsWith("'") && DANGEROUS.matcher(text).find() ? text.substring(1) : text;
    }
}
