package org.terrace.hydraulics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Networks for tests, and the laws that every solution keeps. */
final class Networks {
    private Networks() {}

    /** A reservoir or three, a tree and pipes across. */
    static PipeNetwork random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        int levels = random.nextInt(1, 4);
        for (int i = 0; i < levels; i++) {
            nodes.add(Node.Reservoir.of("R" + i, random.nextDouble(80, 120)));
        }
        int junctions = random.nextInt(5, 40);
        for (int i = 0; i < junctions; i++) {
            nodes.add(Node.Junction.of("J" + i, random.nextDouble(0, 50), random.nextDouble(0, 2e-3)));
            links.add(pipe(random, links.size(), random.nextInt(levels + i), levels + i));
        }
        for (int i = 0; i < junctions / 3; i++) {
            int to = levels + random.nextInt(1, junctions);
            links.add(pipe(random, links.size(), random.nextInt(to), to));
        }
        // Every reservoir has a pipe.
        for (int i = 0; i < levels; i++) {
            links.add(pipe(random, links.size(), i, levels + random.nextInt(junctions)));
        }
        return PipeNetwork.of(nodes, links);
    }

    private static Link pipe(SplittableRandom random, int number, int from, int to) {
        return Link.Pipe.of("P" + number, from, to, random.nextDouble(20, 500), random.nextDouble(0.05, 0.2), 130);
    }

    /** m3/s that mass is out by at the worst junction. */
    static double imbalance(PipeNetwork network, SteadyState state) {
        double[] over = new double[network.nodes().size()];
        for (int k = 0; k < network.links().size(); k++) {
            over[network.links().get(k).from()] -= state.flows()[k];
            over[network.links().get(k).to()] += state.flows()[k];
        }
        double worst = 0;
        for (int i = 0; i < over.length; i++) {
            worst = Math.max(worst, Math.abs(over[i] - state.demands()[i]));
        }
        return worst;
    }

    /** Metres that the law of the worst open pipe is out by. */
    static double lawError(PipeNetwork network, SteadyState state) {
        double worst = 0;
        for (int k = 0; k < network.links().size(); k++) {
            if (network.links().get(k) instanceof Link.Pipe pipe && !state.states()[k].isShut()) {
                double drop = state.heads()[pipe.from()] - state.heads()[pipe.to()];
                double loss = network.formula().lossM(pipe, state.flows()[k], network.viscosity());
                worst = Math.max(worst, Math.abs(drop - loss));
            }
        }
        return worst;
    }
}
