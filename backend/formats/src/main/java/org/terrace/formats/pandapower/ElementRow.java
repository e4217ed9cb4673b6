package org.terrace.formats.pandapower;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.text.NumberText;

/** One element: its cells as numbers and flags. What cannot be read is reported, and the row is then bad. */
final class ElementRow {
    private static final Set<String> YES = Set.of("true", "1", "1.0");
    private static final Set<String> NO = Set.of("false", "0", "0.0");

    private final String id;
    private final Map<String, String> cells;
    private final Place place;
    private final IssueSink issues;
    private boolean bad;

    ElementRow(String id, Map<String, String> cells, Place place, IssueSink issues) {
        this.id = id;
        this.cells = cells;
        this.place = place;
        this.issues = issues;
    }

    /** Whole numbers are ids too when a program wrote them as 3.0. */
    static String plainId(String text) {
        return text.matches("-?\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text;
    }

    String id() {
        return id;
    }

    Place place() {
        return place;
    }

    boolean isBad() {
        return bad;
    }

    /** Reports an error with the cell that it is about; the row is then bad. */
    void refuse(Issue issue, String column) {
        bad = true;
        warn(issue, column);
    }

    /** Reports with the cell, unless the issue has a value already. */
    void warn(Issue issue, String column) {
        Issue told = issue.field(column);
        issues.report(told.value().isEmpty() ? told.value(text(column)) : told);
    }

    /** A cell; "" when it is empty. */
    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** A number that must be there; NaN when it was reported. */
    double number(String column) {
        if (!has(column)) {
            refuse(Issue.error("pp_empty", place), column);
            return Double.NaN;
        }
        return number(column, Double.NaN);
    }

    double number(String column, double usual) {
        if (!has(column)) {
            return usual;
        }
        NumberText.Parsed parsed = NumberText.parse(text(column));
        if (parsed.value().isEmpty()) {
            refuse(Issue.error("pp_no_number", place).with("hint", parsed.hint()), column);
            return Double.NaN;
        }
        return parsed.value().getAsDouble();
    }

    double positive(String column) {
        return above(column, number(column), false);
    }

    double positive(String column, double usual) {
        return above(column, number(column, usual), false);
    }

    double notNegative(String column) {
        return above(column, number(column), true);
    }

    double notNegative(String column, double usual) {
        return above(column, number(column, usual), true);
    }

    private double above(String column, double value, boolean zeroToo) {
        if (value < 0 || (value == 0 && !zeroToo)) {
            refuse(zeroToo ? Issue.error("pp_negative", place) : Issue.error("pp_not_positive", place), column);
        }
        return value;
    }

    /** What something may carry; NaN when it is not told. */
    double rating(String column) {
        if (text(column).equalsIgnoreCase("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        double value = number(column, Double.NaN);
        return value > 0 ? value : Double.NaN;
    }

    boolean flag(String column, boolean usual) {
        String text = text(column).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return usual;
        }
        if (!YES.contains(text) && !NO.contains(text)) {
            refuse(Issue.error("pp_no_flag", place), column);
        }
        return YES.contains(text);
    }

    boolean inService() {
        return flag("in_service", true);
    }
}
