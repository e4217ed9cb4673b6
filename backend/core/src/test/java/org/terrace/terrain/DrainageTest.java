package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class DrainageTest {

    @Test
    void aValleyGathersItsTwoSides() {
        // Three columns, the middle one lower, all falling south; cells of 30 x 20 m.
        Drainage valley = of(3, 30, 20, "9 8 9", "8 7 8", "7 6 7", "6 5 6");
        // From (0,0): 9 - 8 over 30 m east, 9 - 8 over 20 m south, 9 - 7 over 36.06 m south east: the last is the
        // steepest, 0.0555.
        assertThat(valley.downstream(0)).isEqualTo(4);
        assertThat(valley.downstream(1)).isEqualTo(4);
        assertThat(valley.downstream(10)).isEqualTo(Drainage.OUTLET);
        // The bottom cells on the sides flow east and west into the outlet: all twelve cells pass it.
        assertThat(valley.upstreamCells(10)).isEqualTo(12);
        assertThat(valley.catchmentM2(10)).isEqualTo(12 * 600.0);
        // (1,1) takes the three of the first row and itself.
        assertThat(valley.upstreamCells(4)).isEqualTo(4);
        assertThat(valley.way(0)).containsExactly(0, 4, 7, 10);
        assertThat(valley.flowM(0, 10, 1000)).isCloseTo(Math.hypot(30, 20) + 20 + 20, within(1e-9));
        assertThat(valley.flowM(0, 10, 50)).as("the way is 76 m").isNaN();
        assertThat(valley.flowM(3, 4, 1000)).as("they meet below").isNaN();
        assertThat(valley.upstream(4).stream()).containsExactly(0, 1, 2, 4);
    }

    @Test
    void aRidgePartsTheWater() {
        Drainage ridge = of(5, 10, 10, "1 2 9 2 1", "1 2 9 2 1", "1 2 9 2 1");
        assertThat(ridge.downstream(6)).isEqualTo(5);
        assertThat(ridge.downstream(8)).isEqualTo(9);
        assertThat(ridge.upstream(5).get(8)).isFalse();
    }

    @Test
    void waterLeavesAHollowOverItsLowestSill() {
        // A pit of 1 behind sills of 5 in the north and 4 in the east; the way east is 1, 3, 4 and out over the rim.
        Drainage hollow = of(5, 10, 10, "9 9 5 9 9", "9 9 5 9 9", "9 9 1 3 4", "9 9 9 9 9", "9 9 9 9 9");
        assertThat(hollow.way(12)).containsExactly(12, 13, 14);
        assertThat(hollow.downstream(7))
                .as("the northern sill flows down into the pit")
                .isEqualTo(12);
    }

    @Test
    void overFlatGroundWaterTakesTheWayOfFewestSteps() {
        Drainage flat = of(5, 10, 10, "9 9 9 9 9", "9 5 5 5 9", "9 5 5 5 4", "9 9 9 9 9");
        // The rim's 4 is the only way out: beside it (1,3) and (2,3), then two and three steps.
        assertThat(flat.way(13)).containsExactly(13, 14);
        assertThat(flat.way(8)).containsExactly(8, 14);
        assertThat(flat.way(11)).hasSize(4).startsWith(11).endsWith(14);
    }

    @Test
    void aVoidIsAWayOut() {
        Drainage hole = of(5, 10, 10, "9 9 9 9 9", "9 8 7 8 9", "9 7 x 7 9", "9 8 7 8 9", "9 9 9 9 9");
        assertThat(hole.downstream(12)).isEqualTo(Drainage.NOWHERE);
        assertThat(hole.catchmentM2(12)).isNaN();
        assertThat(hole.cellAt(25, -25)).isEqualTo(Drainage.NOWHERE);
        assertThat(hole.downstream(7)).isEqualTo(Drainage.OUTLET);
        assertThat(hole.downstream(6)).isEqualTo(7);
    }

    @Test
    void linesRunFromHeadsToMeetingsInTheDirectionOfFlow() {
        // Two branches meet at (2,2) and leave in the south; a stream begins at two cells.
        Drainage fork = of(5, 10, 10, "9 9 9 9 9", "9 5 9 5 9", "9 9 4 9 9", "9 9 3 9 9", "9 9 2 9 9");
        StreamLines lines = StreamLines.of(fork, 200);
        assertThat(lines.lines())
                .extracting(Object::toString)
                .containsExactly(
                        "LINESTRING (15 -15, 25 -25)",
                        "LINESTRING (35 -15, 25 -25)",
                        "LINESTRING (25 -25, 25 -35, 25 -45)");
    }

    @RepeatedTest(40)
    void lawsOnRandomGroundWithHollowsFlatsAndVoids(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int columns = 3 + random.nextInt(12);
        int rows = 3 + random.nextInt(12);
        float[] metres = new float[columns * rows];
        int steps = 2 + random.nextInt(30);
        for (int i = 0; i < metres.length; i++) {
            metres[i] = random.nextInt(15) == 0 ? Float.NaN : random.nextInt(steps) - 3;
        }
        ElevationGrid grid = new ElevationGrid(new GridFrame(0, 0, 30, 25, columns, rows), metres);
        Drainage drainage = Drainage.of(grid, () -> {});
        float[] sill = lowestSills(grid);
        int drained = 0;
        int withHeight = 0;
        for (int cell = 0; cell < metres.length; cell++) {
            String where = "cell " + cell + ", seed " + run.getCurrentRepetition();
            if (Float.isNaN(metres[cell])) {
                assertThat(drainage.downstream(cell)).as(where).isEqualTo(Drainage.NOWHERE);
                continue;
            }
            withHeight++;
            int[] way = drainage.way(cell);
            assertThat(drainage.downstream(way[way.length - 1])).as(where).isEqualTo(Drainage.OUTLET);
            float highest = Float.NEGATIVE_INFINITY;
            for (int at : way) {
                highest = Math.max(highest, metres[at]);
            }
            assertThat(highest).as(where).isEqualTo(sill[cell]);
            assertThat(drainage.upstream(cell).cardinality()).as(where).isEqualTo(drainage.upstreamCells(cell));
            if (drainage.downstream(cell) == Drainage.OUTLET) {
                drained += drainage.upstreamCells(cell);
            }
            if (sill[cell] == metres[cell]) {
                assertSteepest(grid, sill, drainage, cell, where);
            }
        }
        assertThat(drained).isEqualTo(withHeight);
    }

    /** On ground that is no hollow, water goes down the steepest of the ways to ground that is no hollow either. */
    private static void assertSteepest(ElevationGrid grid, float[] sill, Drainage drainage, int cell, String where) {
        double steepest = 0;
        for (int beside : beside(grid.frame(), cell)) {
            if (sill[beside] < metres(grid, cell)) {
                steepest = Math.max(steepest, slope(grid, cell, beside));
            }
        }
        if (steepest > 0) {
            assertThat(slope(grid, cell, drainage.downstream(cell))).as(where).isGreaterThanOrEqualTo(steepest);
        }
    }

    private static double slope(ElevationGrid grid, int from, int to) {
        GridFrame f = grid.frame();
        double run = Math.hypot(
                (from % f.columns() - to % f.columns()) * f.cellSizeX(),
                (from / f.columns() - to / f.columns()) * f.cellSizeY());
        return (metres(grid, from) - metres(grid, to)) / run;
    }

    private static float metres(ElevationGrid grid, int cell) {
        return grid.metres()[cell];
    }

    /** By cell the lowest height over which a way leads to an outlet, by lowering until nothing changes. */
    private static float[] lowestSills(ElevationGrid grid) {
        int cells = grid.frame().cells();
        float[] sill = new float[cells];
        Arrays.fill(sill, Float.POSITIVE_INFINITY);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int cell = 0; cell < cells; cell++) {
                int[] beside = beside(grid.frame(), cell);
                float lowest = beside.length < 8 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
                for (int b : beside) {
                    lowest = Math.min(lowest, Float.isNaN(metres(grid, b)) ? Float.NEGATIVE_INFINITY : sill[b]);
                }
                float now = Math.max(metres(grid, cell), lowest);
                if (now < sill[cell]) {
                    sill[cell] = now;
                    changed = true;
                }
            }
        }
        return sill;
    }

    private static int[] beside(GridFrame frame, int cell) {
        return java.util.stream.IntStream.range(0, 8)
                .filter(k -> {
                    int c = cell % frame.columns() + Directions.EIGHT.columns(k);
                    int r = cell / frame.columns() + Directions.EIGHT.rows(k);
                    return c >= 0 && r >= 0 && c < frame.columns() && r < frame.rows();
                })
                .map(k -> cell + Directions.EIGHT.rows(k) * frame.columns() + Directions.EIGHT.columns(k))
                .toArray();
    }

    private static Drainage of(int columns, double cellX, double cellY, String... rows) {
        float[] metres = new float[columns * rows.length];
        int at = 0;
        for (String row : rows) {
            for (String height : row.split(" ")) {
                metres[at++] = height.equals("x") ? Float.NaN : Float.parseFloat(height);
            }
        }
        return Drainage.of(
                new ElevationGrid(new GridFrame(0, 0, cellX, cellY, columns, rows.length), metres), () -> {});
    }
}
