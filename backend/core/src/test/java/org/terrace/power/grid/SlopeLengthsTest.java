package org.terrace.power.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Wire along the slope. */
class SlopeLengthsTest {
    /** Rises 3 m on 4 m eastwards from 1,000 m at x = 0; cells of 10 m, and no ground known beyond x = 1,000. */
    private static ElevationGrid ramp() {
        float[] metres = new float[200 * 20];
        for (int i = 0; i < metres.length; i++) {
            int column = i % 200;
            metres[i] = column < 100 ? (float) (1_000 + 0.75 * (10 * column + 5)) : Float.NaN;
        }
        return new ElevationGrid(new GridFrame(0, 100, 10, 10, 200, 20), metres);
    }

    private static SlopeLengths on(Optional<ElevationGrid> ground, double sagPercent) {
        return new SlopeLengths(ground, new GridRules(5, 30, 50, sagPercent, 40, 200, 2_000));
    }

    @Test
    void aRampOfThreeOnFourMakesFiveOfFour() {
        SlopeLengths.Length length =
                on(Optional.of(ramp()), 0).straight(new Coordinate(100, 0), new Coordinate(500, 0));
        assertThat(length.metres()).isCloseTo(500, within(1e-3));
        assertThat(length.onGround()).isTrue();
    }

    @Test
    void theSagComesOnTop() {
        assertThat(on(Optional.of(ramp()), 2)
                        .straight(new Coordinate(100, 0), new Coordinate(500, 0))
                        .metres())
                .isCloseTo(510, within(1e-3));
    }

    @Test
    void whereTheGroundIsNotKnownTheLengthIsThatInPlanAndSaidSo() {
        SlopeLengths.Length without = on(Optional.empty(), 0).straight(new Coordinate(0, 0), new Coordinate(30, 40));
        assertThat(without.metres()).isEqualTo(50);
        assertThat(without.onGround()).isFalse();
        // Spans of 50 m: 800 to 950 lies on the ramp, the rest does not.
        SlopeLengths.Length half =
                on(Optional.of(ramp()), 0).straight(new Coordinate(800, 0), new Coordinate(1_200, 0));
        assertThat(half.metres()).isCloseTo(150 * 1.25 + 250, within(1e-3));
        assertThat(half.onGround()).isFalse();
    }

    /** Over a valley 100 m deep the line follows the ground in spans of 50 m, whatever its vertices say. */
    @Test
    void longStretchesFollowTheGround() {
        float[] metres = new float[100 * 2];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = Math.abs(i % 100 - 49.5f) * 2;
        }
        ElevationGrid valley = new ElevationGrid(new GridFrame(0, 20, 10, 10, 100, 2), metres);
        SlopeLengths.Length length =
                on(Optional.of(valley), 0).straight(new Coordinate(100, 10), new Coordinate(900, 10));
        assertThat(length.metres()).isCloseTo(Math.hypot(800, 160), within(0.5));
    }

    @Test
    void aWayOfSeveralPiecesHasASpanFromVertexToVertex() {
        List<Coordinate> way = List.of(new Coordinate(100, 0), new Coordinate(104, 0), new Coordinate(104, 7));
        assertThat(on(Optional.of(ramp()), 0).of(way).metres()).isCloseTo(5 + 7, within(1e-3));
    }
}
