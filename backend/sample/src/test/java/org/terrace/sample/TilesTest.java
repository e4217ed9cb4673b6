package org.terrace.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.Region;

/** Large counties are mirrored landscapes side by side. */
class TilesTest {
    private final Region region = SampleCounty.generate(new SampleOptions(3, 2_001, 12_000, 2, 1, 2_400, 0))
            .region();

    @Test
    void householdsAreAsManyAsAskedForAndLiveInBothTiles() {
        FeatureTable households = region.households();
        assertThat(households.size()).isEqualTo(2_001);
        double middle = region.elevation().orElseThrow().frame().envelope().centre().x;
        int west = 0;
        for (int i = 0; i < households.size(); i++) {
            west += households.x(i) < middle ? 1 : 0;
        }
        assertThat(west).isBetween(800, 1_100);
    }

    @Test
    void theGroundIsContinuousAtTheSeam() {
        ElevationGrid ground = region.elevation().orElseThrow();
        int seam = ground.frame().columns() / 2;
        for (int row = 0; row < ground.frame().rows(); row++) {
            assertThat(ground.at(seam - 1, row)).isEqualTo(ground.at(seam, row));
        }
    }

    @Test
    void roadsAreCutIntoAboutAsManySegmentsAsAskedFor() {
        assertThat(region.roads().size()).isBetween(2_350, 2_450);
    }

    @Test
    void peopleDifferBetweenTheTiles() {
        FeatureTable h = region.households();
        int same = 0;
        for (int i = 0; i < 900; i++) {
            same += h.numbers("people_registered").get(i)
                            == h.numbers("people_registered").get(i + 1_001)
                    ? 1
                    : 0;
        }
        assertThat(same).isLessThan(400);
    }
}
