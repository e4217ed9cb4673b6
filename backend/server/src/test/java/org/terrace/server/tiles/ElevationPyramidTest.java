package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

class ElevationPyramidTest {

    @Test
    void aCoarseCellIsTheMeanOfItsKnownCells() {
        float[] metres = new float[20 * 17];
        java.util.Arrays.fill(metres, 100);
        metres[0] = 10;
        metres[1] = 20;
        metres[20] = Float.NaN;
        metres[21] = 60;
        for (int hole : new int[] {2, 3, 22, 23}) {
            metres[hole] = Float.NaN;
        }
        ElevationPyramid pyramid = ElevationPyramid.of(new ElevationGrid(new GridFrame(0, 0, 10, 10, 20, 17), metres));
        ElevationGrid half = pyramid.level(20);
        assertThat(half.frame()).isEqualTo(new GridFrame(0, 0, 20, 20, 10, 9));
        assertThat(half.at(0, 0)).isEqualTo(30);
        assertThat(half.at(1, 0)).isNaN();
        assertThat(half.at(9, 8)).as("half a cell over the rim").isEqualTo(100);
        // 20 x 17, 10 x 9, 5 x 5.
        assertThat(pyramid.levels()).isEqualTo(3);
    }

    @Test
    void aZoomIsDrawnFromTheCoarsestLevelThatStillHasACellPerPixel() {
        ElevationPyramid pyramid =
                ElevationPyramid.of(new ElevationGrid(new GridFrame(0, 0, 30, 25, 64, 64), new float[64 * 64]));
        assertThat(pyramid.level(5).frame().cellSizeX()).isEqualTo(30);
        assertThat(pyramid.level(59).frame().cellSizeX()).isEqualTo(30);
        assertThat(pyramid.level(60).frame().cellSizeX()).isEqualTo(60);
        assertThat(pyramid.level(1e6).frame().cellSizeX()).isEqualTo(240);
    }
}
