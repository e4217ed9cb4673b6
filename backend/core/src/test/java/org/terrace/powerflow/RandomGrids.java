package org.terrace.powerflow;

import java.util.List;
import java.util.SplittableRandom;

/** Small networks of every element, each from its seed. */
final class RandomGrids {
    private RandomGrids() {}

    /** @param loops lines beside a tree. @param held generators that hold a voltage */
    static PowerNetwork network(long seed, int loops, int held) {
        SplittableRandom random = new SplittableRandom(seed);
        PowerNetwork.Builder grid = PowerNetwork.builder(random.nextBoolean() ? 50 : 60);
        int medium = 3 + random.nextInt(6);
        int low = 3 + random.nextInt(10);
        for (int i = 0; i < medium; i++) {
            grid.bus(new Bus("m" + i, 10, i < 2 || random.nextInt(12) > 0));
        }
        for (int i = 0; i < low; i++) {
            grid.bus(new Bus("l" + i, 0.4, i < 2 || random.nextInt(12) > 0));
        }
        double given = 0.97 + 0.06 * random.nextDouble();
        grid.source(new Source("grid", 0, given, 20 * random.nextDouble() - 10, true));
        grid.source(new Source("off", 1, 1.3, 0, false));
        int lines = 0;
        for (int i = 1; i < medium; i++) {
            lines = line(grid, random, random.nextInt(i), i, 1 + 3 * random.nextDouble(), 200, lines);
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            // Both lead to the first low bus: a loop when there are two.
            int k = grid.transformer(transformer(random, "t" + i, random.nextInt(medium), medium));
            if (random.nextInt(6) == 0) {
                grid.joint(new Switch(medium, Switch.Kind.TRANSFORMER, k, false, 0));
            }
            if (loops == 0) {
                break;
            }
        }
        for (int i = 1; i < low; i++) {
            int from = medium + random.nextInt(i);
            if (random.nextInt(7) == 0) {
                grid.joint(new Switch(
                        medium + i, Switch.Kind.BUS, from, random.nextInt(4) > 0, random.nextInt(3) == 0 ? 0.01 : 0));
            } else {
                lines = line(grid, random, from, medium + i, 0.02 + 0.1 * random.nextDouble(), 800, lines);
            }
        }
        for (int i = 0; i < loops; i++) {
            int from = medium + random.nextInt(low);
            int to = medium + (from - medium + 1 + random.nextInt(low - 1)) % low;
            lines = line(grid, random, from, to, 0.05 + 0.1 * random.nextDouble(), 800, lines);
        }
        if (loops > 0) {
            grid.impedance(new Impedance(
                    "z", 0, medium - 1, 5, 0.02, 0.01, 0.02, 0.015, 0.001, 0.002, 0.003, 0.001, random.nextBoolean()));
        }
        for (int i = 0; i < medium + low; i++) {
            loads(grid, random, i, i < medium ? 0.1 : 0.006);
        }
        for (int i = 0; i < held; i++) {
            grid.generator(new Generator("g" + i, 1 + i, 0.1 * random.nextDouble(), given + 0.001 * i, true));
        }
        return grid.build();
    }

    private static Transformer transformer(SplittableRandom random, String id, int high, int low) {
        TapChanger tap = new TapChanger(
                random.nextBoolean() ? TapChanger.Side.HIGH : TapChanger.Side.LOW,
                TapChanger.Kind.RATIO,
                random.nextInt(5) - 2,
                2.5,
                random.nextInt(3) == 0 ? 30 : 0);
        return new Transformer(
                id,
                high,
                low,
                0.25 + 0.4 * random.nextDouble(),
                10.5,
                random.nextBoolean() ? 0.4 : 0.41,
                4,
                1.2,
                0.6 * random.nextInt(2),
                0.3 * random.nextInt(2),
                150,
                List.of(tap),
                random.nextInt(3) == 0 ? 0.6 : 0.5,
                random.nextInt(3) == 0 ? 0.3 : 0.5,
                1 + random.nextInt(2),
                1,
                true);
    }

    private static int line(
            PowerNetwork.Builder grid, SplittableRandom random, int from, int to, double km, double nF, int number) {
        grid.line(new Line(
                "line" + number,
                from,
                to,
                km,
                0.2 + 0.4 * random.nextDouble(),
                0.08 + 0.2 * random.nextDouble(),
                random.nextInt(3) == 0 ? 0 : nF,
                random.nextInt(4) == 0 ? 2 : 0,
                1 + random.nextInt(5) / 4,
                0.2,
                random.nextInt(20) > 0));
        if (random.nextInt(8) == 0) {
            grid.joint(new Switch(random.nextBoolean() ? from : to, Switch.Kind.LINE, number, false, 0));
        }
        if (random.nextInt(8) == 0) {
            grid.joint(new Switch(random.nextBoolean() ? from : to, Switch.Kind.LINE, number, true, 0));
        }
        return number + 1;
    }

    private static void loads(PowerNetwork.Builder grid, SplittableRandom random, int bus, double mw) {
        double p = mw * random.nextDouble();
        double z = random.nextInt(3) == 0 ? 0.3 : 0;
        double i = random.nextInt(3) == 0 ? 0.5 : 0;
        grid.load(new Load("load" + bus, bus, p, 0.4 * p, z, i, i, z, random.nextInt(10) > 0));
        if (random.nextInt(4) == 0) {
            grid.feed(Load.of("pv" + bus, bus, -mw * random.nextDouble(), 0));
        }
        if (random.nextInt(6) == 0) {
            grid.shunt(new Shunt("c" + bus, bus, 0.001 * mw, -0.5 * mw, bus % 2 == 0 ? 0.4 : 10, bus > 8));
        }
    }
}
