package org.terrace.powerflow.phases;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Networks for the tests. */
final class Feeders {
    static final double VOLTS = 230;

    private Feeders() {}

    static PhaseNetwork.Node node(String id) {
        return new PhaseNetwork.Node(id, VOLTS);
    }

    static PhaseMatrix alike(int n, double r, double x) {
        return PhaseMatrix.alike(n, r, x, 0, 0);
    }

    /** A source with nothing in its way, one line, loads at its end. */
    static PhaseNetwork line(double volts, PhaseMatrix ohms, PhaseLoad... loads) {
        return new PhaseNetwork(
                List.of(node("source"), node("end")),
                Source.fourWire(0, volts, PhaseMatrix.zero(3), 0),
                List.of(Branch.Line.of("line", 0, 1, Conductor.FOUR_WIRES, ohms)),
                List.of(),
                List.of(loads));
    }

    /** Four-wire trunks with spurs of fewer wires, below a transformer or not, electrodes here and there, every kind of load. */
    static PhaseNetwork random(long seed, int loops) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PhaseNetwork.Node> nodes = new ArrayList<>();
        List<Branch> branches = new ArrayList<>();
        List<Shunt> shunts = new ArrayList<>();
        List<PhaseLoad> loads = new ArrayList<>();
        List<List<Conductor>> wires = new ArrayList<>();
        nodes.add(node("n0"));
        Source source;
        if (seed % 2 == 0) {
            Transformers.Group group = Transformers.Group.values()[random.nextInt(4)];
            nodes.set(0, new PhaseNetwork.Node("mv", 10_000 / Math.sqrt(3)));
            nodes.add(node("n1"));
            wires.add(Conductor.PHASES);
            wires.add(Conductor.FOUR_WIRES);
            source = Source.balanced(0, 5_900, PhaseMatrix.ofSequences(0.5, 2, 1, 6));
            Transformers.Leakage leakage = Transformers.Leakage.ofPlate(100, 0.4, 4, 1.5);
            branches.add(Transformers.threePhase(
                    "t", 0, 1, group, 10 / 0.4, leakage.withZero(0.05, 0.2), Transformers.StarPoint.wire(4)));
        } else {
            wires.add(Conductor.FOUR_WIRES);
            source = Source.fourWire(0, 231, PhaseMatrix.ofSequences(0.01, 0.03, 0.01, 0.04), 4);
        }
        int count = 6 + random.nextInt(6);
        for (int i = wires.size(); i < count; i++) {
            int from = random.nextInt(wires.size() == 1 || nodes.get(0).id().equals("n0") ? 0 : 1, i);
            List<Conductor> carried = wires.get(from);
            if (carried.size() > 2 && random.nextInt(3) == 0) {
                List<Conductor> fewer = new ArrayList<>(carried);
                fewer.remove(random.nextInt(carried.size() - 1));
                if (fewer.size() > 2 && random.nextBoolean()) {
                    fewer.remove(random.nextInt(fewer.size() - 1));
                }
                carried = fewer;
            }
            nodes.add(node("n" + i));
            wires.add(carried);
            branches.add(line(random, "l" + i, from, i, carried));
            if (random.nextInt(3) == 0) {
                shunts.add(Shunt.electrode("e" + i, i, 5 + random.nextInt(30)));
            }
            if (random.nextInt(5) == 0) {
                shunts.add(new Shunt("c" + i, i, carried, PhaseMatrix.alike(carried.size(), 1e-5, 1e-3, 0, -2e-4)));
            }
            loads.add(load(random, i, carried));
        }
        for (int k = 0; k < loops; k++) {
            int from = nodes.size() - 1 - random.nextInt(3);
            int to = 1 + random.nextInt(2);
            List<Conductor> both = new ArrayList<>(wires.get(from));
            both.retainAll(wires.get(to));
            if (from != to && !both.isEmpty()) {
                branches.add(line(random, "x" + k, from, to, both));
            }
        }
        return new PhaseNetwork(nodes, source, branches, shunts, loads);
    }

    private static Branch line(SplittableRandom random, String id, int from, int to, List<Conductor> wires) {
        int n = wires.size();
        double[][] re = new double[n][n];
        double[][] im = new double[n][n];
        double km = 0.02 + 0.1 * random.nextDouble();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                re[i][j] = re[j][i] = km * (i == j ? 0.5 + random.nextDouble() : 0.05);
                im[i][j] = im[j][i] = km * (i == j ? 0.8 : 0.4 + 0.1 * random.nextDouble());
            }
        }
        return Branch.Line.of(id, from, to, wires, PhaseMatrix.of(re, im));
    }

    private static PhaseLoad load(SplittableRandom random, int node, List<Conductor> wires) {
        List<Conductor> phases = wires.stream().filter(c -> c != Conductor.N).toList();
        Conductor at = phases.get(random.nextInt(phases.size()));
        Conductor back = Conductor.N;
        if (phases.size() > 1 && random.nextInt(4) == 0) {
            back = phases.get((phases.indexOf(at) + 1) % phases.size());
        } else if (random.nextInt(6) == 0) {
            back = Conductor.EARTH;
        }
        PhaseLoad.Dependence[] kinds = PhaseLoad.Dependence.values();
        return new PhaseLoad(
                "d" + node,
                node,
                at,
                back,
                200 + 3_000 * random.nextDouble(),
                1_000 * random.nextDouble() - 200,
                random.nextInt(3) == 0 ? kinds[random.nextInt(3)] : PhaseLoad.Dependence.POWER,
                VOLTS);
    }
}
