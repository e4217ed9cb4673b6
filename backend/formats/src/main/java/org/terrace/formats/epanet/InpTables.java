package org.terrace.formats.epanet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.hydraulics.Curve;
import org.terrace.hydraulics.Pattern;
import org.terrace.hydraulics.PumpCurve;

/** Patterns and curves of an EPANET file, by id. */
final class InpTables {
    private final InpReport report;
    private final InpOptions options;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Map<String, List<double[]>> curves = new HashMap<>();

    InpTables(InpSections sections, InpOptions options, InpReport report) {
        this.report = report;
        this.options = options;
        Map<String, List<Double>> read = new LinkedHashMap<>();
        for (InpSections.Line line : sections.section("PATTERNS")) {
            List<Double> values = read.computeIfAbsent(line.word(0), id -> new ArrayList<>());
            for (int i = 1; i < line.size(); i++) {
                values.add(report.number(line, i));
            }
        }
        read.forEach((id, values) -> patterns.put(
                id,
                values.isEmpty()
                        ? Pattern.ALWAYS
                        : new Pattern(values.stream().mapToDouble(v -> v).toArray())));
        for (InpSections.Line line : sections.section("CURVES")) {
            List<double[]> points = curves.computeIfAbsent(line.word(0), id -> new ArrayList<>());
            for (int i = 1; i < line.size(); i += 2) {
                points.add(new double[] {report.number(line, i), report.number(line, i + 1)});
            }
        }
    }

    /** A named pattern, 1 for ever where none is named. */
    Pattern pattern(InpSections.Line line, String id) {
        if (id.isEmpty()) {
            return Pattern.ALWAYS;
        }
        Pattern found = patterns.get(id);
        if (found == null) {
            report.report(Issue.error("inp_no_pattern", report.at(line)), id);
        }
        return found == null ? Pattern.ALWAYS : found;
    }

    Pattern demandPattern(InpSections.Line line, String id) {
        return id.isEmpty() ? patterns.getOrDefault(options.pattern(), Pattern.ALWAYS) : pattern(line, id);
    }

    Optional<Curve> curve(InpSections.Line line, String id, double xUnit, double yUnit) {
        List<double[]> points = curves.getOrDefault(id, List.of());
        try {
            return Optional.of(new Curve(
                    points.stream().mapToDouble(p -> p[0] * xUnit).toArray(),
                    points.stream().mapToDouble(p -> p[1] * yUnit).toArray()));
        } catch (IllegalArgumentException e) {
            badCurve(line, id);
            return Optional.empty();
        }
    }

    void badCurve(InpSections.Line line, String id) {
        report.report(Issue.error("inp_bad_curve", report.at(line)), id);
    }

    /** One point, three from no flow on, or any number of falling ones. */
    Optional<PumpCurve> pumpCurve(InpSections.Line line, String id) {
        List<double[]> points = curves.getOrDefault(id, List.of());
        double q = options.units().m3PerS();
        double h = options.units().metres(1);
        try {
            if (points.size() == 1) {
                return Optional.of(PumpCurve.Power.throughOnePoint(points.get(0)[0] * q, points.get(0)[1] * h));
            }
            if (points.size() == 3 && points.get(0)[0] == 0) {
                return Optional.of(PumpCurve.Power.throughThreePoints(
                        points.get(0)[1] * h,
                        points.get(1)[0] * q,
                        points.get(1)[1] * h,
                        points.get(2)[0] * q,
                        points.get(2)[1] * h));
            }
        } catch (IllegalArgumentException e) {
            badCurve(line, id);
            return Optional.empty();
        }
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i)[1] < points.get(i - 1)[1])) {
                badCurve(line, id);
                return Optional.empty();
            }
        }
        return curve(line, id, q, h).map(PumpCurve.Points::new);
    }
}
