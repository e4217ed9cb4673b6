package org.terrace.formats.epanet;

import java.util.regex.Pattern;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;

/** Says which line of the file was not understood, and reads the numbers of lines. */
final class InpReport {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final String file;
    private final Issues issues;

    InpReport(String file, Issues issues) {
        this.file = file;
        this.issues = issues;
    }

    void report(Issue issue, String value) {
        issues.report(issue.value(value));
    }

    Place at(InpSections.Line line) {
        return Place.line(file, line.section(), line.number());
    }

    Place file() {
        return Place.file(file);
    }

    void unknownWord(InpSections.Line line, String word) {
        report(Issue.error("inp_unknown_word", at(line)), word);
    }

    static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** A number that the line must have; 0 after one that is missing or none was reported. */
    double number(InpSections.Line line, int at) {
        if (at >= line.size()) {
            report(Issue.error("inp_too_short", at(line)), String.join(" ", line.words()));
            return 0;
        }
        return parse(line, line.word(at));
    }

    /** A number that the line may leave out. */
    double number(InpSections.Line line, int at, double usual) {
        return at < line.size() ? parse(line, line.word(at)) : usual;
    }

    double parse(InpSections.Line line, String word) {
        if (!isNumber(word)) {
            report(Issue.error("inp_no_number", at(line)), word);
            return 0;
        }
        return Double.parseDouble(word);
    }
}
