package org.terrace.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrace.terrain.Contour;

class ContourLabelsTest {

    @Test
    void aStraightLineIsLabelledInTheMiddleOfTheTile() {
        List<ContourLabels.Label> labels = ContourLabels.place(List.of(line(1500, 0, 120, 256, 120)), 0, 0, 256, 1);
        assertThat(labels).hasSize(1);
        assertThat(labels.get(0).text()).isEqualTo("1500");
        assertThat(labels.get(0).y()).isCloseTo(120, within(0.1));
        assertThat(labels.get(0).x()).isCloseTo(128, within(6.0));
        assertThat(labels.get(0).angle()).isZero();
    }

    @Test
    void noLabelIsUpsideDownWhicheverWayTheLineRuns() {
        for (int turn = 0; turn < 360; turn += 15) {
            double dx = 100 * Math.cos(Math.toRadians(turn));
            double dy = 100 * Math.sin(Math.toRadians(turn));
            List<ContourLabels.Label> labels =
                    ContourLabels.place(List.of(line(100, 128 - dx, 128 - dy, 128 + dx, 128 + dy)), 0, 0, 256, 1);
            assertThat(labels).hasSize(1);
            assertThat(labels.get(0).angle()).isBetween(-Math.PI / 2 - 1e-9, Math.PI / 2 + 1e-9);
        }
    }

    @Test
    void noLabelCrossesTheEdgeOfItsTile() {
        // Along the edge there is no room, and a line shorter than its number has none either.
        assertThat(ContourLabels.place(List.of(line(1500, 0, 4, 256, 4)), 0, 0, 256, 1))
                .isEmpty();
        assertThat(ContourLabels.place(List.of(line(1500, 120, 120, 130, 120)), 0, 0, 256, 1))
                .isEmpty();
    }

    @Test
    void aBentLineCarriesNoLabel() {
        double[] x = new double[60];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = 128 + 9 * Math.cos(i * 0.2);
            y[i] = -128 + 9 * Math.sin(i * 0.2);
        }
        assertThat(ContourLabels.place(List.of(new Contour(1500, x, y)), 0, 0, 256, 1))
                .isEmpty();
    }

    @Test
    void everyDigitHasAShape() {
        assertThat(ContourDigits.path("-0123456789").getBounds2D().getWidth())
                .isCloseTo(ContourDigits.width("-0123456789"), within(0.1));
        assertThatThrownBy(() -> ContourDigits.path("1,5")).hasMessageContaining("','");
    }

    /** Points a pixel apart; y down. */
    private static Contour line(double level, double x0, double y0, double x1, double y1) {
        int n = (int) Math.hypot(x1 - x0, y1 - y0) + 1;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = x0 + (x1 - x0) * i / (n - 1);
            y[i] = -(y0 + (y1 - y0) * i / (n - 1));
        }
        return new Contour(level, x, y);
    }
}
