package org.terrace.formats.epanet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.hydraulics.Control;
import org.terrace.hydraulics.Curve;
import org.terrace.hydraulics.HeadLossFormula;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.Pattern;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.PumpCurve;
import org.terrace.hydraulics.Simulation;
import org.terrace.hydraulics.TankVolume;

/** Puts the sections of an EPANET file together. What cannot be used is reported with its line. */
final class InpAssembly {
    private final String file;
    private final Map<String, List<InpReader.Line>> sections;
    private final Issues issues;
    private final Map<String, String> options = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Map<String, List<double[]>> curves = new HashMap<>();
    private final Map<String, Integer> nodeNumbers = new LinkedHashMap<>();
    private final Map<String, Integer> linkNumbers = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private InpUnits units = new InpUnits(1, true);
    private HeadLossFormula formula = HeadLossFormula.HAZEN_WILLIAMS;

    InpAssembly(String file, Map<String, List<InpReader.Line>> sections, Issues issues) {
        this.file = file;
        this.sections = sections;
        this.issues = issues;
    }

    InpProject project() {
        readOptions();
        readPatterns();
        readCurves();
        readNodes();
        readLinks();
        List<Control> controls = new InpControls(
                        file, section("CONTROLS"), units, nodeNumbers, linkNumbers, nodes, links, issues)
                .read();
        if (!section("RULES").isEmpty()) {
            issues.report(
                    Issue.error("inp_rules", place("RULES", section("RULES").get(0))));
        }
        InpTimes times = InpTimes.of(section("TIMES"));
        double viscosity = number("VISCOSITY", 1);
        PipeNetwork network = new PipeNetwork(
                nodes,
                links,
                formula,
                viscosity < 1e-3 ? viscosity : viscosity * PipeNetwork.WATER_VISCOSITY,
                number("EMITTER EXPONENT", 0.5));
        return new InpProject(
                network,
                new Simulation.Clock(
                        times.stepS(),
                        times.patternStepS(),
                        times.patternStartS(),
                        times.startS(),
                        number("DEMAND MULTIPLIER", 1)),
                controls,
                times.durationS());
    }

    private List<InpReader.Line> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    private Place place(String section, InpReader.Line line) {
        return Place.line(file, section, line.number());
    }

    private double number(String option, double usual) {
        String text = options.get(option);
        return text == null ? usual : parse(text, usual);
    }

    private static double parse(String text, double otherwise) {
        try {
            return text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A number of a line; a missing one is the usual one, one that is none is reported. */
    private double number(String section, InpReader.Line line, int at, double usual) {
        double value = parse(line.word(at), usual);
        if (Double.isNaN(value)) {
            issues.report(Issue.error("inp_no_number", place(section, line)).value(line.word(at)));
            return 0;
        }
        return value;
    }

    private void readOptions() {
        for (InpReader.Line line : section("OPTIONS")) {
            int words = line.words().size();
            if (words >= 2) {
                String name =
                        String.join(" ", line.words().subList(0, words - 1)).toUpperCase(Locale.ROOT);
                options.put(name, line.word(words - 1));
            }
        }
        String flow = options.getOrDefault("UNITS", options.getOrDefault("FLOW UNITS", "GPM"));
        InpUnits.of(flow)
                .ifPresentOrElse(
                        u -> units = u,
                        () -> issues.report(
                                Issue.error("inp_units", Place.file(file)).value(flow)));
        formula = switch (options.getOrDefault("HEADLOSS", "H-W").toUpperCase(Locale.ROOT)) {
            case "D-W" -> HeadLossFormula.DARCY_WEISBACH;
            case "C-M" -> HeadLossFormula.CHEZY_MANNING;
            default -> HeadLossFormula.HAZEN_WILLIAMS;
        };
        if (options.getOrDefault("DEMAND MODEL", "DDA").equalsIgnoreCase("PDA")) {
            issues.report(Issue.error("inp_pressure_demand", Place.file(file)));
        }
    }

    private void readPatterns() {
        Map<String, List<Double>> read = new LinkedHashMap<>();
        for (InpReader.Line line : section("PATTERNS")) {
            for (int i = 1; i < line.words().size(); i++) {
                read.computeIfAbsent(line.word(0), id -> new ArrayList<>()).add(number("PATTERNS", line, i, 1));
            }
        }
        read.forEach((id, values) ->
                patterns.put(id, new Pattern(values.stream().mapToDouble(v -> v).toArray())));
    }

    private void readCurves() {
        for (InpReader.Line line : section("CURVES")) {
            curves.computeIfAbsent(line.word(0), id -> new ArrayList<>())
                    .add(new double[] {number("CURVES", line, 1, 0), number("CURVES", line, 2, 0)});
        }
    }

    /** A named pattern, 1 for ever where none is named. */
    private Pattern pattern(String section, InpReader.Line line, String id) {
        if (id.isEmpty()) {
            return Pattern.ALWAYS;
        }
        Pattern found = patterns.get(id);
        if (found == null) {
            issues.report(Issue.error("inp_no_pattern", place(section, line)).value(id));
        }
        return found == null ? Pattern.ALWAYS : found;
    }

    /** The pattern of demands that name none: the option's, which need not exist. */
    private Pattern usualPattern() {
        return patterns.getOrDefault(options.getOrDefault("PATTERN", "1"), Pattern.ALWAYS);
    }

    private Pattern demandPattern(String section, InpReader.Line line, String id) {
        return id.isEmpty() ? usualPattern() : pattern(section, line, id);
    }

    private void readNodes() {
        Map<String, List<Node.Demand>> demands = new HashMap<>();
        for (InpReader.Line line : section("DEMANDS")) {
            if (line.word(0).equalsIgnoreCase("MULTIPLY")) {
                continue;
            }
            demands.computeIfAbsent(line.word(0), id -> new ArrayList<>())
                    .add(new Node.Demand(
                            number("DEMANDS", line, 1, 0) * units.m3PerS(),
                            demandPattern("DEMANDS", line, line.word(2))));
        }
        Map<String, Double> emitters = new HashMap<>();
        double exponent = number("EMITTER EXPONENT", 0.5);
        for (InpReader.Line line : section("EMITTERS")) {
            // Flow units at one psi or metre, to the exponent; here at one metre.
            double perUnit = number("EMITTERS", line, 1, 0) * units.m3PerS();
            emitters.put(line.word(0), perUnit / Math.pow(units.pressureM(1, ""), exponent));
        }
        for (InpReader.Line line : section("JUNCTIONS")) {
            List<Node.Demand> own = demands.getOrDefault(
                    line.word(0),
                    List.of(new Node.Demand(
                            number("JUNCTIONS", line, 2, 0) * units.m3PerS(),
                            demandPattern("JUNCTIONS", line, line.word(3)))));
            add(
                    "JUNCTIONS",
                    line,
                    new Node.Junction(
                            line.word(0),
                            units.metres(number("JUNCTIONS", line, 1, 0)),
                            own,
                            emitters.getOrDefault(line.word(0), 0.0)));
        }
        for (InpReader.Line line : section("RESERVOIRS")) {
            add(
                    "RESERVOIRS",
                    line,
                    new Node.Reservoir(
                            line.word(0),
                            units.metres(number("RESERVOIRS", line, 1, 0)),
                            pattern("RESERVOIRS", line, line.word(2))));
        }
        for (InpReader.Line line : section("TANKS")) {
            add("TANKS", line, tank(line));
        }
    }

    private Node tank(InpReader.Line line) {
        double least = units.metres(number("TANKS", line, 3, 0));
        double diameter = units.metres(number("TANKS", line, 5, 0));
        double area = Math.PI * diameter * diameter / 4;
        double leastM3 = units.volumeM3(number("TANKS", line, 6, 0));
        String curve = line.word(7).equals("*") ? "" : line.word(7);
        TankVolume volume = new TankVolume.Upright(area, least, leastM3 > 0 ? leastM3 : area * least);
        if (!curve.isEmpty()) {
            Curve read = curve("TANKS", line, curve, units.metres(1), units.volumeM3(1));
            volume = read == null ? volume : new TankVolume.Shaped(read);
        }
        return new Node.Tank(
                line.word(0),
                units.metres(number("TANKS", line, 1, 0)),
                units.metres(number("TANKS", line, 2, 0)),
                least,
                units.metres(number("TANKS", line, 4, 0)),
                volume,
                line.word(8).equalsIgnoreCase("YES"));
    }

    private @Nullable Curve curve(String section, InpReader.Line line, String id, double xUnit, double yUnit) {
        List<double[]> points = curves.getOrDefault(id, List.of());
        try {
            return new Curve(
                    points.stream().mapToDouble(p -> p[0] * xUnit).toArray(),
                    points.stream().mapToDouble(p -> p[1] * yUnit).toArray());
        } catch (IllegalArgumentException e) {
            issues.report(Issue.error("inp_bad_curve", place(section, line)).value(id));
            return null;
        }
    }

    private void add(String section, InpReader.Line line, Node node) {
        if (nodeNumbers.putIfAbsent(node.id(), nodes.size()) != null) {
            issues.report(Issue.error("inp_twice", place(section, line)).value(node.id()));
            return;
        }
        nodes.add(node);
    }

    private void readLinks() {
        Map<String, String> status = new HashMap<>();
        for (InpReader.Line line : section("STATUS")) {
            status.put(line.word(0), line.word(1).toUpperCase(Locale.ROOT));
        }
        for (InpReader.Line line : section("PIPES")) {
            addLink("PIPES", line, (from, to) -> pipe(line, from, to, status.getOrDefault(line.word(0), "")));
        }
        for (InpReader.Line line : section("PUMPS")) {
            addLink("PUMPS", line, (from, to) -> pump(line, from, to, status.getOrDefault(line.word(0), "")));
        }
        for (InpReader.Line line : section("VALVES")) {
            addLink("VALVES", line, (from, to) -> valve(line, from, to, status.getOrDefault(line.word(0), "")));
        }
    }

    /** Makes a link between two nodes; null when it was reported instead. */
    private interface Maker {
        @Nullable Link make(int from, int to);
    }

    private void addLink(String section, InpReader.Line line, Maker maker) {
        Integer from = nodeNumbers.get(line.word(1));
        Integer to = nodeNumbers.get(line.word(2));
        if (from == null || to == null) {
            issues.report(
                    Issue.error("inp_no_node", place(section, line)).value(from == null ? line.word(1) : line.word(2)));
            return;
        }
        if (from.equals(to)) {
            issues.report(
                    Issue.error("inp_link_to_itself", place(section, line)).value(line.word(0)));
            return;
        }
        Link link = maker.make(from, to);
        if (link == null) {
            return;
        }
        if (linkNumbers.putIfAbsent(link.id(), links.size()) != null) {
            issues.report(Issue.error("inp_twice", place(section, line)).value(link.id()));
            return;
        }
        links.add(link);
    }

    private @Nullable Link pipe(InpReader.Line line, int from, int to, String status) {
        double length = units.metres(number("PIPES", line, 3, 0));
        double diameter = units.diameterM(number("PIPES", line, 4, 0));
        double roughness = units.roughness(number("PIPES", line, 5, 0), formula);
        // K may be left out before the status.
        boolean withoutK = line.word(6).matches("(?i)open|closed|cv");
        String state = (withoutK ? line.word(6) : line.word(7)).toUpperCase(Locale.ROOT);
        double k = withoutK ? 0 : number("PIPES", line, 6, 0);
        if (!(length > 0 && diameter > 0 && roughness > 0)) {
            issues.report(Issue.error("inp_not_positive", place("PIPES", line)).value(line.word(0)));
            return null;
        }
        boolean open = status.isEmpty() ? !state.equals("CLOSED") : !status.equals("CLOSED");
        return new Link.Pipe(line.word(0), from, to, length, diameter, roughness, k, state.equals("CV"), open);
    }

    private @Nullable Link pump(InpReader.Line line, int from, int to, String status) {
        PumpCurve curve = null;
        double speed = 1;
        Pattern pattern = Pattern.ALWAYS;
        for (int i = 3; i + 1 < line.words().size(); i += 2) {
            String value = line.word(i + 1);
            switch (line.word(i).toUpperCase(Locale.ROOT)) {
                case "HEAD" -> curve = pumpCurve(line, value);
                case "POWER" -> curve = new PumpCurve.ConstantPower(units.watts(number("PUMPS", line, i + 1, 0)));
                case "SPEED" -> speed = number("PUMPS", line, i + 1, 1);
                case "PATTERN" -> pattern = pattern("PUMPS", line, value);
                default ->
                    issues.report(Issue.error("inp_unknown_word", place("PUMPS", line))
                            .value(line.word(i)));
            }
        }
        if (curve == null) {
            issues.report(Issue.error("inp_bad_curve", place("PUMPS", line)).value(line.word(0)));
            return null;
        }
        boolean open = !status.equals("CLOSED");
        if (status.matches("[0-9.]+")) {
            speed = parse(status, speed);
        }
        return new Link.Pump(line.word(0), from, to, curve, speed, pattern, open && speed != 0);
    }

    private @Nullable PumpCurve pumpCurve(InpReader.Line line, String id) {
        List<double[]> points = curves.getOrDefault(id, List.of());
        double q = units.m3PerS();
        double h = units.metres(1);
        try {
            if (points.size() == 1) {
                return PumpCurve.Power.throughOnePoint(points.get(0)[0] * q, points.get(0)[1] * h);
            }
            if (points.size() == 3 && points.get(0)[0] == 0) {
                return PumpCurve.Power.throughThreePoints(
                        points.get(0)[1] * h,
                        points.get(1)[0] * q,
                        points.get(1)[1] * h,
                        points.get(2)[0] * q,
                        points.get(2)[1] * h);
            }
        } catch (IllegalArgumentException e) {
            issues.report(Issue.error("inp_bad_curve", place("PUMPS", line)).value(id));
            return null;
        }
        Curve curve = curve("PUMPS", line, id, q, h);
        return curve == null ? null : new PumpCurve.Points(curve);
    }

    private @Nullable Link valve(InpReader.Line line, int from, int to, String status) {
        Link.ValveKind kind = switch (line.word(4).toUpperCase(Locale.ROOT)) {
            case "PRV" -> Link.ValveKind.PRESSURE_REDUCING;
            case "PSV" -> Link.ValveKind.PRESSURE_SUSTAINING;
            case "PBV" -> Link.ValveKind.PRESSURE_BREAKER;
            case "FCV" -> Link.ValveKind.FLOW_CONTROL;
            case "TCV" -> Link.ValveKind.THROTTLE;
            case "GPV" -> Link.ValveKind.GENERAL;
            default -> null;
        };
        if (kind == null) {
            issues.report(Issue.error("inp_unknown_word", place("VALVES", line)).value(line.word(4)));
            return null;
        }
        Curve loss = Link.Valve.NO_CURVE;
        double setting = 0;
        if (kind == Link.ValveKind.GENERAL) {
            Curve read = curve("VALVES", line, line.word(5), units.m3PerS(), units.metres(1));
            loss = read == null ? loss : read;
        } else {
            setting = setting(kind, number("VALVES", line, 5, 0), units, options.getOrDefault("PRESSURE", ""));
        }
        Link.ValveState state = switch (status) {
            case "OPEN" -> Link.ValveState.OPEN;
            case "CLOSED" -> Link.ValveState.CLOSED;
            default -> Link.ValveState.WORKING;
        };
        return new Link.Valve(
                line.word(0),
                from,
                to,
                kind,
                units.diameterM(number("VALVES", line, 3, 0)),
                setting,
                number("VALVES", line, 6, 0),
                loss,
                state);
    }

    static double setting(Link.ValveKind kind, double value, InpUnits units, String pressure) {
        return switch (kind) {
            case PRESSURE_REDUCING, PRESSURE_SUSTAINING, PRESSURE_BREAKER -> units.pressureM(value, pressure);
            case FLOW_CONTROL -> value * units.m3PerS();
            default -> value;
        };
    }
}
