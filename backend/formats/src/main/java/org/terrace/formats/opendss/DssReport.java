package org.terrace.formats.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.text.NumberText;

/** Says what of a statement was not understood, and reads the numbers of its properties. */
final class DssReport {
    private final Issues issues;

    DssReport(Issues issues) {
        this.issues = issues;
    }

    void report(Issue issue) {
        issues.report(issue);
    }

    /** Every property that is neither read nor known to have no bearing on the flow. */
    void others(DssStatement of, Set<String> read, Set<String> noMatter) {
        for (DssStatement.Property p : of.properties()) {
            if (!read.contains(p.key()) && !noMatter.contains(p.key())) {
                report(Issue.error("dss_unknown_key", of.place(p.line()))
                        .field(p.key())
                        .value(p.value()));
            }
        }
    }

    /** A number that must be there; NaN after one that is missing or none was reported. */
    double number(DssStatement of, String key) {
        Optional<DssStatement.Property> property = of.last(key);
        if (property.isEmpty()) {
            missing(of, key);
            return Double.NaN;
        }
        return number(of, property.get());
    }

    double number(DssStatement of, String key, double usual) {
        return of.last(key).map(p -> number(of, p)).orElse(usual);
    }

    double number(DssStatement of, DssStatement.Property property) {
        return number(of.place(property.line()), property.key(), property.value());
    }

    double number(Place place, String field, String text) {
        OptionalDouble value = NumberText.parse(text).value();
        if (value.isEmpty()) {
            report(Issue.error("dss_no_number", place).field(field).value(text));
        }
        return value.orElse(Double.NaN);
    }

    /** As {@link #number}, above zero. */
    double positive(DssStatement of, String key) {
        double value = number(of, key);
        if (value <= 0) {
            report(Issue.error("dss_not_positive", of.place()).field(key).value(value));
            return Double.NaN;
        }
        return value;
    }

    void missing(DssStatement of, String key) {
        report(Issue.error("dss_missing", of.place()).field(key));
    }

    int whole(DssStatement of, String key, int usual, int least, int most) {
        double value = number(of, key, usual);
        if (!Double.isNaN(value) && (value != Math.rint(value) || value < least || value > most)) {
            report(Issue.error("dss_whole", of.place())
                    .field(key)
                    .value(NumberText.idText(value))
                    .with("least", least)
                    .with("most", most));
            return usual;
        }
        return Double.isNaN(value) ? usual : (int) value;
    }

    /** The parts of an array: by spaces or commas. */
    static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        for (String part : value.split("[\\s,]+")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    static boolean isYes(String value) {
        String first = value.toLowerCase(Locale.ROOT);
        return first.startsWith("y") || first.startsWith("t");
    }
}
