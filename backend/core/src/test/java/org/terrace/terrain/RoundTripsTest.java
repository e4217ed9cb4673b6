package org.terrace.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Geometries;
import org.terrace.region.GridFrame;

/** The oracle is the field over the whole ground, once towards the place and once away from it. */
class RoundTripsTest {
    private static final Runnable NEVER = () -> {};

    @Test
    void tellsWhatTheTwoFieldsSayAndNothingMore() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            WalkingSurface surface = surface(random);
            int cells = surface.frame().cells();
            int place = random.nextInt(cells);
            double limit = 50 + random.nextInt(1500);
            double[] to = field(surface, place, true);
            double[] back = field(surface, place, false);
            double[] told = new double[cells];
            Arrays.fill(told, Double.NaN);
            new RoundTrips(surface, limit)
                    .around(
                            place,
                            (cell, toS, backS) -> {
                                assertThat(toS).isEqualTo(to[cell]);
                                assertThat(backS).isEqualTo(back[cell]);
                                told[cell] = toS + backS;
                            },
                            NEVER);
            for (int cell = 0; cell < cells; cell++) {
                double both = to[cell] + back[cell];
                assertThat((Double) told[cell])
                        .as("cell %d of %d, seed %d, round %d", cell, cells, seed, round)
                        .isEqualTo((Double) (both <= limit ? both : Double.NaN));
            }
        }
    }

    private static double[] field(WalkingSurface surface, int place, boolean towards) {
        return surface.seconds(new int[] {place}, new double[1], towards, Double.POSITIVE_INFINITY, NEVER);
    }

    private static WalkingSurface surface(SplittableRandom random) {
        int columns = 3 + random.nextInt(30);
        int rows = 3 + random.nextInt(30);
        float[] heights = new float[columns * rows];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = random.nextInt(20) == 0 ? Float.NaN : 1000 + random.nextInt(60);
        }
        GridFrame frame = new GridFrame(0, rows * 29.0, 30, 29, columns, rows);
        Coordinate[] river = {
            new Coordinate(random.nextDouble(columns * 30), -50),
            new Coordinate(random.nextDouble(columns * 30), rows * 29 + 50)
        };
        return WalkingSurface.over(
                        new ElevationGrid(frame, heights),
                        random.nextBoolean() ? Langmuir.CAPPED : Tobler.ON_PATH,
                        random.nextBoolean() ? Directions.EIGHT : Directions.SIXTEEN)
                .barriers(new Barriers(List.of(Geometries.FACTORY.createLineString(river)), List.of()))
                .build();
    }
}
