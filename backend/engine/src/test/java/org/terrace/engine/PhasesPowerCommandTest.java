package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhasesPowerCommandTest {
    @TempDir
    Path folder;

    private String said = "";

    @BeforeEach
    void aFeederOfTwoPoles() throws Exception {
        write(
                "Source.csv",
                "quantity,value,unit|source_voltage,1,pu|nominal,0.4,kV|short_circuit_3ph,1e9,A"
                        + "|short_circuit_1ph,1e9,A|frequency,50,Hz");
        write(
                "LineCode.txt",
                "New LineCode.c nphases=3 R1=1 X1=0 R0=1 X0=0 Units=km"
                        + "|New LineCode.one nphases=1 R1=1 X1=0 R0=1 X0=0 Units=km");
        write(
                "Lines.txt",
                "New Line.l Bus1=SourceBus Bus2=7 Linecode=c Length=100 Units=m"
                        + "|New Line.m phases=1 Bus1=7.2 Bus2=3.2 Linecode=one Length=400 Units=m");
        write("Loads.txt", "New Load.d phases=1 Bus1=3.2 kW=10 PF=1");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text.replace('|', '\n'));
    }

    private int solve(String... more) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("solve", "power", "--opendss", folder.toString(), "--out", folder + "/buses.csv"));
        words.addAll(List.of(more));
        PrintStream err = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(all, true, StandardCharsets.UTF_8);
        System.setErr(to);
        System.setOut(to);
        try {
            return Engine.run(words.toArray(String[]::new));
        } finally {
            System.setErr(err);
            System.setOut(out);
            said = all.toString(StandardCharsets.UTF_8);
        }
    }

    private List<String> table() throws Exception {
        return Files.readAllLines(folder.resolve("buses.csv"));
    }

    @Test
    void writesVoltagesByBusAndLeavesMissingPhasesEmpty() throws Exception {
        assertThat(solve()).isZero();
        assertThat(table().get(0)).isEqualTo("bus,vm_a_pu,vm_b_pu,vm_c_pu");
        assertThat(table().get(1)).startsWith("0,");
        assertThat(table().get(2)).startsWith("7,");
        String[] house = table().get(3).split(",", -1);
        // 10 kW behind 0.5 ohm: V^2 - 230.94 V + 5000 = 0
        double open = 400 / Math.sqrt(3);
        double volts = (open + Math.sqrt(open * open - 20_000)) / 2;
        assertThat(house[0]).isEqualTo("3");
        assertThat(house[1]).isEmpty();
        assertThat(Double.parseDouble(house[2])).isCloseTo(volts / open, within(1e-6));
        assertThat(house[3]).isEmpty();
        assertThat(said)
                .contains("SourceBus is written as 0")
                .contains("nominal loads")
                .contains("bus 3, phase b")
                .contains("radial");
    }

    @Test
    void aSourceAmongNamesKeepsItsName() throws Exception {
        write("Lines.txt", "New Line.l Bus1=SourceBus Bus2=村口 Linecode=c Length=100 Units=m");
        write("now.csv", "bus,p_a_kw|村口,5");
        assertThat(solve("--loads", folder + "/now.csv", "--lang", "zh-CN")).isZero();
        assertThat(table().get(1)).startsWith("SourceBus,");
        assertThat(table().get(2)).startsWith("村口,");
        assertThat(said).contains("最低电压").doesNotContain("额定负荷");
    }

    @Test
    void everyLineThatIsNotUnderstoodIsNamedAndNothingIsWritten() throws Exception {
        write("Lines.txt", "New Line.l Bus1=SourceBus Bus2=7 Linecode=cc Length=1OO Units=m");
        assertThat(solve()).isEqualTo(1);
        assertThat(said).contains("Lines.txt line 1 [Line.l]").contains("'cc'").contains("'1OO'");
        assertThat(folder.resolve("buses.csv")).doesNotExist();
    }

    @Test
    void loadsThatCannotBeCarriedAreRefusedWithThePlace() throws Exception {
        write("Loads.txt", "New Load.d phases=1 Bus1=3.2 kW=50 PF=1");
        assertThat(solve()).isEqualTo(1);
        // 230.94^2 / (4 * 0.5 ohm) = 26667 W of 50000
        assertThat(said).contains("53.3 %").contains("3.B");
        assertThat(folder.resolve("buses.csv")).doesNotExist();
    }

    @Test
    void busesThatNothingFeedsAreEmptyAndNamed() throws Exception {
        Files.writeString(
                folder.resolve("Lines.txt"),
                "\nNew Line.x Bus1=8 Bus2=9 Linecode=c Length=1",
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(solve()).isEqualTo(1);
        assertThat(said).contains("8, 9");
        assertThat(table()).contains("8,,,", "9,,,");
    }

    @Test
    void loopsAreSolvedAndSaid() throws Exception {
        Files.writeString(
                folder.resolve("Lines.txt"),
                "\nNew Line.x Bus1=SourceBus Bus2=7 Linecode=c Length=100 Units=m",
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(solve()).isZero();
        assertThat(said).contains("1 loops");
        double open = 400 / Math.sqrt(3);
        double volts = (open + Math.sqrt(open * open - 4 * 0.45 * 10_000)) / 2;
        assertThat(Double.parseDouble(table().get(3).split(",", -1)[2])).isCloseTo(volts / open, within(1e-6));
    }
}
