package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaterCommandTest {
    private static final String NETWORK = """
            [JUNCTIONS]
            ; a tree: 0.3 L/s, of it 0.1 on
            上 \t50 0.2
            下 20 0.1\tday
            [RESERVOIRS]
            泉 100
            [PIPES]
            main 泉 上 1000 26 140
            hose 上 下 500 16 140
            [PATTERNS]
            day 1 2
            [TIMES]
            DURATION 2
            [OPTIONS]
            units lps
            """;

    @TempDir
    Path folder;

    private String said = "";
    private String told = "";

    private int solve(String network, String... more) throws Exception {
        return solve(network.getBytes(StandardCharsets.UTF_8), more);
    }

    private int solve(byte[] network, String... more) throws Exception {
        Path file = Files.write(folder.resolve("net.inp"), network);
        List<String> words = new java.util.ArrayList<>(List.of(
                "solve", "water", file.toString(), "--nodes", folder + "/nodes.csv", "--links", folder + "/links.csv"));
        words.addAll(List.of(more));
        PrintStream before = System.err;
        PrintStream usual = System.out;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return Engine.run(words.toArray(String[]::new));
        } finally {
            System.setErr(before);
            System.setOut(usual);
            said = err.toString(StandardCharsets.UTF_8);
            told = out.toString(StandardCharsets.UTF_8);
        }
    }

    private Map<String, String[]> table(String name) throws Exception {
        Map<String, String[]> rows = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(name))) {
            String[] cells = line.split(",", -1);
            rows.put(cells[0], cells);
        }
        return rows;
    }

    @Test
    void writesHeadsAndFlowsInSiUnits() throws Exception {
        assertThat(solve(NETWORK)).isZero();
        assertThat(table("nodes.csv").get("node")).containsExactly("node", "head_m", "pressure_m", "demand_m3_per_s");
        assertThat(table("links.csv").get("link"))
                .containsExactly("link", "flow_m3_per_s", "velocity_m_per_s", "head_loss_m");
        // 17.77 m to the upper tap, 12.36 m on to the lower.
        assertThat(Double.parseDouble(table("nodes.csv").get("下")[1])).isCloseTo(69.87, within(0.01));
        assertThat(Double.parseDouble(table("nodes.csv").get("下")[2])).isCloseTo(49.87, within(0.01));
        assertThat(Double.parseDouble(table("nodes.csv").get("泉")[3])).isCloseTo(-0.3e-3, within(1e-15));
        assertThat(Double.parseDouble(table("links.csv").get("main")[2]))
                .as("0.3 L/s in 26 mm")
                .isCloseTo(0.565, within(0.001));
        assertThat(Double.parseDouble(table("links.csv").get("hose")[3])).isCloseTo(12.36, within(0.005));
    }

    @Test
    void takesAnotherHourAnotherEncodingAndAnotherLineEnd() throws Exception {
        byte[] gbk = NETWORK.replace("\n", "\r\n").getBytes(Charset.forName("GB18030"));
        assertThat(solve(gbk, "--hour", "1")).isZero();
        assertThat(Double.parseDouble(table("nodes.csv").get("下")[3])).isCloseTo(0.2e-3, within(1e-15));
    }

    @Test
    void anHourAfterTheEndIsRefusedWithTheEnd() throws Exception {
        assertThat(solve(NETWORK, "--hour", "3")).isEqualTo(1);
        assertThat(said).contains("2:00:00").contains("DURATION");
    }

    @Test
    void everyLineThatIsNotUnderstoodIsNamed() throws Exception {
        assertThat(solve(NETWORK.replace("20 0.1", "2O 0.1").replace("16 140", "0 140")))
                .isEqualTo(1);
        assertThat(said).contains("line 4").contains("'2O'").contains("line 9").contains("'0'");
        assertThat(folder.resolve("nodes.csv")).doesNotExist();
        assertThat(solve(NETWORK + "HEDLOSS D-W\n")).isEqualTo(1);
        assertThat(said).contains("line 16").contains("HEDLOSS");
        assertThat(solve(NETWORK + "[RULES]\nRULE 1\n")).isEqualTo(1);
        assertThat(said).contains("[RULES]");
        assertThat(solve(NETWORK + "DEMAND MODEL PDA\n", "--lang", "zh-CN")).isEqualTo(1);
        assertThat(said).contains("PDA").contains("需水量");
    }

    @Test
    void nodesThatNoWaterReachesHaveNoNumbersAndAreNamed() throws Exception {
        assertThat(solve(NETWORK.replace("16 140", "16 140 0 Closed"))).isEqualTo(1);
        assertThat(said).contains("下").contains("0.0001");
        assertThat(table("nodes.csv").get("下")).containsExactly("下", "", "", "");
        assertThat(table("links.csv").get("hose")[1]).isEqualTo("0.0");
        assertThat(Double.parseDouble(table("links.csv").get("main")[1])).isCloseTo(0.2e-3, within(1e-15));
    }

    @Test
    void aTapAboveTheSpringIsWarnedOf() throws Exception {
        assertThat(solve(NETWORK.replace("下 20", "下 120"))).isZero();
        assertThat(said).contains("negative").contains("下");
    }

    @Test
    void bothTablesInOneFileOrInNoFolderAreRefused() throws Exception {
        assertThat(solve(NETWORK, "--lang", "en")).isZero();
        Path file = folder.resolve("net.inp");
        String one = folder + "/one.csv";
        assertThat(Engine.run("solve", "water", file.toString(), "--nodes", one, "--links", one))
                .isEqualTo(1);
        assertThat(Engine.run("solve", "water", file.toString(), "--nodes", one, "--links", folder + "/no/l.csv"))
                .isEqualTo(1);
        assertThat(Engine.run("solve", "water", folder + "/no.inp", "--nodes", one, "--links", folder + "/l.csv"))
                .isEqualTo(1);
        assertThat(Path.of(one)).doesNotExist();
    }

    @Test
    void saysInWhichUnitsTheFileIsAndInWhichTheTablesAre() throws Exception {
        assertThat(solve(NETWORK)).isZero();
        assertThat(told).contains("LPS, metres").contains("m3/s");
        assertThat(solve(NETWORK.replace("lps", "gpm"), "--lang", "zh-CN")).isZero();
        assertThat(told).contains("GPM、英尺").contains("立方米每秒");
    }

    @Test
    void aRidgeWithoutPressureIsWarnedOfEvenWhereNothingIsDrawn() throws Exception {
        assertThat(solve(NETWORK.replace("上 \t50 0.2", "上 \t120 0"))).isZero();
        assertThat(said).contains("nothing is drawn").contains("上");
    }

    @Test
    void anotherLanguageIsRefusedWithThoseThatThereAre() throws Exception {
        assertThat(solve(NETWORK, "--lang", "fr")).isEqualTo(2);
        assertThat(said).contains("--lang").contains("fr").contains("en").contains("zh-CN");
    }
}
