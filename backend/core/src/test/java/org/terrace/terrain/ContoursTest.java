package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class ContoursTest {

    @Test
    void contoursOfAPlaneAreStraightAndInTheRightPlace() {
        // Height = 0.5 x east: the 10 m line is at east 20. Cells 4 wide and 3 high, centres from 2 to 38.
        List<Contour> lines = Contours.of(grid(10, 8, 4, 3, (x, y) -> 0.5 * x), 10);
        assertThat(lines).hasSize(1);
        Contour line = lines.get(0);
        assertThat(line.levelM()).isEqualTo(10);
        assertThat(line.closed()).isFalse();
        assertThat(line.points()).isEqualTo(8);
        assertThat(line.x()).containsOnly(20.0);
        // High ground in the east lies on the left of a line that runs south.
        assertThat(line.y()[0]).isEqualTo(-1.5);
        assertThat(line.y()[7]).isEqualTo(-22.5);
    }

    @Test
    void everyPointOfATiltedPlanesContoursHasTheLevelsHeight() {
        for (Contour line : Contours.of(grid(20, 30, 5, 7, (x, y) -> 300 + 0.37 * x - 0.21 * y), 4)) {
            for (int i = 0; i < line.points(); i++) {
                // Heights are floats near 340: 3e-5 m.
                assertThat(300 + 0.37 * line.x()[i] - 0.21 * line.y()[i]).isCloseTo(line.levelM(), within(1e-4));
            }
        }
    }

    @Test
    void contoursOfAConeAreClosedRoundsAroundThePeak() {
        // Height 100 - distance from (50, -50): level 60 is the circle of radius 40, level 80 that of 20. Chords on a 1
        // m grid of a
        // cone lie within 0.02 m of the circle.
        List<Contour> lines =
                Contours.of(grid(100, 100, 1, 1, (x, y) -> 100 - Math.hypot(x - 50, y + 50)), 20, 0, 0, 100, 100);
        List<Contour> closed = lines.stream().filter(Contour::closed).toList();
        assertThat(closed).extracting(Contour::levelM).containsExactly(60.0, 80.0);
        for (Contour line : closed) {
            for (int i = 0; i < line.points(); i++) {
                assertThat(Math.hypot(line.x()[i] - 50, line.y()[i] + 50)).isCloseTo(100 - line.levelM(), within(0.02));
            }
            assertThat(signedArea(line))
                    .as("peak on the left: counterclockwise")
                    .isPositive();
        }
        assertThat(lines)
                .filteredOn(line -> !line.closed())
                .extracting(Contour::levelM)
                .containsOnly(40.0);
    }

    @Test
    void aSaddleAboveTheLevelJoinsTheHighCorners() {
        // nw 10, ne 0, sw 2, se 10: saddle (100 - 0) / (20 - 2) = 5.56 >= 5, so the high corners hang together:
        // one line around ne and one around sw.
        List<Contour> lines = Contours.of(square(10, 0, 2, 10), 5);
        assertThat(lines)
                .filteredOn(l -> l.levelM() == 5)
                .hasSize(2)
                .allSatisfy(l -> assertThat(turnsAround(l, true)).isTrue());
    }

    @Test
    void aSaddleBelowTheLevelJoinsTheLowCorners() {
        // nw 8, ne 0, sw 0, se 8: saddle 64 / 16 = 4 < 5: one line around nw and one around se.
        List<Contour> lines = Contours.of(square(8, 0, 0, 8), 5);
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(l -> assertThat(turnsAround(l, false)).isTrue());
        // The mirrored square, by the same rule, around ne and sw.
        assertThat(Contours.of(square(0, 8, 8, 0), 5))
                .hasSize(2)
                .allSatisfy(l -> assertThat(turnsAround(l, true)).isTrue());
    }

    @Test
    void groundAtExactlyTheLevelCountsAsAbove() {
        assertThat(Contours.of(square(100, 100, 100, 100), 100)).isEmpty();
        // The line runs along the southern corners that are at the level: row of sw and se, at y -1.5.
        List<Contour> lines = Contours.of(square(0, 0, 100, 100), 100);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).y()).containsOnly(-1.5);
    }

    @Test
    void levelsBelowTheSeaAreMultiplesToo() {
        assertThat(Contours.of(square(-30, -5, -30, -5), 10))
                .extracting(Contour::levelM)
                .containsExactly(-20.0, -10.0);
    }

    @Test
    void linesStopAtHolesInTheData() {
        ElevationGrid grid = grid(9, 9, 1, 1, (x, y) -> x == 4.5 && y == -4.5 ? Double.NaN : 10 * x);
        // Level 40 is at east 4, between the third and fourth column; the hole takes away its squares in rows 3 to 5.
        List<Contour> lines =
                Contours.of(grid, 40).stream().filter(l -> l.levelM() == 40).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).y()[lines.get(0).points() - 1]).isEqualTo(-3.5);
        assertThat(lines.get(1).y()[0]).isEqualTo(-5.5);
    }

    @Test
    void aWindowHasTheLinesOfItsSquaresOnly() {
        ElevationGrid plane = grid(10, 10, 1, 1, (x, y) -> y);
        // High ground in the north lies on the left of a line that runs east.
        List<Contour> lines = Contours.of(plane, 4, 2, 3, 4, 3);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).x()).containsExactly(2.5, 3.5, 4.5, 5.5);
        assertThat(lines.get(0).y()).containsOnly(-4.0);
        assertThat(Contours.of(plane, 4, 2, 3, 1, 1)).isEmpty();
        assertThatThrownBy(() -> Contours.of(plane, 4, 8, 0, 3, 3)).hasMessageContaining("leaves the grid");
        assertThatThrownBy(() -> Contours.of(plane, 0)).hasMessageContaining("interval");
    }

    /** Law: a line ends only on the rim of the window or at a hole, and never crosses ground of another level on the way. */
    @RepeatedTest(20)
    void linesOfRoughGroundAreClosedOrEndOnTheRim(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        ElevationGrid rough = grid(24, 17, 2, 3, (x, y) -> Math.rint(random.nextDouble() * 60));
        for (Contour line : Contours.of(rough, 10)) {
            for (int end : new int[] {0, line.points() - 1}) {
                boolean rim =
                        line.x()[end] == 1 || line.x()[end] == 47 || line.y()[end] == -1.5 || line.y()[end] == -49.5;
                boolean loop = line.x()[0] == line.x()[line.points() - 1] && line.y()[0] == line.y()[line.points() - 1];
                assertThat(rim || loop)
                        .as("seed %d", run.getCurrentRepetition())
                        .isTrue();
            }
            for (int i = 0; i < line.points(); i++) {
                assertThat(rough.bilinear(line.x()[i], line.y()[i]))
                        .as("seed %d", run.getCurrentRepetition())
                        .isCloseTo(line.levelM(), within(1e-4));
            }
        }
    }

    /** True when the line's points are all on the side of the diagonal through ne (or sw); else of nw (or se). */
    private static boolean turnsAround(Contour line, boolean northEastOrSouthWest) {
        double dx = 0;
        double dy = 0;
        for (int i = 0; i < line.points(); i++) {
            dx += line.x()[i] - 1;
            dy += line.y()[i] + 1;
        }
        return northEastOrSouthWest == dx * dy > 0;
    }

    private static double signedArea(Contour line) {
        double sum = 0;
        for (int i = 1; i < line.points(); i++) {
            sum += line.x()[i - 1] * line.y()[i] - line.x()[i] * line.y()[i - 1];
        }
        return sum / 2;
    }

    private static ElevationGrid square(float nw, float ne, float sw, float se) {
        return new ElevationGrid(new GridFrame(0, 0, 1, 1, 2, 2), new float[] {nw, ne, sw, se});
    }

    private static ElevationGrid grid(int columns, int rows, double cellX, double cellY, DoubleBinaryOperator height) {
        GridFrame frame = new GridFrame(0, 0, cellX, cellY, columns, rows);
        float[] metres = new float[frame.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) height.applyAsDouble(frame.centreX(i % columns), frame.centreY(i / columns));
        }
        return new ElevationGrid(frame, metres);
    }
}
