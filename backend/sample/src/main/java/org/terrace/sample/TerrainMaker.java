package org.terrace.sample;

/**
 * Makes mountains the way nature does: the land rises, rivers cut down (stream power law, solved implicitly from the mouths
 * upwards: Braun and Willett 2013, 'A very efficient O(n), implicit and parallel method to solve the stream power equation'),
 * slopes steeper than loose rock bears give way. Coarse cells first, then finer ones, so that valleys branch at every size.
 * Harder and softer beds at last leave the benches that hamlets stand on.
 */
final class TerrainMaker {
    private static final int COARSEST_M = 240;
    /** Land around the frame that is made and then cut off, so that no valley ends at a wall. */
    private static final int MARGIN_M = 1_920;
    /** Steps and their length per level; one unit of time lifts the land by {@link #UPLIFT_M}. */
    private static final int[] STEPS = {90, 30, 12, 4};

    private static final double[] STEP_TIME = {1.0, 0.8, 0.6, 0.4};
    private static final double UPLIFT_M = 270;
    /** Below about this drained area slopes creep rather than gully; bounds the steepness of what no stream cuts. */
    private static final double HILLSLOPE_M2 = 130_000;

    private static final double BENCH_M = 230;

    private final int sizeM;
    private final Rivers rivers;
    private final Noise noise;

    private TerrainMaker(int sizeM, long seed) {
        this.sizeM = sizeM;
        this.rivers = new Rivers(sizeM, seed + 1);
        this.noise = new Noise(seed + 2);
    }

    static Terrain make(int sizeM, long seed) {
        return new TerrainMaker(sizeM, seed).make();
    }

    private Terrain make() {
        int columns = (sizeM + 2 * MARGIN_M) / COARSEST_M;
        double cell = COARSEST_M;
        double[] z = new double[columns * columns];
        for (int i = 0; i < z.length; i++) {
            double x = x(i % columns, cell);
            double y = x(i / columns, cell);
            z[i] = 1_000 + 400 * noise.fractal(x, y, 6_000, 5);
        }
        for (int level = 0; level < STEPS.length; level++) {
            if (level > 0) {
                z = finer(z, columns);
                columns *= 2;
                cell /= 2;
                for (int i = 0; i < z.length; i++) {
                    z[i] += cell * 0.3 * noise.at(x(i % columns, cell), x(i / columns, cell), cell * 2.7);
                }
            }
            evolve(z, columns, cell, level);
        }
        boolean[] floor = floor(z, columns, cell);
        roughen(z, floor, columns, cell);
        benches(z, columns, cell);
        Flow.fill(z, floor, columns, columns);
        return cut(z, floor, columns);
    }

    private static double x(int column, double cell) {
        return (column + 0.5) * cell - MARGIN_M;
    }

    private void evolve(double[] z, int columns, double cell, int level) {
        boolean[] floor = floor(z, columns, cell);
        double[] uplift = new double[z.length];
        double[] erodibility = new double[z.length];
        double[] steepest = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            double x = x(i % columns, cell);
            double y = x(i / columns, cell);
            uplift[i] = UPLIFT_M * (1 + 0.35 * noise.at(x, y + 70_000, 9_000));
            erodibility[i] = 1 + 0.9 * noise.fractal(x + 40_000, y, 2_600, 3);
            steepest[i] = cell * (0.78 + 0.35 * noise.fractal(x, y - 50_000, 1_400, 4));
        }
        double hillslope = HILLSLOPE_M2 / (cell * cell);
        double dt = STEP_TIME[level];
        for (int s = 0; s < STEPS[level]; s++) {
            if (level < 2 || s % 2 == 0) {
                Flow.fill(z, floor, columns, columns);
            }
            Flow flow = Flow.of(z, floor, columns, columns);
            float[] area = flow.areaCells();
            for (int i : flow.order) {
                int to = flow.receiver[i];
                if (to == i) {
                    if (!floor[i]) {
                        z[i] += uplift[i] * dt;
                    }
                    continue;
                }
                double cut = erodibility[i] * dt * Math.sqrt(area[i] + hillslope) / flow.step[i];
                double risen = (z[i] + uplift[i] * dt + cut * z[to]) / (1 + cut);
                z[i] = Math.min(risen, z[to] + steepest[i] * flow.step[i]);
            }
            smooth(z, floor, columns, level < 2 ? 0.12 : 0.35);
        }
    }

    /** Soil creep: every cell moves a little towards the mean of its neighbours. */
    private static void smooth(double[] z, boolean[] floor, int columns, double share) {
        double[] before = z.clone();
        for (int r = 1; r < columns - 1; r++) {
            for (int c = 1; c < columns - 1; c++) {
                int i = r * columns + c;
                if (!floor[i]) {
                    double mean = (before[i - 1] + before[i + 1] + before[i - columns] + before[i + columns]) / 4;
                    z[i] += share * (mean - before[i]);
                }
            }
        }
    }

    /** Sets the cells of the valley floors to the rivers' level, rising a little to the sides, and tells which they are. */
    private boolean[] floor(double[] z, int columns, double cell) {
        boolean[] floor = new boolean[z.length];
        for (int river = 0; river < rivers.count(); river++) {
            for (int c = 0; c < columns; c++) {
                double x = x(c, cell);
                double half = Math.max(rivers.floorHalfWidthM(river, x), cell * 0.8);
                double level = rivers.levelM(river, x);
                for (int r = 0; r < columns; r++) {
                    double distance = rivers.distanceM(river, x, x(r, cell));
                    if (distance <= half) {
                        floor[r * columns + c] = true;
                        z[r * columns + c] = level + 9 * Math.min(1, distance / 240) + 3 * distance / half;
                    }
                }
            }
        }
        return floor;
    }

    /** Squeezes and stretches heights in turn; order is kept, so that water runs as before. */
    private void benches(double[] z, int columns, double cell) {
        for (int i = 0; i < z.length; i++) {
            double x = x(i % columns, cell);
            double y = x(i / columns, cell);
            double strength = Math.max(0, Math.min(1, 0.25 + 1.5 * noise.fractal(x + 9_000, y + 3_000, 2_900, 3)));
            double phase = 400 * noise.fractal(x - 20_000, y + 15_000, 4_500, 3);
            double wave = StrictMath.sin(2 * StrictMath.PI * (z[i] + phase) / BENCH_M);
            double fade = Math.max(0, Math.min(1, (z[i] - 960) / 120));
            z[i] -= 0.66 * BENCH_M / (2 * StrictMath.PI) * wave * strength * fade;
        }
    }

    /** Rounds what the eight flow directions left too straight, then adds spurs and hollows too small for the streams above. */
    private void roughen(double[] z, boolean[] floor, int columns, double cell) {
        for (int pass = 0; pass < 4; pass++) {
            smooth(z, floor, columns, 0.7);
        }
        for (int i = 0; i < z.length; i++) {
            if (!floor[i]) {
                double fade = Math.min(1, Math.max(0, (z[i] - 850) / 250));
                z[i] += fade * 26 * noise.fractal(x(i % columns, cell) + 3_000, x(i / columns, cell), 520, 3);
            }
        }
    }

    private static double[] finer(double[] z, int columns) {
        int n = columns * 2;
        double[] fine = new double[n * n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double u = Math.max(0, Math.min(columns - 1.0001, (c - 0.5) / 2));
                double v = Math.max(0, Math.min(columns - 1.0001, (r - 0.5) / 2));
                int i = (int) v * columns + (int) u;
                double a = u - (int) u;
                double b = v - (int) v;
                fine[r * n + c] = (z[i] * (1 - a) + z[i + 1] * a) * (1 - b)
                        + (z[i + columns] * (1 - a) + z[i + columns + 1] * a) * b;
            }
        }
        return fine;
    }

    private Terrain cut(double[] z, boolean[] floor, int columns) {
        Flow flow = Flow.of(z, floor, columns, columns);
        float[] area = flow.areaCells();
        int margin = MARGIN_M / Terrain.CELL_M;
        int n = columns - 2 * margin;
        short[] height = new short[n * n];
        float[] slope = new float[n * n];
        float[] areaKm2 = new float[n * n];
        int[] receiver = new int[n * n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                int i = r * n + c;
                int wide = (r + margin) * columns + c + margin;
                height[i] = (short) Math.round(z[wide]);
                double dx = (z[wide + 1] - z[wide - 1]) / (2.0 * Terrain.CELL_M);
                double dy = (z[wide + columns] - z[wide - columns]) / (2.0 * Terrain.CELL_M);
                slope[i] = (float) Math.sqrt(dx * dx + dy * dy);
                areaKm2[i] = (float) (area[wide] * 9e-4);
                int to = flow.receiver[wide];
                int toColumn = to % columns - margin;
                int toRow = to / columns - margin;
                boolean leaves = toColumn < 0 || toRow < 0 || toColumn >= n || toRow >= n;
                receiver[i] = leaves ? i : toRow * n + toColumn;
            }
        }
        return new Terrain(n, n, height, slope, areaKm2, receiver, rivers);
    }
}
