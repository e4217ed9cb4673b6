package org.terrace.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.Simulation;

/** Gravity schemes of a county: heads and flows of many small networks, each solved from nothing. */
final class WaterBench implements Bench {
    private static final int SCHEMES = 1_000;
    private static final int PIPES = 50;

    /** In every second scheme so many pipes close loops. */
    private static final int LOOPS = 5;

    private static final long SEED = 42;

    @Override
    public String name() {
        return "water";
    }

    @Override
    public List<Row> run() throws Exception {
        List<PipeNetwork> schemes = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < SCHEMES; i++) {
            schemes.add(scheme(random, i % 2 == 0 ? 0 : LOOPS));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row("both", schemes));
        rows.add(row(
                "  branched",
                schemes.stream().filter(n -> n.nodes().size() > PIPES).toList()));
        rows.add(row(
                "  with " + LOOPS + " loops each",
                schemes.stream().filter(n -> n.nodes().size() <= PIPES).toList()));
        return rows;
    }

    private static Row row(String what, List<PipeNetwork> schemes) throws Exception {
        Measured<Double> measured = Measured.median(() -> {
            double sum = 0;
            for (PipeNetwork scheme : schemes) {
                sum += Simulation.steady(scheme).heads()[1];
            }
            return sum;
        });
        return new Row(
                String.format(
                        Locale.ROOT, "hydraulics of %,d gravity schemes of %d pipes: %s", schemes.size(), PIPES, what),
                String.format(Locale.ROOT, "%.3f s", measured.seconds()),
                "",
                String.format(Locale.ROOT, "%.0f microseconds a scheme", measured.seconds() / schemes.size() * 1e6));
    }

    /** A spring chamber and a tree of pipes downhill, in every second one with pipes across. */
    private static PipeNetwork scheme(SplittableRandom random, int loops) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        nodes.add(Node.Reservoir.of("spring", 2_000));
        int junctions = PIPES - loops;
        for (int i = 1; i <= junctions; i++) {
            int from = i == 1 ? 0 : 1 + random.nextInt(Math.max(0, i - 8), i - 1);
            nodes.add(Node.Junction.of("n" + i, 1_990 - 2 * i, 1e-5 * random.nextInt(1, 6)));
            links.add(Link.Pipe.of("p" + i, from, i, 20 + random.nextInt(200), i < 10 ? 0.063 : 0.032, 140));
        }
        for (int k = 0; k < loops; k++) {
            int to = random.nextInt(10, junctions + 1);
            links.add(Link.Pipe.of("x" + k, to - 9 + random.nextInt(8), to, 50 + random.nextInt(200), 0.032, 140));
        }
        return PipeNetwork.of(nodes, links);
    }
}
