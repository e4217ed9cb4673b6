package org.terrace.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.terrace.powerflow.phases.Branch;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.Feeder;
import org.terrace.powerflow.phases.LineImpedance;
import org.terrace.powerflow.phases.PhaseFlow;
import org.terrace.powerflow.phases.PhaseLoad;
import org.terrace.powerflow.phases.PhaseMatrix;
import org.terrace.powerflow.phases.PhaseNetwork;
import org.terrace.powerflow.phases.Shunt;
import org.terrace.powerflow.phases.Source;
import org.terrace.powerflow.phases.Transformers;

/** The low-voltage areas of a county, each below its transformer: four-wire trunks, two-wire spurs, every household on one phase. */
final class FeederBench implements Bench {
    private static final int AREAS = 600;
    private static final int NODES = 60;
    private static final int TRUNK = 25;
    private static final int HOUSEHOLDS = 35_000;
    private static final int SNAPSHOTS = 48;
    private static final long SEED = 42;

    @Override
    public String name() {
        return "fourwire";
    }

    @Override
    public List<Row> run() throws Exception {
        List<Row> rows = new ArrayList<>();
        List<PhaseNetwork> plain = networks(false);
        Measured<List<Feeder>> prepared = Measured.median(() -> prepare(plain));
        rows.add(row("laid out once", prepared.seconds(), 1, ""));
        rows.add(solved("one snapshot", prepared.answer(), 1));
        rows.add(solved(SNAPSHOTS + " snapshots", prepared.answer(), SNAPSHOTS));
        rows.add(solved("one snapshot, neutral earthed at every tenth pole", prepare(networks(true)), 1));
        return rows;
    }

    private static Row row(String what, double seconds, int times, String note) {
        return new Row(
                String.format(Locale.ROOT, "four-wire flow of %,d areas, %,d households: %s", AREAS, HOUSEHOLDS, what),
                String.format(Locale.ROOT, "%.3f s", seconds),
                "",
                String.format(Locale.ROOT, "%.0f microseconds an area%s", seconds / AREAS / times * 1e6, note));
    }

    private static Row solved(String what, List<Feeder> feeders, int snapshots) throws Exception {
        Measured<Double> measured = Measured.median(() -> {
            double rounds = 0;
            for (Feeder feeder : feeders) {
                List<PhaseLoad> loads = feeder.network().loads();
                double[] watts = new double[loads.size()];
                double[] vars = new double[loads.size()];
                for (int t = 0; t < snapshots; t++) {
                    double share = 1 - 0.6 * t / SNAPSHOTS;
                    for (int k = 0; k < watts.length; k++) {
                        watts[k] = share * loads.get(k).watts();
                        vars[k] = share * loads.get(k).vars();
                    }
                    PhaseFlow flow = feeder.solve(watts, vars);
                    if (!flow.isSolved()) {
                        throw new IllegalStateException("not solved: " + flow.trouble());
                    }
                    rounds += flow.rounds();
                }
            }
            return rounds / feeders.size() / snapshots;
        });
        return row(
                what,
                measured.seconds(),
                snapshots,
                String.format(Locale.ROOT, ", %.1f rounds to 1e-12", measured.answer()));
    }

    private static List<Feeder> prepare(List<PhaseNetwork> networks) {
        return networks.stream().map(Feeder::of).toList();
    }

    private static List<PhaseNetwork> networks(boolean earthed) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<PhaseNetwork> networks = new ArrayList<>();
        for (int i = 0; i < AREAS; i++) {
            int households = HOUSEHOLDS * (i + 1) / AREAS - HOUSEHOLDS * i / AREAS;
            networks.add(area(random, households, earthed));
        }
        return networks;
    }

    private static PhaseNetwork area(SplittableRandom random, int households, boolean earthed) {
        LineImpedance trunk = LineImpedance.alike(0.443, LineImpedance.BARE_OVERHEAD);
        LineImpedance spur = LineImpedance.alike(0.868, LineImpedance.BARE_OVERHEAD);
        List<PhaseNetwork.Node> nodes = new ArrayList<>();
        List<Branch> branches = new ArrayList<>();
        List<Shunt> shunts = new ArrayList<>();
        List<Conductor> phases = new ArrayList<>();
        nodes.add(new PhaseNetwork.Node("10 kV", 10_000 / Math.sqrt(3)));
        nodes.add(new PhaseNetwork.Node("busbar", 220));
        phases.add(Conductor.A);
        phases.add(Conductor.A);
        branches.add(Transformers.threePhase(
                "transformer",
                0,
                1,
                Transformers.Group.DYN11,
                10 / 0.4,
                Transformers.Leakage.ofPlate(100, 0.4, 4, 1.5),
                Transformers.StarPoint.wire(4)));
        for (int i = 2; i < NODES; i++) {
            nodes.add(new PhaseNetwork.Node("pole " + i, 220));
            boolean onTrunk = i < TRUNK;
            int from = onTrunk ? Math.max(1, i - 1 - random.nextInt(2)) : 2 + random.nextInt(i - 2);
            Conductor phase = from < TRUNK ? Conductor.PHASES.get(random.nextInt(3)) : phases.get(from);
            phases.add(phase);
            List<Conductor> wires = onTrunk ? Conductor.FOUR_WIRES : List.of(phase, Conductor.N);
            PhaseMatrix ohms = (onTrunk ? trunk : spur).ohms(wires, 0.02 + 0.03 * random.nextDouble());
            branches.add(Branch.Line.of("line " + i, from, i, wires, ohms));
            if (earthed && i % 10 == 0) {
                shunts.add(Shunt.electrode("electrode " + i, i, 10));
            }
        }
        List<PhaseLoad> loads = new ArrayList<>();
        for (int k = 0; k < households; k++) {
            int node = 2 + random.nextInt(NODES - 2);
            Conductor phase = node < TRUNK ? Conductor.PHASES.get(random.nextInt(3)) : phases.get(node);
            double watts = 100 + 900 * random.nextDouble();
            loads.add(PhaseLoad.of("household " + k, node, phase, watts, 0.3 * watts));
        }
        Source source = Source.balanced(0, 10_000 / Math.sqrt(3), PhaseMatrix.ofSequences(0.4, 1.2, 1, 4));
        return new PhaseNetwork(nodes, source, branches, shunts, loads);
    }
}
