package org.terrace.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.terrace.TestReference;
import org.terrace.TestRegion;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.region.LayerKind;

/** Laws of balanced feeders, from the map to the table: every house has three phases. The seed is the repetition. */
class VoltageLawsTest {
    private static final List<String> WIRES = List.of("JKLYJ-16", "JKLYJ-25", "JKLYJ-35", "JKLYJ-50", "JKLYJ-70");
    private static final double STILL_V = 1e-6;

    @RepeatedTest(20)
    void aBetterConductorNeverLowersTheWorstVoltage(RepetitionInfo run) {
        int seed = run.getCurrentRepetition();
        int better = new Random(seed).nextInt(8);
        assertThat(worstV(county(seed, 0, better)))
                .as("seed %d", seed)
                .isGreaterThan(worstV(county(seed, 0, -1)) - STILL_V);
    }

    @RepeatedTest(20)
    void lessLoadNeverLowersTheWorstVoltage(RepetitionInfo run) {
        int seed = run.getCurrentRepetition();
        assertThat(worstV(county(seed, 7, -1)))
                .as("seed %d", seed)
                .isGreaterThan(worstV(county(seed, 0, -1)) - STILL_V);
    }

    /** sqrt(3) x 0.38 x A x 0.95 kW of loads and what is lost come in. */
    @RepeatedTest(20)
    void loadsAndLossesAreTheInfeed(RepetitionInfo run) {
        int seed = run.getCurrentRepetition();
        ResultTable transformers = run(county(seed, 0, -1)).table("transformer");
        double loads = Math.sqrt(3) * 0.38 * ampere(seed) * 0.95;
        assertThat(loads + transformers.numbers("loss_kw").get(0))
                .as("seed %d", seed)
                .isCloseTo(transformers.numbers("peak_kw").get(0), within(1e-6));
    }

    private static int ampere(int seed) {
        return 20 + seed % 15;
    }

    /** Eight lines, each hung on an end before; a house at every end. @param less A. @param better number of a line; -1 for none */
    private static TestRegion county(int seed, int less, int better) {
        Random random = new Random(seed);
        TestRegion region = new TestRegion()
                .add(
                        LayerKind.POWER_FACILITY,
                        "t",
                        TestRegion.point(0, 0),
                        "kind",
                        "transformer",
                        "kva",
                        100,
                        "tap_percent",
                        0,
                        "peak_current_a",
                        ampere(seed) - less);
        double[] x = new double[9];
        double[] y = new double[9];
        for (int i = 0; i < 8; i++) {
            int from = random.nextInt(i + 1);
            x[i + 1] = x[from] + 40 + random.nextInt(80);
            y[i + 1] = y[from] + random.nextInt(60) * (i % 2 == 0 ? 1 : -1);
            int wire = random.nextInt(WIRES.size() - 1);
            region.add(
                            LayerKind.POWER_LINE,
                            "l" + i,
                            TestRegion.wkt(String.format(
                                    java.util.Locale.ROOT,
                                    "LINESTRING (%s %s, %s %s)",
                                    x[from],
                                    y[from],
                                    x[i + 1],
                                    y[i + 1])),
                            "kind",
                            "low_voltage",
                            "phases",
                            3,
                            "conductor",
                            WIRES.get(i == better ? wire + 1 : wire))
                    .household("h" + i, x[i + 1], y[i + 1], "supply_phases", 3);
        }
        return region;
    }

    private static double worstV(TestRegion region) {
        return run(region).table("transformer").numbers("lowest_v").get(0);
    }

    private static AnalysisResult run(TestRegion region) {
        return new PowerVoltage().run(Assessment.of(region.build(), TestReference.reference()));
    }
}
