package org.terrace.engine.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.terrace.powerflow.FlowState;
import org.terrace.powerflow.Line;
import org.terrace.powerflow.Load;
import org.terrace.powerflow.PowerFlow;
import org.terrace.powerflow.PowerNetwork;
import org.terrace.powerflow.RadialSweep;
import org.terrace.powerflow.Source;
import org.terrace.powerflow.Transformer;

/** A meshed town from its tables in memory to its flows, and the feeders of a county at the hours of a day. */
final class PowerBench implements Bench {
    private static final int BUSES = 3_000;
    private static final int LOOPS = 300;
    private static final int TRANSFORMERS = 14;
    private static final int FEEDERS = 600;
    private static final int NODES = 61;
    private static final int MOMENTS = 48;
    private static final double KV = 0.4;
    private static final long SEED = 42;

    @Override
    public String name() {
        return "power";
    }

    @Override
    public List<Row> run() throws Exception {
        return List.of(town(), county());
    }

    private static Row town() throws Exception {
        PowerNetwork town = mesh(new SplittableRandom(SEED));
        Measured<FlowState> measured = Measured.median(() -> PowerFlow.solve(town));
        return new Row(
                String.format(
                        Locale.ROOT,
                        "power flow of a town of %,d buses, %,d loops",
                        BUSES,
                        measured.answer().loops()),
                String.format(Locale.ROOT, "%.3f s", measured.seconds()),
                "",
                String.format(
                        Locale.ROOT, "Newton, %d rounds", measured.answer().rounds()));
    }

    private static Row county() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        RadialSweep[] feeders = new RadialSweep[FEEDERS];
        Arrays.setAll(feeders, i -> feeder(random));
        double[][] p = new double[MOMENTS][NODES];
        double[][] q = new double[MOMENTS][NODES];
        for (int moment = 0; moment < MOMENTS; moment++) {
            for (int i = 1; i < NODES; i++) {
                p[moment][i] = 0.001 * random.nextDouble();
                q[moment][i] = 0.3 * p[moment][i];
            }
        }
        Measured<Double> measured = Measured.median(() -> {
            double lowest = KV;
            for (RadialSweep feeder : feeders) {
                for (int moment = 0; moment < MOMENTS; moment++) {
                    feeder.solve(p[moment], q[moment], KV, 0);
                    for (int i = 0; i < NODES; i++) {
                        lowest = Math.min(lowest, feeder.size(i));
                    }
                }
            }
            return lowest;
        });
        return new Row(
                String.format(
                        Locale.ROOT, "power flow of %d feeders of %d nodes at %d moments", FEEDERS, NODES - 1, MOMENTS),
                String.format(Locale.ROOT, "%.3f s", measured.seconds()),
                "",
                String.format(Locale.ROOT, "%.0f microseconds each", measured.seconds() / FEEDERS / MOMENTS * 1e6));
    }

    private static RadialSweep feeder(SplittableRandom random) {
        int[] parent = new int[NODES];
        double[] r = new double[NODES];
        double[] x = new double[NODES];
        for (int i = 1; i < NODES; i++) {
            parent[i] = random.nextInt(Math.max(0, i - 8), i);
            r[i] = 0.02 * random.nextDouble() + 0.005;
            x[i] = 0.5 * r[i];
        }
        return RadialSweep.ofLines(parent, r, x);
    }

    /** Low-voltage lines between neighbours, fed at several places, with lines across. */
    private static PowerNetwork mesh(SplittableRandom random) {
        PowerNetwork.Builder grid = PowerNetwork.builder();
        grid.bus("20 kV", 20);
        grid.source(Source.of("grid", 0, 1.02));
        int area = BUSES / TRANSFORMERS;
        for (int i = 1; i <= BUSES; i++) {
            grid.bus("n" + i, KV);
            grid.load(Load.of("l" + i, i, 0.0006 * random.nextDouble(), 0.0002 * random.nextDouble()));
            if (i % area == 1) {
                grid.transformer(Transformer.of("t" + i, 0, i, 0.63, 20, KV, 4, 1.2, 0.9, 0.2, 150));
            } else {
                grid.line(line(random, "a" + i, i - 1 - random.nextInt(Math.min(8, (i - 1) % area)), i));
            }
        }
        for (int k = 0; k < LOOPS; k++) {
            int from = 1 + random.nextInt(BUSES - 60);
            grid.line(line(random, "x" + k, from, from + 1 + random.nextInt(59)));
        }
        return grid.build();
    }

    private static Line line(SplittableRandom random, String id, int from, int to) {
        double km = 0.01 + 0.04 * random.nextDouble();
        return new Line(id, from, to, km, 0.2, 0.08, 800, 0, 1, 0.27, true);
    }
}
