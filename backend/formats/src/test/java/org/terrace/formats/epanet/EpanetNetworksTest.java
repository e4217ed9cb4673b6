package org.terrace.formats.epanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.formats.RealData;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.Simulation;
import org.terrace.hydraulics.SteadyState;

/** Heads and flows against the reports of EPANET 2.3, hour by hour. */
class EpanetNetworksTest {
    private static final double FOOT_M = 0.3048;
    private static final double GPM = 231 * 0.0254 * 0.0254 * 0.0254 / 60;

    @ParameterizedTest
    @CsvSource({"Net1, 0", "Net1, 1", "Net1, 7", "Net1, 13", "Net1, 24", "Net2, 0", "Net2, 1", "Net2, 20", "Net2, 55"})
    void equalsTheReport(String name, int hour) throws IOException {
        Issues issues = new Issues();
        InpProject project = InpReader.read(InputFile.of(RealData.file("water/" + name + ".inp")), issues)
                .orElseThrow();
        assertThat(issues.all()).isEmpty();
        SteadyState state = new Simulation(project.network(), project.clock(), project.controls()).at(hour * 3_600L);
        assertThat(state.trouble()).isEmpty();
        Map<String, double[]> nodes = new HashMap<>();
        Map<String, double[]> links = new HashMap<>();
        read(
                Files.readAllLines(RealData.file("water/" + name + ".expected.rpt"), StandardCharsets.ISO_8859_1),
                hour,
                nodes,
                links);
        assertThat(nodes).hasSize(project.network().nodes().size());
        // Printed to 0.01 ft; the report of hour 0 is right to 0.01 m, later hours add up rounded steps.
        double head = hour == 0 ? 0.01 : 0.05;
        for (int i = 0; i < project.network().nodes().size(); i++) {
            Node node = project.network().nodes().get(i);
            assertThat(state.heads()[i])
                    .as("%s, hour %d, head of node %s", name, hour, node.id())
                    .isCloseTo(nodes.get(node.id())[1] * FOOT_M, within(head));
        }
        for (int k = 0; k < project.network().links().size(); k++) {
            Link link = project.network().links().get(k);
            double flow = links.get(link.id())[0];
            assertThat(state.flows()[k] / GPM)
                    .as("%s, hour %d, flow of link %s", name, hour, link.id())
                    .isCloseTo(flow, within(Math.max(0.5, (hour == 0 ? 1e-3 : 5e-3) * Math.abs(flow))));
        }
        assertThat(largestImbalance(project, state)).isLessThan(1e-9);
    }

    /** m3/s that mass is out by at the worst junction. */
    private static double largestImbalance(InpProject project, SteadyState state) {
        List<Link> links = project.network().links();
        double[] over = new double[project.network().nodes().size()];
        for (int k = 0; k < links.size(); k++) {
            over[links.get(k).from()] -= state.flows()[k];
            over[links.get(k).to()] += state.flows()[k];
        }
        double largest = 0;
        for (int i = 0; i < over.length; i++) {
            if (project.network().nodes().get(i) instanceof Node.Junction) {
                largest = Math.max(largest, Math.abs(over[i] - state.demands()[i]));
            }
        }
        return largest;
    }

    /** Numbers of the report's tables at an hour, by id. */
    private static void read(List<String> lines, int hour, Map<String, double[]> nodes, Map<String, double[]> links) {
        Map<String, double[]> into = null;
        for (String line : lines) {
            if (line.contains("Results at")) {
                boolean now = line.contains(" at " + hour + ":00:00");
                into = !now ? null : line.contains("Node") ? nodes : links;
                continue;
            }
            String[] words = line.strip().split("\\s+");
            if (into != null && words.length >= 4 && words[1].matches("-?[0-9.]+")) {
                into.put(words[0], new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])});
            }
        }
    }
}
