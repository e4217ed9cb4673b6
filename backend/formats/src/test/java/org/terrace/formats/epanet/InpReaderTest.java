package org.terrace.formats.epanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;

/** One tiny file for each thing that can be wrong, and what the units of a good one mean. */
class InpReaderTest {
    private static final String GOOD =
            "[JUNCTIONS]|A 10 1|B 5 1|[RESERVOIRS]|R 50|[PIPES]|1 R A 100 100 100|2 A B 100 100 100|";

    @TempDir
    Path folder;

    private final Issues issues = new Issues();

    private java.util.Optional<InpProject> read(String lines) throws Exception {
        Path file = Files.writeString(folder.resolve("n.inp"), lines.replace('|', '\n'));
        return InpReader.read(InputFile.of(file), issues);
    }

    @ParameterizedTest
    @CsvSource({
        "inp_no_number, JUNCTIONS, C 1O",
        "inp_too_short, PIPES, 3 A B 100",
        "inp_twice, JUNCTIONS, A 3",
        "inp_no_node, PIPES, 3 A X 1 1 1",
        "inp_no_node, DEMANDS, X 1",
        "inp_link_to_itself, PIPES, 3 A A 1 1 1",
        "inp_not_positive, PIPES, 3 A B 0 1 1",
        "inp_no_pattern, DEMANDS, A 1 none",
        "inp_unknown_word, PIPES, 3 A B 1 1 1 0 Opne",
        "inp_unknown_word, VALVES, v A B 100 XYZ 3",
        "inp_unknown_word, NONSENSE, 1",
        "inp_unknown_word, OPTIONS, HEDLOSS D-W",
        "inp_bad_curve, PUMPS, p A B HEAD none",
        "inp_bad_curve, PUMPS, p A B",
        "inp_units, OPTIONS, UNITS LPX",
        "inp_pressure_demand, OPTIONS, DEMAND MODEL PDA",
        "inp_control, CONTROLS, LINK 1 OPEN IF NODE X ABOVE 3",
        "inp_rules, RULES, RULE 1",
        "inp_leakage, LEAKAGE, 1 1 1",
        "inp_tank_levels, TANKS, T 0 5 6 8 10",
        "inp_valve_at_level, VALVES, v R B 100 PRV 3",
        "inp_no_number, TIMES, DURATION 24x"
    })
    void whatIsWrongIsReportedAndRefused(String code, String section, String line) throws Exception {
        assertThat(read(GOOD + "[" + section + "]|" + line)).isEmpty();
        assertThat(issues.all()).extracting(Issue::code).contains(code);
        if (!code.equals("inp_valve_at_level")) {
            assertThat(issues.of(code).get(0).place().id()).isIn("9", "10");
        }
    }

    @Test
    void twoValvesThatSetTheSamePressureAreRefused() throws Exception {
        assertThat(read(GOOD + "[JUNCTIONS]|C|[VALVES]|v A C 100 PRV 3|w C B 100 PRV 2"))
                .isEmpty();
        assertThat(issues.count("inp_valve_beside_valve")).isEqualTo(1);
    }

    @Test
    void aFileWithoutNetworkOrWithoutAGivenLevelIsRefused() throws Exception {
        assertThat(read("hello")).isEmpty();
        assertThat(issues.count("inp_no_network")).isEqualTo(1);
        assertThat(read("[JUNCTIONS]|A 1|B 1|[PIPES]|1 A B 1 1 1")).isEmpty();
        assertThat(issues.count("inp_no_level")).isEqualTo(1);
    }

    @Test
    void aStatusOfAMissingLinkIsToldAndDoesNoHarm() throws Exception {
        assertThat(read(GOOD + "[STATUS]|9 Closed")).isPresent();
        assertThat(issues.count("inp_no_link")).isEqualTo(1);
    }

    @Test
    void sectionsThatDoNotBearOnHydraulicsAreSilent() throws Exception {
        assertThat(read(GOOD + "[ENERGY]|x y|[QUALITY]|A 1|[REACTIONS]|?|[COORDINATES]|A 1 2|[REPORT]|z|[END]|[FOO]"))
                .isPresent();
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void unitsFollowFromTheUnitOfFlow() throws Exception {
        InpProject us = read(GOOD + "[VALVES]|v A B 12 PRV 10|[OPTIONS]|UNITS CFS|SPECIFIC GRAVITY 1.2")
                .orElseThrow();
        Node.Junction a = (Node.Junction) us.network().nodes().get(0);
        assertThat(a.elevationM()).isCloseTo(3.048, within(1e-12));
        assertThat(a.demands().get(0).m3PerS()).isCloseTo(0.0283168, within(1e-7));
        Link.Valve v = (Link.Valve) us.network().links().get(2);
        assertThat(v.diameterM()).isCloseTo(0.3048, within(1e-12));
        // 10 psi / 0.4333 psi per foot / 1.2 = 19.23 ft = 5.862 m, as EPANET 2.3.
        assertThat(v.setting()).isCloseTo(5.862, within(1e-3));
        InpProject si = read(GOOD + "[VALVES]|v A B 100 PRV 10|[OPTIONS]|UNITS CMH|SPECIFIC GRAVITY 1.2")
                .orElseThrow();
        assertThat(((Link.Valve) si.network().links().get(2)).setting()).isEqualTo(10);
        assertThat(((Node.Junction) si.network().nodes().get(0))
                        .demands()
                        .get(0)
                        .m3PerS())
                .isCloseTo(1 / 3_600.0, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 5400",
        "1:30, 5400",
        "0:90:30, 5430",
        "90 MIN, 5400",
        "12 AM, 0",
        "12 PM, 43200",
        "6:30 PM, 66600",
        "2 DAYS, 172800"
    })
    void timesAreReadAsEpanetWritesThem(String text, long seconds) {
        assertThat(InpTimes.seconds(java.util.List.of(text.split(" ")))).hasValue(seconds);
    }
}
