package org.terrace.formats.pandapower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrace.formats.RealData;
import org.terrace.formats.issue.Issues;
import org.terrace.powerflow.BranchFlow;
import org.terrace.powerflow.FlowState;
import org.terrace.powerflow.PowerFlow;

/** Voltages, flows and loadings against pandapower 3, which wrote them beside its input. It stops at a mismatch of 1e-8 MVA. */
class KerberNetworksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kerber_dorfnetz",
                "kerber_landnetz_freileitung_1",
                "kerber_landnetz_freileitung_2",
                "kerber_landnetz_kabel_1"
            })
    void equalsPandapower(String name) throws IOException {
        Path folder = RealData.file("power/pandapower/" + name);
        Issues issues = new Issues();
        PandapowerNetwork read = PandapowerReader.read(folder, 50, issues).orElseThrow();
        assertThat(issues.all()).isEmpty();
        FlowState state = PowerFlow.solve(read.network());
        assertThat(state.method()).isEqualTo(FlowState.Method.SWEEP);
        FlowState newton = PowerFlow.solve(read.network(), FlowState.Method.NEWTON);
        assertThat(newton.vmPu()).containsExactly(state.vmPu(), within(1e-12));
        assertThat(newton.vaDegree()).containsExactly(state.vaDegree(), within(1e-10));
        List<Map<String, String>> buses = table(folder.resolve("bus.csv"));
        assertThat(read.shownBuses()).isEqualTo(buses.size());
        for (int i = 0; i < buses.size(); i++) {
            assertThat(read.network().buses().get(i).id())
                    .isEqualTo(buses.get(i).get("bus"));
            assertThat(state.vmPu()[i])
                    .as("bus %s of %s", i, name)
                    .isCloseTo(number(buses.get(i), "vm_pu"), within(1e-10));
            assertThat(state.vaDegree()[i])
                    .as("angle of bus %s of %s", i, name)
                    .isCloseTo(number(buses.get(i), "va_degree"), within(1e-8));
        }
        List<Map<String, String>> lines = table(folder.resolve("line.csv"));
        for (int k = 0; k < lines.size(); k++) {
            BranchFlow flow = state.branches().get(k);
            assertThat(flow.id()).isEqualTo(lines.get(k).get("line"));
            assertThat(flow.pFromMw()).isCloseTo(number(lines.get(k), "p_from_mw"), within(1e-8));
            assertThat(flow.qFromMvar()).isCloseTo(number(lines.get(k), "q_from_mvar"), within(1e-8));
            assertThat(flow.lossesMw()).isCloseTo(number(lines.get(k), "pl_mw"), within(1e-10));
            assertThat(Math.max(flow.iFromKa(), flow.iToKa())).isCloseTo(number(lines.get(k), "i_ka"), within(1e-8));
            assertThat(flow.loadingPercent()).isCloseTo(number(lines.get(k), "loading_percent"), within(1e-5));
        }
        Map<String, String> transformer = table(folder.resolve("trafo.csv")).get(0);
        assertThat(state.branches().get(lines.size()).loadingPercent())
                .isCloseTo(number(transformer, "loading_percent"), within(1e-5));
        assertThat(state.balance().missingMw()).isCloseTo(0, within(1e-12));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<Map<String, String>> table(Path file) throws IOException {
        List<String[]> cells = Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .toList();
        return cells.stream()
                .skip(1)
                .map(row -> {
                    Map<String, String> byColumn = new HashMap<>();
                    Arrays.asList(cells.get(0))
                            .forEach(c -> byColumn.put(
                                    c, row[Arrays.asList(cells.get(0)).indexOf(c)]));
                    return byColumn;
                })
                .toList();
    }
}
