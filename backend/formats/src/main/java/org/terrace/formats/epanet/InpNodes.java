package org.terrace.formats.epanet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrace.formats.issue.Issue;
import org.terrace.hydraulics.Curve;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.TankVolume;

/** Junctions, reservoirs and tanks of an EPANET file, with what is drawn at them. */
final class InpNodes {
    private final InpReport report;
    private final InpOptions options;
    private final InpUnits units;
    private final InpTables tables;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    InpNodes(InpSections sections, InpOptions options, InpTables tables, InpReport report) {
        this.report = report;
        this.options = options;
        this.units = options.units();
        this.tables = tables;
        Map<String, List<Node.Demand>> demands = demands(sections);
        Map<String, Double> emitters = emitters(sections);
        for (InpSections.Line line : sections.section("JUNCTIONS")) {
            add(line, junction(line, demands, emitters));
        }
        for (InpSections.Line line : sections.section("RESERVOIRS")) {
            add(line, reservoir(line));
        }
        for (InpSections.Line line : sections.section("TANKS")) {
            // EPANET takes a tank without levels for a reservoir.
            add(line, line.size() <= 3 ? reservoir(line) : tank(line));
        }
        for (String section : List.of("DEMANDS", "EMITTERS")) {
            for (InpSections.Line line : sections.section(section)) {
                if (!numbers.containsKey(line.word(0)) && !isMultiplier(line)) {
                    report.report(Issue.error("inp_no_node", report.at(line)), line.word(0));
                }
            }
        }
    }

    private static boolean isMultiplier(InpSections.Line line) {
        return line.section().equals("DEMANDS") && line.upper(0).startsWith("MULT") && line.size() == 2;
    }

    private Map<String, List<Node.Demand>> demands(InpSections sections) {
        Map<String, List<Node.Demand>> demands = new HashMap<>();
        for (InpSections.Line line : sections.section("DEMANDS")) {
            if (isMultiplier(line)) {
                options.demandMultiplier(report.number(line, 1));
                continue;
            }
            demands.computeIfAbsent(line.word(0), id -> new ArrayList<>())
                    .add(new Node.Demand(
                            report.number(line, 1) * units.m3PerS(), tables.demandPattern(line, line.word(2))));
        }
        return demands;
    }

    /** Flow at one metre of pressure; the file has it in flow units at one unit of pressure, to the exponent. */
    private Map<String, Double> emitters(InpSections sections) {
        Map<String, Double> emitters = new HashMap<>();
        for (InpSections.Line line : sections.section("EMITTERS")) {
            double perUnit = report.number(line, 1) * units.m3PerS();
            if (perUnit < 0) {
                report.report(Issue.error("inp_not_positive", report.at(line)), line.word(1));
            }
            emitters.put(line.word(0), perUnit / Math.pow(options.emitterPressureM(), options.emitterExponent()));
        }
        return emitters;
    }

    private Node junction(InpSections.Line line, Map<String, List<Node.Demand>> demands, Map<String, Double> emitters) {
        Node.Demand own =
                new Node.Demand(report.number(line, 2, 0) * units.m3PerS(), tables.demandPattern(line, line.word(3)));
        // What stands under [DEMANDS] replaces the junction's own.
        return new Node.Junction(
                line.word(0),
                units.metres(report.number(line, 1, 0)),
                demands.getOrDefault(line.word(0), List.of(own)),
                emitters.getOrDefault(line.word(0), 0.0));
    }

    private Node reservoir(InpSections.Line line) {
        return new Node.Reservoir(
                line.word(0), units.metres(report.number(line, 1)), tables.pattern(line, line.word(2)));
    }

    private Node tank(InpSections.Line line) {
        double level = units.metres(report.number(line, 2));
        double least = units.metres(report.number(line, 3));
        double most = units.metres(report.number(line, 4));
        double diameter = units.metres(report.number(line, 5));
        double leastM3 = units.volumeM3(report.number(line, 6, 0));
        if (!(least <= level && level <= most && least >= 0 && diameter >= 0 && leastM3 >= 0)) {
            report.report(Issue.error("inp_tank_levels", report.at(line)), line.word(0));
        }
        return new Node.Tank(
                line.word(0),
                units.metres(report.number(line, 1)),
                level,
                least,
                most,
                volume(line, diameter, least, most, leastM3),
                line.upper(8).equals("YES"));
    }

    private TankVolume volume(InpSections.Line line, double diameter, double least, double most, double leastM3) {
        double area = Math.PI * diameter * diameter / 4;
        String id = line.word(7).equals("*") ? "" : line.word(7);
        if (id.isEmpty()) {
            if (!(area > 0)) {
                report.report(Issue.error("inp_not_positive", report.at(line)), line.word(5));
            }
            return new TankVolume.Upright(area, least, leastM3 > 0 ? leastM3 : area * least);
        }
        Curve curve = tables.curve(line, id, units.metres(1), units.volumeM3(1)).orElse(null);
        if (curve == null) {
            return new TankVolume.Upright(area, least, leastM3);
        }
        if (curve.x()[0] > least || curve.largestX() < most || !curve.rises()) {
            tables.badCurve(line, id);
        }
        return new TankVolume.Shaped(curve);
    }

    private void add(InpSections.Line line, Node node) {
        if (numbers.putIfAbsent(node.id(), nodes.size()) != null) {
            report.report(Issue.error("inp_twice", report.at(line)), node.id());
            return;
        }
        nodes.add(node);
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Position of a node in the list, -1 for none. */
    int number(String id) {
        return numbers.getOrDefault(id, -1);
    }
}
