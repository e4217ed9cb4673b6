package org.terrace.formats.epanet;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.terrace.formats.issue.Issue;
import org.terrace.hydraulics.Simulation;

/** Times of an EPANET file, in seconds. */
final class InpTimes {
    static final long DAY_S = 86_400;
    private static final long HOUR_S = 3_600;
    private static final Pattern CLOCK = Pattern.compile("\\d+:\\d{1,2}(:\\d{1,2})?");

    private final InpReport report;
    private long durationS;
    private long stepS = HOUR_S;
    private long patternStepS = HOUR_S;
    private long patternStartS;
    private long reportStepS;
    private long reportStartS;
    private long startS;

    InpTimes(List<InpSections.Line> lines, InpReport report) {
        this.report = report;
        lines.forEach(this::read);
        patternStepS = patternStepS <= 0 ? HOUR_S : patternStepS;
        reportStepS = reportStepS <= 0 ? patternStepS : reportStepS;
        stepS = Math.min(stepS <= 0 ? HOUR_S : stepS, Math.min(patternStepS, reportStepS));
        reportStartS = reportStartS > durationS ? 0 : reportStartS;
    }

    private void read(InpSections.Line line) {
        String first = line.upper(0);
        String second = line.upper(1);
        if (first.startsWith("DURA")) {
            durationS = seconds(line, 1);
        } else if (first.startsWith("HYDR")) {
            stepS = seconds(line, 2);
        } else if (first.startsWith("PATT") && second.startsWith("TIME")) {
            patternStepS = seconds(line, 2);
        } else if (first.startsWith("PATT") && second.startsWith("START")) {
            patternStartS = seconds(line, 2);
        } else if (first.startsWith("REPO") && second.startsWith("TIME")) {
            reportStepS = seconds(line, 2);
        } else if (first.startsWith("REPO") && second.startsWith("START")) {
            reportStartS = seconds(line, 2);
        } else if (first.startsWith("START")) {
            startS = seconds(line, 2) % DAY_S;
        } else if (!first.startsWith("QUAL")
                && !first.startsWith("RULE")
                && !first.startsWith("STAT")
                && !first.startsWith("MINI")) {
            report.unknownWord(line, line.word(0));
        }
    }

    private long seconds(InpSections.Line line, int from) {
        OptionalLong read = seconds(line.words().subList(Math.min(from, line.size()), line.size()));
        if (read.isEmpty()) {
            report.report(Issue.error("inp_no_number", report.at(line)), String.join(" ", line.words()));
        }
        return read.orElse(0);
    }

    /** {@code 1:30}, {@code 1:30:00}, {@code 90 MIN}, {@code 12 AM}, {@code 1.5}: hours where no unit is given. Empty for what is none. */
    static OptionalLong seconds(List<String> words) {
        String number = words.isEmpty() ? "" : words.get(0);
        String unit = words.size() < 2 ? "" : words.get(1).toUpperCase(Locale.ROOT);
        boolean clock = CLOCK.matcher(number).matches();
        if (words.size() > 2 || !(clock || InpReport.isNumber(number)) || number.startsWith("-")) {
            return OptionalLong.empty();
        }
        double hours = 0;
        String[] parts = number.split(":");
        for (int i = parts.length - 1; i >= 0; i--) {
            hours = hours / 60 + Double.parseDouble(parts[i]);
        }
        double factor = HOUR_S;
        double offset = 0;
        if (unit.equals("AM") || unit.equals("PM")) {
            boolean noon = hours >= 12 && hours < 13;
            offset = unit.equals("AM") ? (noon ? -DAY_S / 2.0 : 0) : (noon ? 0 : DAY_S / 2.0);
            if (hours >= 13) {
                return OptionalLong.empty();
            }
        } else if (!unit.isEmpty()) {
            factor = clock ? 0 : factor(unit);
        }
        return factor == 0 ? OptionalLong.empty() : OptionalLong.of(Math.round(hours * factor + offset));
    }

    private static double factor(String unit) {
        if (unit.startsWith("SEC")) {
            return 1;
        }
        if (unit.startsWith("MIN")) {
            return 60;
        }
        if (unit.startsWith("HOU")) {
            return HOUR_S;
        }
        return unit.startsWith("DAY") ? DAY_S : 0;
    }

    long durationS() {
        return durationS;
    }

    Simulation.Clock clock(double demandMultiplier) {
        return new Simulation.Clock(
                stepS, patternStepS, patternStartS, reportStepS, reportStartS, startS, demandMultiplier);
    }
}
