package org.terrace.formats.epanet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.terrace.formats.issue.Issue;
import org.terrace.hydraulics.Curve;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Pattern;
import org.terrace.hydraulics.PumpCurve;

/** Pipes, pumps and valves of an EPANET file, each as its line and the last line on its status say. */
final class InpLinks {
    private final InpReport report;
    private final InpOptions options;
    private final InpUnits units;
    private final InpTables tables;
    private final InpNodes nodes;
    private final Map<String, InpSections.Line> status = new HashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();

    InpLinks(InpSections sections, InpOptions options, InpTables tables, InpNodes nodes, InpReport report) {
        this.report = report;
        this.options = options;
        this.units = options.units();
        this.tables = tables;
        this.nodes = nodes;
        for (InpSections.Line line : sections.section("STATUS")) {
            if (line.size() == 2 && (isState(line.upper(1)) || InpReport.isNumber(line.word(1)))) {
                status.put(line.word(0), line);
            } else {
                report.unknownWord(line, String.join(" ", line.words()));
            }
        }
        sections.section("PIPES").forEach(line -> add(line, this::pipe));
        sections.section("PUMPS").forEach(line -> add(line, this::pump));
        sections.section("VALVES").forEach(line -> add(line, this::valve));
        for (InpSections.Line line : status.values()) {
            if (!numbers.containsKey(line.word(0))) {
                report.report(Issue.warning("inp_no_link", report.at(line)), line.word(0));
            }
        }
    }

    private static boolean isState(String word) {
        return word.equals("OPEN") || word.equals("CLOSED");
    }

    /** Makes a link between two nodes; null when it was reported instead. */
    private interface Maker {
        @Nullable Link make(InpSections.Line line, int from, int to);
    }

    private void add(InpSections.Line line, Maker maker) {
        int from = nodes.number(line.word(1));
        int to = nodes.number(line.word(2));
        if (from < 0 || to < 0) {
            report.report(Issue.error("inp_no_node", report.at(line)), from < 0 ? line.word(1) : line.word(2));
            return;
        }
        if (from == to) {
            report.report(Issue.error("inp_link_to_itself", report.at(line)), line.word(0));
            return;
        }
        Link link = maker.make(line, from, to);
        if (link == null) {
            return;
        }
        if (numbers.putIfAbsent(link.id(), links.size()) != null) {
            report.report(Issue.error("inp_twice", report.at(line)), link.id());
            return;
        }
        links.add(link);
    }

    private String status(InpSections.Line line) {
        InpSections.Line said = status.get(line.word(0));
        return said == null ? "" : said.upper(1);
    }

    private boolean positive(InpSections.Line line, int at) {
        double value = report.number(line, at);
        if (at < line.size() && InpReport.isNumber(line.word(at)) && !(value > 0)) {
            report.report(Issue.error("inp_not_positive", report.at(line)), line.word(at));
        }
        return value > 0;
    }

    private double notNegative(InpSections.Line line, int at) {
        double value = report.number(line, at, 0);
        if (value < 0) {
            report.report(Issue.error("inp_not_positive", report.at(line)), line.word(at));
        }
        return Math.max(0, value);
    }

    private @Nullable Link pipe(InpSections.Line line, int from, int to) {
        // Each is looked at, so that all that is wrong is told at once.
        if (!(positive(line, 3) & positive(line, 4) & positive(line, 5))) {
            return null;
        }
        // K may be left out before the status.
        boolean withoutK = line.size() == 7 && !InpReport.isNumber(line.word(6));
        String state = withoutK ? line.upper(6) : line.upper(7);
        double k = withoutK ? 0 : notNegative(line, 6);
        if (!state.isEmpty() && !state.equals("CV") && !isState(state)) {
            report.unknownWord(line, state);
        }
        String said = status(line);
        boolean check = state.equals("CV");
        if (check && !said.isEmpty()) {
            report.unknownWord(line, "CV " + said);
        }
        return new Link.Pipe(
                line.word(0),
                from,
                to,
                units.metres(report.number(line, 3)),
                units.diameterM(report.number(line, 4)),
                units.roughness(report.number(line, 5), options.formula()),
                k,
                check,
                isState(said) ? said.equals("OPEN") : !state.equals("CLOSED"));
    }

    private @Nullable Link pump(InpSections.Line line, int from, int to) {
        PumpCurve curve = null;
        double speed = 1;
        Pattern pattern = Pattern.ALWAYS;
        for (int i = 3; i < line.size(); i += 2) {
            String value = line.word(i + 1);
            switch (line.upper(i)) {
                case "HEAD" -> curve = tables.pumpCurve(line, value).orElse(null);
                case "POWER" ->
                    curve = positive(line, i + 1)
                            ? new PumpCurve.ConstantPower(units.watts(report.number(line, i + 1)))
                            : null;
                case "SPEED" -> speed = notNegative(line, i + 1);
                case "PATTERN" -> pattern = tables.pattern(line, value);
                default -> report.unknownWord(line, line.word(i));
            }
        }
        if (curve == null) {
            tables.badCurve(line, line.word(0));
            return null;
        }
        String said = status(line);
        if (InpReport.isNumber(said)) {
            speed = Double.parseDouble(said);
        } else if (said.equals("OPEN")) {
            speed = 1; // as EPANET does
        }
        return new Link.Pump(line.word(0), from, to, curve, speed, pattern, !said.equals("CLOSED") && speed != 0);
    }

    private @Nullable Link valve(InpSections.Line line, int from, int to) {
        Link.ValveKind kind = kind(line.upper(4));
        if (kind == null) {
            report.unknownWord(line, line.word(4));
            return null;
        }
        if (!positive(line, 3)) {
            return null;
        }
        Curve loss = Link.Valve.NO_CURVE;
        double setting = 0;
        String said = status(line);
        if (kind == Link.ValveKind.GENERAL) {
            loss = tables.curve(line, line.word(5), units.m3PerS(), units.metres(1))
                    .orElse(loss);
        } else {
            setting = setting(kind, report.number(line, 5), options);
            setting = InpReport.isNumber(said) ? setting(kind, Double.parseDouble(said), options) : setting;
        }
        Link.ValveState state = switch (said) {
            case "OPEN" -> Link.ValveState.OPEN;
            case "CLOSED" -> Link.ValveState.CLOSED;
            default -> Link.ValveState.WORKING;
        };
        return new Link.Valve(
                line.word(0),
                from,
                to,
                kind,
                units.diameterM(report.number(line, 3)),
                setting,
                notNegative(line, 6),
                loss,
                state);
    }

    private static Link.@Nullable ValveKind kind(String word) {
        return switch (word) {
            case "PRV" -> Link.ValveKind.PRESSURE_REDUCING;
            case "PSV" -> Link.ValveKind.PRESSURE_SUSTAINING;
            case "PBV" -> Link.ValveKind.PRESSURE_BREAKER;
            case "FCV" -> Link.ValveKind.FLOW_CONTROL;
            case "TCV" -> Link.ValveKind.THROTTLE;
            case "GPV" -> Link.ValveKind.GENERAL;
            default -> null;
        };
    }

    static double setting(Link.ValveKind kind, double value, InpOptions options) {
        return switch (kind) {
            case PRESSURE_REDUCING, PRESSURE_SUSTAINING, PRESSURE_BREAKER -> options.pressureM(value);
            case FLOW_CONTROL -> value * options.units().m3PerS();
            default -> value;
        };
    }

    List<Link> links() {
        return links;
    }

    /** Position of a link in the list, -1 for none. */
    int number(String id) {
        return numbers.getOrDefault(id, -1);
    }
}
