package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.TestRegion;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Cells of 10 m; the source in the west. A metre of pipe costs 20 on gentle ground. */
class GravityRouteTest {
    private static final RouteGround.Costs COSTS = new RouteGround.Costs(20, 15, 0, 30, 0, 1_000);
    private static final double LEVEL_M = 100;

    @Test
    void onFlatGroundTheWayIsStraight() {
        RouteGround ground = ground(5, 9, 50, List.of(), List.of());
        // Eight steps of 10 m at 20.
        GravityRoute route = from(ground, cell(ground, 2, 0), 0);
        assertThat(route.costTo(cell(ground, 2, 8))).isCloseTo(1_600, within(1e-9));
        assertThat(route.wayTo(cell(ground, 2, 8))).hasSize(9);
    }

    @Test
    void aRidgeIsGoneRound() {
        // A ridge of 120 m closes column 4 in the rows 0 to 3; row 4 is open.
        float[] heights = new float[5 * 9];
        Arrays.fill(heights, 50);
        for (int row = 0; row < 4; row++) {
            heights[row * 9 + 4] = 120;
        }
        RouteGround ground = ground(5, 9, heights, List.of(), List.of());
        GravityRoute route = from(ground, cell(ground, 0, 0), 0);
        int goal = cell(ground, 0, 8);
        assertThat(Arrays.stream(route.wayTo(goal)).boxed().toList()).contains(cell(ground, 4, 4));
        // Down four rows and back up on the way: eight diagonal steps.
        assertThat(route.costTo(goal)).isCloseTo(8 * Math.sqrt(200) * 20, within(1e-6));
    }

    @Test
    void aRidgeFromRimToRimLetsNothingThrough() {
        float[] heights = new float[5 * 9];
        Arrays.fill(heights, 50);
        for (int row = 0; row < 5; row++) {
            heights[row * 9 + 4] = 99;
        }
        RouteGround ground = ground(5, 9, heights, List.of(), List.of());
        assertThat(from(ground, cell(ground, 2, 0), 0).costTo(cell(ground, 2, 8)))
                .as("99 m under a level of 100 m")
                .isFinite();
        // The line falls by 0.1 a metre: 40 m on it stands at 96 m.
        assertThat(from(ground, cell(ground, 2, 0), 0.1).costTo(cell(ground, 2, 8)))
                .isInfinite();
    }

    @Test
    void aStreamCostsItsCrossingAndAForbiddenAreaIsGoneRound() {
        Geometry stream = TestRegion.wkt("LINESTRING (43 -10, 43 60)");
        RouteGround ground = ground(5, 9, 50, List.of(stream), List.of());
        assertThat(from(ground, cell(ground, 2, 0), 0).costTo(cell(ground, 2, 8)))
                .isCloseTo(1_600 + 1_000, within(1e-9));
        Geometry area = TestRegion.wkt("POLYGON ((40 10, 50 10, 50 60, 40 60, 40 10))");
        RouteGround closed = ground(5, 9, 50, List.of(), List.of(area));
        assertThat(Arrays.stream(from(closed, cell(closed, 2, 0), 0).wayTo(cell(closed, 2, 8)))
                        .boxed()
                        .toList())
                .contains(cell(closed, 4, 4));
    }

    @Test
    void theMarginGrowsWithTheDistanceUntilItIsWhole() {
        var line = new GravityRoute.HeadLine(new Coordinate(0, 0), 100, 0.01, 10, 500);
        assertThat(line.permittedM(0, 0)).isEqualTo(100);
        assertThat(line.permittedM(250, 0)).isEqualTo(100 - 2.5 - 5);
        assertThat(line.permittedM(1_000, 0)).isEqualTo(100 - 10 - 10);
    }

    /** Bellman and Ford's sweeps over all cells until nothing changes, as the clear version. */
    @RepeatedTest(10)
    void costsEqualThoseOfPlainSweeps(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        float[] heights = new float[12 * 14];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = random.nextInt(5) == 0 ? 110 : 40 + random.nextInt(50);
        }
        RouteGround ground = ground(12, 14, heights, List.of(), List.of());
        int start = 5 * 14 + 5;
        GravityRoute route = from(ground, start, 0.02);
        double[] cost = new double[heights.length];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[start] = 0;
        var line = new GravityRoute.HeadLine(ground.centre(start), LEVEL_M, 0.02, 0, 0);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int a = 0; a < cost.length; a++) {
                for (int b = 0; b < cost.length; b++) {
                    boolean neighbours = a != b && Math.abs(a / 14 - b / 14) <= 1 && Math.abs(a % 14 - b % 14) <= 1;
                    Coordinate at = ground.centre(b);
                    if (neighbours && ground.heightM(b) <= line.permittedM(at.x, at.y)) {
                        double then = cost[a] + ground.lengthM(a, b) * 20;
                        if (then < cost[b] - 1e-9) {
                            cost[b] = then;
                            changed = true;
                        }
                    }
                }
            }
        }
        for (int i = 0; i < cost.length; i++) {
            if (Double.isInfinite(cost[i])) {
                assertThat(route.costTo(i))
                        .as("cell %d, seed %d", i, run.getCurrentRepetition())
                        .isInfinite();
            } else {
                assertThat(route.costTo(i))
                        .as("cell %d, seed %d", i, run.getCurrentRepetition())
                        .isCloseTo(cost[i], within(1e-6));
            }
        }
    }

    private static GravityRoute from(RouteGround ground, int start, double fall) {
        var line = new GravityRoute.HeadLine(ground.centre(start), LEVEL_M, fall, 0, 0);
        return GravityRoute.from(ground, new int[] {start}, line, 10_000, c -> false);
    }

    private static int cell(RouteGround ground, int row, int column) {
        return row * ground.frame().columns() + column;
    }

    private static RouteGround ground(
            int rows, int columns, double height, List<Geometry> streams, List<Geometry> forbidden) {
        float[] heights = new float[rows * columns];
        Arrays.fill(heights, (float) height);
        return ground(rows, columns, heights, streams, forbidden);
    }

    private static RouteGround ground(
            int rows, int columns, float[] heights, List<Geometry> streams, List<Geometry> forbidden) {
        GridFrame frame = new GridFrame(0, rows * 10, 10, 10, columns, rows);
        return new RouteGround(new ElevationGrid(frame, heights), COSTS, streams, forbidden);
    }
}
