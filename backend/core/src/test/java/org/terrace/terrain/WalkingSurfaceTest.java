package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Geometries;
import org.terrace.region.GridFrame;

class WalkingSurfaceTest {
    private static final double OPEN = Double.POSITIVE_INFINITY;

    @Test
    void uphillCostsMoreThanDownhillAndTheDirectionTurnsIt() {
        // Two cells 30 m apart, the eastern 6 m higher: 30 * 0.72 + 6 * 6 = 57.6 s up; slope -0.2 is moderate: 21.6 -
        // 12.0 = 9.6 s down.
        ElevationGrid grid = grid(2, 1, 30, 30, 1000, 1006);
        WalkingSurface surface =
                WalkingSurface.over(grid, Langmuir.R_WALK, Directions.EIGHT).build();
        assertThat(seconds(surface, false, 0)[1]).isCloseTo(57.6, within(1e-9));
        assertThat(seconds(surface, true, 0)[1]).isCloseTo(30 * 0.72 - 6 * 1.9998, within(1e-9));
        WalkingSurface capped =
                WalkingSurface.over(grid, Langmuir.CAPPED, Directions.EIGHT).build();
        assertThat(seconds(capped, true, 0)[1]).as("30 m at 6 km/h").isCloseTo(18, within(1e-9));
    }

    @Test
    void aKnightsMoveIsShorterThanAStepAndADiagonal() {
        ElevationGrid grid = grid(3, 2, 30, 30, 0, 0, 0, 0, 0, 0);
        double eight = seconds(
                WalkingSurface.over(grid, Langmuir.R_WALK, Directions.EIGHT).build(), true, 0)[5];
        double sixteen = seconds(
                WalkingSurface.over(grid, Langmuir.R_WALK, Directions.SIXTEEN).build(), true, 0)[5];
        assertThat(eight).isCloseTo(0.72 * (30 + 30 * Math.sqrt(2)), within(1e-9));
        assertThat(sixteen).isCloseTo(0.72 * 30 * Math.sqrt(5), within(1e-9));
    }

    @Test
    void whereOneRidesTheSlopeDoesNotCount() {
        ElevationGrid grid = grid(2, 1, 30, 30, 1000, 1030);
        float pace = (float) (1 / (20 / 3.6));
        WalkingSurface road = WalkingSurface.over(grid, Tobler.ON_PATH, Directions.EIGHT)
                .weights(new float[] {0, 0})
                .paces(new float[] {pace, pace})
                .build();
        assertThat(seconds(road, true, 0)[1]).as("30 m at 20 km/h").isCloseTo(5.4, within(1e-5));
    }

    @Test
    void aRiverIsCrossedAtTheBridgeOnly() {
        // Seven columns, five rows; a river between the third and the fourth column, a bridge in the last row.
        float[] flat = new float[35];
        ElevationGrid grid = new ElevationGrid(new GridFrame(0, 150, 30, 30, 7, 5), flat);
        LineString river = line(90, -100, 90, 300);
        LineString bridge = line(60, 15, 120, 15);
        for (Directions directions : Directions.values()) {
            double[] dry = seconds(surface(grid, directions, new Barriers(List.of(river), List.of())), true, 0);
            assertThat(dry[3])
                    .as("%s: nothing leads over, not even a knight's move", directions)
                    .isNaN();
            assertThat(dry[2]).isCloseTo(0.72 * 60, within(1e-9));
            double[] bridged =
                    seconds(surface(grid, directions, new Barriers(List.of(river), List.of(bridge))), true, 0);
            assertThat(bridged[3]).as("down to the bridge and up again").isGreaterThan(0.72 * 150);
        }
    }

    private static WalkingSurface surface(ElevationGrid grid, Directions directions, Barriers barriers) {
        return WalkingSurface.over(grid, Langmuir.R_WALK, directions)
                .barriers(barriers)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Directions.class)
    void equalsAPlainHeapBitForBitOnAnyGround(Directions directions) {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            Case c = Case.random(random, directions);
            double[] fast = c.surface.seconds(c.cells, c.starts, c.towards, OPEN, () -> {});
            double[] plain = PlainWalkingTime.seconds(
                    c.grid, c.model, directions, c.weights, c.paces, c.cells, c.starts, c.towards);
            assertThat(Arrays.mismatch(fast, plain))
                    .as("seed %d, round %d: the first cell that differs", seed, round)
                    .isEqualTo(-1);
            int bands = 2 + random.nextInt(Math.max(1, c.grid.frame().rows() / 3));
            double[] banded = c.surface.seconds(c.cells, c.starts, c.towards, OPEN, bands, () -> {});
            assertThat(Arrays.mismatch(banded, plain))
                    .as("seed %d, round %d: the first cell that differs in %d bands", seed, round, bands)
                    .isEqualTo(-1);
            for (int i = 0; i < fast.length; i += 7) {
                int[] path = c.surface.path(fast, i, c.towards);
                assertThat(path.length == 0).isEqualTo(!(fast[i] <= 1e9));
                if (path.length > 0) {
                    double start = fast[path[path.length - 1]];
                    assertThat(Arrays.stream(c.starts).anyMatch(s -> s == start))
                            .as("seed %d: the way ends at a start", seed)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void oneMoreTargetLengthensNoWay() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 30; round++) {
            Case c = Case.random(random, Directions.EIGHT);
            double[] before = c.surface.seconds(c.cells, c.starts, c.towards, OPEN, () -> {});
            int[] more = Arrays.copyOf(c.cells, c.cells.length + 1);
            more[c.cells.length] = random.nextInt(c.grid.frame().cells());
            double[] after = c.surface.seconds(more, Arrays.copyOf(c.starts, more.length), c.towards, OPEN, () -> {});
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i] > before[i]).as("seed %d cell %d", seed, i).isFalse();
            }
        }
    }

    @Test
    void aCliffOfEndlessTimeDoesNotStopTheRest() {
        ElevationGrid grid = grid(4, 1, 30, 30, 0, 0, 3000, 3000);
        double[] seconds = seconds(
                WalkingSurface.over(grid, Tobler.ON_PATH, Directions.EIGHT).build(), true, 0);
        assertThat(seconds[1]).isLessThan(30);
        // exp(3.5 * 100) seconds: a number, and no way in practice; the cell behind it comes after it.
        assertThat(seconds[2]).isGreaterThan(1e100);
        assertThat(seconds[3]).isGreaterThanOrEqualTo(seconds[2]);
    }

    @Test
    void badStartsAreNamed() {
        WalkingSurface surface = WalkingSurface.over(grid(2, 1, 30, 30, 0, 0), Langmuir.R_WALK, Directions.EIGHT)
                .build();
        assertThatThrownBy(() -> surface.seconds(new int[] {2}, new double[] {0}, true, OPEN, () -> {}))
                .hasMessageContaining("cell 2");
        assertThatThrownBy(() -> surface.seconds(new int[] {0}, new double[] {Double.NaN}, true, OPEN, () -> {}))
                .hasMessageContaining("NaN");
        assertThat(surface.seconds(new int[0], new double[0], true, OPEN, () -> {}))
                .containsOnly(Double.NaN);
    }

    private static double[] seconds(WalkingSurface surface, boolean towards, int... cells) {
        return surface.seconds(cells, new double[cells.length], towards, OPEN, () -> {});
    }

    private static ElevationGrid grid(int columns, int rows, double width, double height, double... metres) {
        float[] values = new float[metres.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) metres[i];
        }
        return new ElevationGrid(new GridFrame(0, rows * height, width, height, columns, rows), values);
    }

    private static LineString line(double x1, double y1, double x2, double y2) {
        return Geometries.FACTORY.createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
    }

    /** Any ground: voids, cliffs, weights, rides, closed cells, starts with time on the clock. */
    private record Case(
            ElevationGrid grid,
            WalkingModel model,
            float[] weights,
            float[] paces,
            WalkingSurface surface,
            int[] cells,
            double[] starts,
            boolean towards) {

        static Case random(SplittableRandom random, Directions directions) {
            int columns = 1 + random.nextInt(25);
            int rows = 1 + random.nextInt(25);
            float[] metres = new float[columns * rows];
            double rough = Math.pow(10, random.nextInt(4));
            for (int i = 0; i < metres.length; i++) {
                metres[i] = random.nextInt(12) == 0 ? Float.NaN : (float) (random.nextDouble() * rough);
            }
            ElevationGrid grid = new ElevationGrid(
                    new GridFrame(0, 0, 20 + random.nextInt(20), 20 + random.nextInt(20), columns, rows), metres);
            WalkingModel model =
                    random.nextInt(3) == 0 ? Tobler.OFF_PATH : random.nextBoolean() ? Langmuir.R_WALK : Langmuir.CAPPED;
            float[] paces = random.nextBoolean() ? new float[0] : cells(random, metres.length, 0.01, 0.5);
            // Where one rides (weight 0) there is a pace.
            float[] weights =
                    random.nextBoolean() ? new float[0] : cells(random, metres.length, paces.length == 0 ? 0.1 : 0, 2);
            WalkingSurface.Builder builder = WalkingSurface.over(grid, model, directions);
            if (weights.length > 0) {
                builder.weights(weights);
            }
            if (paces.length > 0) {
                builder.paces(paces);
            }
            int targets = 1 + random.nextInt(4);
            int[] cells = new int[targets];
            double[] starts = new double[targets];
            for (int t = 0; t < targets; t++) {
                cells[t] = random.nextInt(metres.length);
                starts[t] = random.nextBoolean() ? 0 : random.nextDouble() * 500;
            }
            return new Case(grid, model, weights, paces, builder.build(), cells, starts, random.nextBoolean());
        }

        private static float[] cells(SplittableRandom random, int count, double least, double most) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                int kind = random.nextInt(10);
                values[i] = kind == 0
                        ? Float.NaN
                        : kind == 1 ? (float) least : (float) (least + random.nextDouble() * (most - least));
            }
            return values;
        }
    }

    /** The clear version: a heap of all cells, every step worked out from the formula. */
    private static final class PlainWalkingTime {
        private record Waiting(double seconds, int cell) {}

        static double[] seconds(
                ElevationGrid grid,
                WalkingModel model,
                Directions directions,
                float[] weights,
                float[] paces,
                int[] cells,
                double[] starts,
                boolean towards) {
            GridFrame frame = grid.frame();
            double[] time = new double[frame.cells()];
            Arrays.fill(time, Double.POSITIVE_INFINITY);
            PriorityQueue<Waiting> waiting = new PriorityQueue<>((a, b) -> Double.compare(a.seconds, b.seconds));
            for (int i = 0; i < cells.length; i++) {
                if (!Float.isNaN(grid.metres()[cells[i]]) && starts[i] < time[cells[i]]) {
                    time[cells[i]] = starts[i];
                    waiting.add(new Waiting(starts[i], cells[i]));
                }
            }
            while (!waiting.isEmpty()) {
                Waiting now = waiting.poll();
                if (now.seconds > time[now.cell]) {
                    continue;
                }
                int column = now.cell % frame.columns();
                int row = now.cell / frame.columns();
                for (int k = 0; k < directions.count(); k++) {
                    int c = column + directions.columns(k);
                    int r = row + directions.rows(k);
                    if (c < 0 || r < 0 || c >= frame.columns() || r >= frame.rows()) {
                        continue;
                    }
                    double rise = (double) grid.at(c, r) - grid.at(column, row);
                    double run = directions.run(frame, k);
                    double walk = model.seconds(run, towards ? -rise : rise);
                    double weight = weights.length == 0 ? 1 : mean(weights, frame, column, row, directions, k);
                    double pace = paces.length == 0 ? 0 : mean(paces, frame, column, row, directions, k);
                    double step = weights.length == 0 && paces.length == 0
                            ? walk
                            : (weight == 0 ? 0 : walk * weight) + run * pace;
                    double then = now.seconds + step;
                    int next = r * frame.columns() + c;
                    if (then < time[next] && !Float.isNaN(grid.metres()[next])) {
                        time[next] = then;
                        waiting.add(new Waiting(then, next));
                    }
                }
            }
            for (int i = 0; i < time.length; i++) {
                time[i] = Double.isInfinite(time[i]) ? Double.NaN : time[i];
            }
            return time;
        }

        private static double mean(float[] values, GridFrame frame, int column, int row, Directions directions, int k) {
            int dc = directions.columns(k);
            int dr = directions.rows(k);
            double both = (double) values[row * frame.columns() + column]
                    + values[(row + dr) * frame.columns() + column + dc];
            if (Math.abs(dc) + Math.abs(dr) < 3) {
                return both / 2;
            }
            int sc = Math.abs(dc) == 2 ? dc / 2 : 0;
            int sr = Math.abs(dr) == 2 ? dr / 2 : 0;
            return (both
                            + values[(row + sr) * frame.columns() + column + sc]
                            + values[(row + Integer.signum(dr)) * frame.columns() + column + Integer.signum(dc)])
                    / 4;
        }
    }
}
