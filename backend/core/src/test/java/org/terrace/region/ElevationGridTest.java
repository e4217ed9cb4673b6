package org.terrace.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A grid of 3 x 2 cells of 10 x 20 m whose heights are a plane: 100 + 2 x column + 30 x row. */
class ElevationGridTest {
    private final ElevationGrid grid =
            new ElevationGrid(new GridFrame(1000, 2000, 10, 20, 3, 2), new float[] {100, 102, 104, 130, 132, 134});

    @Test
    void bilinearReproducesAPlane() {
        // Half way between the four centres of columns 0-1 and rows 0-1: 100 + 1 + 15.
        assertThat(grid.bilinear(1010, 1980)).isCloseTo(116, within(1e-9));
        assertThat(grid.bilinear(1005, 1990)).as("at a centre").isEqualTo(100);
    }

    @Test
    void theRimTakesTheRimsCellAndBeyondThereIsNothing() {
        assertThat(grid.bilinear(1000, 2000)).isEqualTo(100);
        assertThat(grid.bilinear(999.9, 2000)).isNaN();
        assertThat(grid.nearest(1029.9, 1960.1)).isEqualTo(134);
        assertThat(grid.nearest(1030.1, 1960.1)).isNaN();
    }

    @Test
    void aPlaceThatNobodyKnowsHasNoHeight() {
        assertThat(grid.nearest(Double.NaN, Double.NaN)).isNaN();
        assertThat(grid.nearest(1005, Double.NaN)).isNaN();
        assertThat(grid.bilinear(Double.NaN, Double.NaN)).isNaN();
        assertThat(grid.frame().columnOf(Double.NaN)).isNegative();
    }

    @Test
    void aVoidAmongTheNeededCellsGivesNoHeight() {
        ElevationGrid holed = new ElevationGrid(
                new GridFrame(1000, 2000, 10, 20, 3, 2), new float[] {100, Float.NaN, 104, 130, 132, 134});
        assertThat(holed.bilinear(1010, 1980)).isNaN();
        assertThat(holed.bilinear(1005, 1990)).as("the void has no weight here").isEqualTo(100);
    }
}
