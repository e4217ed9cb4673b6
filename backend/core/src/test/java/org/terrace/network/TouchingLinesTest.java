package org.terrace.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.terrace.TestRegion;

class TouchingLinesTest {

    @Test
    void linesThatShareAVertexAreOnePiece() {
        DisjointSets sets = join(2, "LINESTRING (0 0, 10 0, 20 0)", "LINESTRING (10 0, 10 10)");
        assertThat(sets.find(1)).isEqualTo(0);
    }

    @Test
    void anEndWithinTheToleranceTouchesAndOneBeyondDoesNot() {
        assertThat(join(2, "LINESTRING (0 0, 20 0)", "LINESTRING (10 1.9, 10 10)")
                        .find(1))
                .isEqualTo(0);
        assertThat(join(2, "LINESTRING (0 0, 20 0)", "LINESTRING (10 2.1, 10 10)")
                        .find(1))
                .isEqualTo(1);
    }

    @Test
    void linesThatMerelyCrossStayApart() {
        assertThat(join(2, "LINESTRING (0 0, 20 0)", "LINESTRING (10 -10, 10 10)")
                        .find(1))
                .isEqualTo(1);
    }

    @Test
    void anEndDoesNotTouchALineAtAnotherLevel() {
        Geometry[] lines = lines("LINESTRING (0 0, 20 0)", "LINESTRING (10 0.5, 10 10)");
        DisjointSets sets = TouchingLines.join(lines, new double[] {1, 0}, new boolean[] {true, true}, 2);
        assertThat(sets.find(1)).isEqualTo(1);
    }

    @Test
    void linesLeftOutStayAlone() {
        Geometry[] lines = lines("LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 20 0)", "LINESTRING (20 0, 30 0)");
        DisjointSets sets = TouchingLines.join(lines, new double[3], new boolean[] {true, false, true}, 2);
        assertThat(sets.find(2)).isEqualTo(2);
    }

    private static DisjointSets join(double tolerance, String... wkt) {
        boolean[] all = new boolean[wkt.length];
        Arrays.fill(all, true);
        return TouchingLines.join(lines(wkt), new double[wkt.length], all, tolerance);
    }

    private static Geometry[] lines(String... wkt) {
        return Arrays.stream(wkt).map(TestRegion::wkt).toArray(Geometry[]::new);
    }
}
