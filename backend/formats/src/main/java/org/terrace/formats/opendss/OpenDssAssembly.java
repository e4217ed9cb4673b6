package org.terrace.formats.opendss;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Place;
import org.terrace.powerflow.phases.Branch;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.PhaseLoad;
import org.terrace.powerflow.phases.PhaseMatrix;
import org.terrace.powerflow.phases.PhaseNetwork;
import org.terrace.powerflow.phases.Shunt;

/** Puts lines, transformers and loads together to a network: which way each transformer is fed, and what voltage each bus has. */
final class OpenDssAssembly {
    private final DssReport report;
    private final SourceTable source;
    private final String folder;
    private final List<DssLine> lines = new ArrayList<>();
    private final List<DssTransformer> transformers = new ArrayList<>();

    /** Position of a bus by its name in lower case. */
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private final List<String> labels = new ArrayList<>();
    private final List<Set<Conductor>> wires = new ArrayList<>();

    OpenDssAssembly(String folder, SourceTable source, List<DssStatement> statements, DssReport report) {
        this.folder = folder;
        this.report = report;
        this.source = source;
        number(source.bus());
        read(statements);
    }

    private void read(List<DssStatement> statements) {
        Set<String> seen = new HashSet<>();
        Map<String, Optional<DssWires>> codes = new HashMap<>();
        List<DssStatement> enabled = new ArrayList<>();
        for (DssStatement of : statements) {
            String id = (of.type() + "." + of.name()).toLowerCase(Locale.ROOT);
            if (!seen.add(id)) {
                report.report(Issue.error("dss_twice", of.place()).value(of.name()));
            } else if (of.last("enabled")
                    .filter(p -> !DssReport.isYes(p.value()))
                    .isEmpty()) {
                enabled.add(of);
            }
        }
        for (DssStatement of : enabled) {
            if (of.isOf("linecode")) {
                report.others(of, DssWires.READ, DssWires.NO_MATTER);
                codes.put(of.name().toLowerCase(Locale.ROOT), DssWires.of(of, source.hertz(), report));
            }
        }
        for (DssStatement of : enabled) {
            if (of.isOf("transformer")) {
                DssTransformer.of(of, report).ifPresent(transformers::add);
            }
        }
        for (DssStatement of : enabled) {
            if (of.isOf("line")) {
                DssLine.of(of, codes, source.hertz(), report).ifPresent(lines::add);
            }
        }
        for (DssTransformer t : transformers) {
            number(t.first().bus().label());
            number(t.second().bus().label());
        }
        for (DssLine line : lines) {
            int from = number(line.from());
            int to = number(line.to());
            wires.get(from).addAll(line.fromConductors());
            wires.get(to).addAll(line.toConductors());
        }
    }

    private int number(String label) {
        return numbers.computeIfAbsent(label.toLowerCase(Locale.ROOT), k -> {
            labels.add(label);
            wires.add(new HashSet<>());
            return labels.size() - 1;
        });
    }

    private int known(String label) {
        return numbers.getOrDefault(label.toLowerCase(Locale.ROOT), -1);
    }

    /** @param table loads of one moment; empty for those of the statements */
    OpenDssFeeder feeder(List<DssStatement> statements, Optional<List<LoadTable.Row>> table) {
        List<Branch> branches = new ArrayList<>();
        List<Shunt> shunts = new ArrayList<>();
        double[] volts = outwards(branches, shunts);
        for (DssLine line : lines) {
            int from = number(line.from());
            int to = number(line.to());
            branches.add(new Branch.Line(
                    line.at().name(), from, to, line.fromConductors(), line.toConductors(), line.ohms()));
            charging(line, from, to, shunts);
        }
        List<PhaseNetwork.Node> nodes = new ArrayList<>();
        for (int i = 0; i < volts.length; i++) {
            nodes.add(new PhaseNetwork.Node(labels.get(i), volts[i] > 0 ? volts[i] : source.volts()));
        }
        List<PhaseLoad> loads = table.map(this::loads).orElseGet(() -> nominal(statements));
        return new OpenDssFeeder(new PhaseNetwork(nodes, source.source(0), branches, shunts, loads), table.isEmpty());
    }

    private static void charging(DssLine line, int from, int to, List<Shunt> shunts) {
        PhaseMatrix half = line.siemens().times(0.5);
        boolean any = false;
        for (int i = 0; i < half.order(); i++) {
            any |= half.im(i, i) != 0;
        }
        if (any) {
            String id = line.at().name() + " charging";
            shunts.add(new Shunt(id, from, line.fromConductors(), half));
            shunts.add(new Shunt(id, to, line.toConductors(), half));
        }
    }

    /** From the source on: makes each transformer as it is fed. @return nominal volts by bus, 0 for one that nothing feeds */
    private double[] outwards(List<Branch> branches, List<Shunt> shunts) {
        double[] volts = new double[labels.size()];
        boolean[] done = new boolean[transformers.size()];
        Deque<Integer> next = new ArrayDeque<>();
        volts[0] = source.volts();
        next.add(0);
        boolean starts = false;
        List<List<Integer>> beside = neighbours();
        while (!next.isEmpty()) {
            int at = next.remove();
            for (int other : beside.get(at)) {
                starts |= at == 0;
                if (volts[other] == 0) {
                    volts[other] = volts[at];
                    next.add(other);
                }
            }
            for (int k = 0; k < done.length; k++) {
                DssTransformer t = transformers.get(k);
                int first = number(t.first().bus().label());
                int second = number(t.second().bus().label());
                if (done[k] || (first != at && second != at)) {
                    continue;
                }
                starts |= at == 0;
                done[k] = true;
                boolean fromFirst = first == at;
                int to = fromFirst ? second : first;
                t.made(fromFirst, at, to, report).ifPresent(made -> {
                    branches.add(made.branch());
                    shunts.addAll(made.iron());
                    wires.get(to).addAll(made.branch().toConductors());
                });
                if (volts[to] == 0) {
                    volts[to] = t.volts(fromFirst);
                    next.add(to);
                }
            }
        }
        if (!starts) {
            report.report(Issue.error("dss_no_source_bus", Place.file(folder)).value(source.bus()));
        }
        return volts;
    }

    private List<List<Integer>> neighbours() {
        List<List<Integer>> beside = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            beside.add(new ArrayList<>());
        }
        for (DssLine line : lines) {
            int from = number(line.from());
            int to = number(line.to());
            beside.get(from).add(to);
            beside.get(to).add(from);
        }
        return beside;
    }

    private List<PhaseLoad> loads(List<LoadTable.Row> rows) {
        List<PhaseLoad> loads = new ArrayList<>();
        for (LoadTable.Row row : rows) {
            int node = known(row.bus());
            if (node < 0) {
                report.report(Issue.error("dss_no_bus", row.place()).value(row.bus()));
                continue;
            }
            Conductor back = wires.get(node).contains(Conductor.N) ? Conductor.N : Conductor.EARTH;
            add(LoadTable.loads(row, node, back), row.place(), loads);
        }
        return loads;
    }

    private List<PhaseLoad> nominal(List<DssStatement> statements) {
        List<PhaseLoad> loads = new ArrayList<>();
        for (DssStatement of : statements) {
            boolean off =
                    of.last("enabled").filter(p -> !DssReport.isYes(p.value())).isPresent();
            Optional<DssBus> bus = of.isOf("load") && !off ? DssBus.of(of, "bus1", report) : Optional.empty();
            if (bus.isEmpty()) {
                continue;
            }
            int node = known(bus.get().label());
            if (node < 0) {
                report.report(
                        Issue.error("dss_no_bus", of.place()).value(bus.get().label()));
                continue;
            }
            add(DssLoad.of(of, bus.get(), node, report), of.place(), loads);
        }
        return loads;
    }

    /** What hangs on a conductor that no line brings to its bus is told at once, with the line. */
    private void add(List<PhaseLoad> made, Place place, List<PhaseLoad> loads) {
        for (PhaseLoad load : made) {
            for (Conductor c : Arrays.asList(load.at(), load.back())) {
                boolean there = wires.get(load.node()).contains(c);
                if (!there && c != Conductor.EARTH && load.node() != 0) {
                    report.report(Issue.error("dss_load_phase", place)
                            .value(labels.get(load.node()))
                            .with("phase", c));
                    return;
                }
            }
        }
        loads.addAll(made);
    }
}
