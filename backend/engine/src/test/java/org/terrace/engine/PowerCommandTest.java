package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerCommandTest {
    @TempDir
    Path folder;

    private String said = "";
    private String told = "";

    /** Two kilometres of a feeder of 400 V and one that is switched off. */
    @BeforeEach
    void feeder() throws IOException {
        write("bus", "bus,name,vn_kv|station,,0.4|村口,,0.4|'b,2',,0.4|off,,0.4");
        write(
                "line",
                "line,from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km,c_nf_per_km,max_i_ka,in_service|"
                        + "trunk,station,村口,0.5,0.6,0.2,0,0.2,True|"
                        + "branch,村口,'b,2',0.5,0.6,0.2,0,,True|"
                        + "cut,村口,off,0.5,0.6,0.2,0,0.1,False");
        write("load", "load,bus,p_mw,q_mvar|0,'b,2',0.03,0.01|1,off,0.005,0");
        write("ext_grid", "ext_grid,bus,vm_pu,va_degree|0,station,1,0");
    }

    private void write(String element, String lines) throws IOException {
        Files.writeString(
                folder.resolve(element + ".csv"), lines.replace('|', '\n').replace('\'', '"') + "\n");
    }

    private int solve(String... more) {
        List<String> words =
                new ArrayList<>(List.of("solve", "power", folder.toString(), "--out", folder + "/buses.csv"));
        words.addAll(List.of(more));
        PrintStream err = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream toErr = new ByteArrayOutputStream();
        ByteArrayOutputStream toOut = new ByteArrayOutputStream();
        System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
        try {
            return Engine.run(words.toArray(String[]::new));
        } finally {
            System.setErr(err);
            System.setOut(out);
            said = toErr.toString(StandardCharsets.UTF_8);
            told = toOut.toString(StandardCharsets.UTF_8);
        }
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private double cell(String name, int line, int column) throws IOException {
        String[] cells = lines(name).get(line).replace("\"b,2\"", "b2").split(",", -1);
        return Double.parseDouble(cells[column]);
    }

    @Test
    void writesVoltagesInTheOrderOfTheBusesAndFlows() throws Exception {
        assertThat(solve("--branches", folder + "/branches.csv")).isZero();
        assertThat(lines("buses.csv").get(0)).isEqualTo("bus,vm_pu,va_degree");
        assertThat(lines("buses.csv")).hasSize(5);
        assertThat(lines("buses.csv").get(1)).isEqualTo("station,1.0,0.0");
        assertThat(lines("buses.csv").get(3)).startsWith("\"b,2\",");
        assertThat(lines("buses.csv").get(4)).isEqualTo("off,,");
        // 30 kW and 10 kvar through 0.6 + 0.2j ohm: b = 2 (0.018 + 0.002) - 0.16, c = 0.001 * 0.4, as in the quadratic
        // of the drop.
        double square = (0.12 + Math.sqrt(0.12 * 0.12 - 4 * 0.0004)) / 2;
        assertThat(cell("buses.csv", 3, 1)).isCloseTo(Math.sqrt(square) / 0.4, within(1e-12));
        assertThat(lines("branches.csv").get(0))
                .isEqualTo("element,kind,p_from_kw,q_from_kvar,i_from_a,i_to_a,losses_kw,loading_percent");
        double losses = 0.6 * 0.001 / square * 1000;
        assertThat(cell("branches.csv", 1, 2)).isCloseTo(30 + losses, within(1e-9));
        assertThat(cell("branches.csv", 1, 6)).isCloseTo(losses / 2, within(1e-9));
        assertThat(cell("branches.csv", 1, 7)).isCloseTo(cell("branches.csv", 1, 4) / 2, within(1e-9));
        assertThat(lines("branches.csv").get(2)).startsWith("branch,line,").endsWith(",");
        assertThat(lines("branches.csv").get(3)).isEqualTo("cut,line,0.0,0.0,0.0,0.0,0.0,0.0");
        assertThat(told).contains("radial").contains("bus b,2").contains(String.format("Losses %.4f kW", losses));
        assertThat(said).contains("off").contains("5.0000 kW");
    }

    @Test
    void loopsAreSaidToBeSolvedByNewton() throws Exception {
        write("switch", "bus,element,et,closed,z_ohm|station,off,b,True,0.1");
        write("line", Files.readString(folder.resolve("line.csv")).strip().replace("False", "True"));
        assertThat(solve()).isZero();
        assertThat(told).contains("Newton because of 1 loops");
        assertThat(lines("buses.csv").get(4)).doesNotEndWith(",");
        assertThat(solve("--lang", "zh-CN")).isZero();
        assertThat(told).contains("牛顿法").contains("损耗");
    }

    @Test
    void loadsThatCannotBeCarriedAreToldWithWhatHoldsAndNothingIsWritten() throws Exception {
        write("load", "bus,p_mw,q_mvar|'b,2',0.3,0.1");
        assertThat(solve()).isEqualTo(1);
        // U^2 / (2 (P R + Q X) + 2 S Z) = 0.16 / 0.8 = 0.2 of the loads.
        assertThat(said).contains("holds up to 20.0").contains("bus b,2").contains("kVA");
        assertThat(folder.resolve("buses.csv")).doesNotExist();
    }

    @Test
    void theFrequencyChargesLines() throws Exception {
        write(
                "line",
                "from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km,c_nf_per_km|station,村口,0.5,0.6,0.2,90000|村口,'b,2',0.5,0.6,0.2,0");
        write("load", "bus,p_mw|'b,2',0");
        assertThat(solve("--branches", folder + "/branches.csv")).isZero();
        double at50 = cell("branches.csv", 1, 3);
        assertThat(at50).isNegative();
        assertThat(solve("--branches", folder + "/branches.csv", "--frequency", "60"))
                .isZero();
        assertThat(cell("branches.csv", 1, 3)).isCloseTo(1.2 * at50, within(0.02 * Math.abs(at50)));
        assertThat(solve("--frequency", "0")).isEqualTo(1);
        assertThat(said).contains("--frequency 0.0");
    }

    @Test
    void everyFaultIsNamedWithFileLineColumnAndHint() throws Exception {
        write("load", "bus,p_mw,q_mvar|nowhere,0.O3,0");
        assertThat(solve()).isEqualTo(1);
        assertThat(said)
                .contains("load.csv line 2")
                .contains("'nowhere'")
                .contains("p_mw '0.O3'")
                .contains("letter O");
        Files.delete(folder.resolve("bus.csv"));
        assertThat(solve("--lang", "zh-CN")).isEqualTo(1);
        assertThat(said).contains("bus.csv").contains("文件夹");
    }

    @Test
    void noOutputReplacesATableOrTheOther() {
        assertThat(solve("--branches", folder + "/line.csv")).isEqualTo(1);
        assertThat(said).contains("line.csv");
        assertThat(solve("--branches", folder + "/buses.csv")).isEqualTo(1);
        assertThat(solve("--branches", folder + "/no/b.csv")).isEqualTo(1);
        assertThat(folder.resolve("buses.csv")).doesNotExist();
        assertThat(Engine.run("solve", "power", folder + "/none", "--out", folder + "/x.csv"))
                .isEqualTo(1);
    }

    @Test
    void helpIsSpokenInBothLanguages() {
        assertThat(solve("--help")).isZero();
        assertThat(told).contains("--branches").contains("50 Hz");
        assertThat(solve("--help", "--lang", "zh-CN")).isZero();
        assertThat(told).contains("线路充电").doesNotContain("solve.help");
    }
}
