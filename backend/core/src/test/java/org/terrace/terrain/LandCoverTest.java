package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class LandCoverTest {
    private static final double OPEN = Double.POSITIVE_INFINITY;

    /** Three cells of 36 m in a row: path at 1 m/s, road at 10 m/s, closed. 18 m of each: 18 + 1.8 s. */
    @Test
    void halfOfAStepIsTakenAtTheSpeedOfEachCell() {
        ElevationGrid grid = new ElevationGrid(new GridFrame(0, 36, 36, 36, 4, 1), new float[] {5, 5, 5, 5});
        LandCover cover = new LandCover(
                new short[] {0, 1, 1, LandCover.CLOSED},
                List.of(AtSpeed.onTheFlat(Tobler.ON_PATH, 1), new Motorized(10)));
        double[] seconds = WalkingSurface.over(grid, Tobler.ON_PATH, Directions.EIGHT)
                .ground(cover)
                .build()
                .seconds(new int[] {0}, new double[1], false, OPEN, () -> {});
        assertThat(seconds[1]).isCloseTo(19.8, within(1e-9));
        assertThat(seconds[2]).isCloseTo(19.8 + 3.6, within(1e-9));
        assertThat(seconds[3]).isNaN();
    }

    /** Kinds that are walked, ridden or closed are the same ground as weights and paces that say so, but for rounding. */
    @ParameterizedTest
    @EnumSource(Directions.class)
    void kindsAreWeightsAndPaces(Directions directions) {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        GridFrame frame = new GridFrame(0, 600, 30, 20, 40, 30);
        float[] metres = new float[frame.cells()];
        short[] kinds = new short[frame.cells()];
        float[] weights = new float[frame.cells()];
        float[] paces = new float[frame.cells()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(30);
            kinds[i] = (short) (random.nextInt(4) - 1);
            weights[i] = new float[] {Float.NaN, 1, 2.5f, 0}[kinds[i] + 1];
            paces[i] = kinds[i] == 2 ? 0.125f : 0;
        }
        LandCover cover = new LandCover(
                kinds, List.of(Tobler.ON_PATH, new AtSpeed(Tobler.ON_PATH, 2.5), new Motorized(1 / 0.125)));
        ElevationGrid grid = new ElevationGrid(frame, metres);
        int[] starts = random.ints(5, 0, metres.length).toArray();
        double[] byKind = WalkingSurface.over(grid, Langmuir.R_WALK, directions)
                .ground(cover)
                .build()
                .seconds(starts, new double[5], true, OPEN, () -> {});
        double[] byWeight = WalkingSurface.over(grid, Tobler.ON_PATH, directions)
                .weights(weights)
                .paces(paces)
                .build()
                .seconds(starts, new double[5], true, OPEN, () -> {});
        for (int i = 0; i < byKind.length; i++) {
            assertThat(Double.isNaN(byKind[i])).as("seed %d cell %d", seed, i).isEqualTo(Double.isNaN(byWeight[i]));
            if (!Double.isNaN(byKind[i])) {
                assertThat(byKind[i]).as("seed %d cell %d", seed, i).isCloseTo(byWeight[i], within(1e-9 * byWeight[i]));
            }
        }
    }

    @Test
    void aKindWithoutAModelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LandCover(new short[] {0, 1}, List.of(Tobler.ON_PATH)))
                .withMessageContaining("kind 1 of cell 1");
    }

    /**
     * The flat takes 4.1667 (931 * 0.012 + 0.25021 * 4.1667^2) = 64.65 W; so does 1.114 (931 * 0.062 + 0.25021 * 1.114^2) on a slope of
     * 5 %. Down 10 % gravity alone would do for more than twice the speed.
     */
    @ParameterizedTest
    @CsvSource({"0, 4.1667", "-0.1, 8.3333", "0.05, 1.1140"})
    void aCyclistWorksAsHardOnEverySlope(double slope, double mPerS) {
        assertThat(new Cycling(15 / 3.6).speed(slope)).isCloseTo(mPerS, within(0.0001));
    }

    @Test
    void aBicycleIsPushedWhereWalkingIsFaster() {
        assertThat(new Cycling(15 / 3.6).seconds(30, 12)).isEqualTo(Tobler.ON_PATH.seconds(30, 12));
        assertThat(new Cycling(15 / 3.6).seconds(30, 0)).isCloseTo(30 / (15 / 3.6), within(1e-9));
    }

    @Test
    void noMetreIsFasterThanTheLeastSaysOnAnySlope() {
        WalkingModel[] models = {
            new Cycling(15 / 3.6), new Cycling(0.5), new Motorized(22), AtSpeed.onTheFlat(Langmuir.CAPPED, 0.6)
        };
        for (WalkingModel model : models) {
            for (double slope = -3; slope < 3; slope += 0.001) {
                assertThat(model.seconds(1, slope))
                        .as("%s at slope %f", model, slope)
                        .isGreaterThanOrEqualTo(model.leastSecondsPerMetre() * (1 - 1e-12));
            }
        }
    }
}
