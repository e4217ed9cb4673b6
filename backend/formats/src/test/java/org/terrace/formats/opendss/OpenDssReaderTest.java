package org.terrace.formats.opendss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.powerflow.phases.Branch;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.Feeder;
import org.terrace.powerflow.phases.PhaseFlow;
import org.terrace.powerflow.phases.PhaseLoad;
import org.terrace.powerflow.phases.PhaseNetwork;

/** What statements mean, and one tiny file for each thing that can be wrong with them. */
class OpenDssReaderTest {
    private static final String SOURCE =
            "quantity,value,unit^source_voltage,1,pu^nominal,400,V^short_circuit_3ph,10,MVA^short_circuit_1ph,9,MVA^frequency,50,Hz";

    private static final String CODE = "New LineCode.c nphases=3 R1=0.5 X1=0.1 R0=1 X0=0.2 Units=km";
    private static final String LINE = "New Line.l Bus1=SourceBus Bus2=2 Linecode=C Length=100 Units=m";
    private static final String LOAD = "New Load.d Phases=1 Bus1=2.1 kV=0.23 kW=1 PF=0.95";

    @TempDir
    Path folder;

    private final Issues issues = new Issues();

    /** A new line for each ^. */
    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('^', '\n'));
    }

    private Optional<OpenDssFeeder> read(String codes, String lines, String loads) throws IOException {
        write("LineCode.txt", codes);
        write("Lines.txt", lines);
        write("Loads.txt", loads);
        if (!Files.exists(folder.resolve("Source.csv"))) {
            write("Source.csv", SOURCE);
        }
        return OpenDssReader.read(folder, Optional.empty(), issues);
    }

    private PhaseNetwork network(String codes, String lines, String loads) throws IOException {
        return read(codes, lines, loads)
                .orElseThrow(() -> new AssertionError(issues.all()))
                .network();
    }

    private static Branch.Line line(PhaseNetwork network) {
        return (Branch.Line) network.branches().get(network.branches().size() - 1);
    }

    @Test
    void aPlainLineHasItsSequencesAsAMatrix() throws IOException {
        PhaseNetwork network = network(CODE, LINE, LOAD);
        assertThat(network.nodes()).extracting(PhaseNetwork.Node::id).containsExactly("SourceBus", "2");
        assertThat(line(network).ohms().re(0, 0)).isCloseTo(0.1 * 2.0 / 3, within(1e-12));
        assertThat(line(network).ohms().re(0, 1)).isCloseTo(0.1 * 0.5 / 3, within(1e-12));
        assertThat(network.source().emfRe().get(0)).isCloseTo(400 / Math.sqrt(3), within(1e-9));
        // 400^2 / 10 MVA = 0.016 ohm at X/R 4
        assertThat(network.source().ohms().re(0, 0) - network.source().ohms().re(0, 1))
                .isCloseTo(0.016 / Math.sqrt(17), within(1e-12));
        PhaseLoad load = network.loads().get(0);
        assertThat(load.at()).isEqualTo(Conductor.A);
        assertThat(load.back()).isEqualTo(Conductor.EARTH);
        assertThat(load.vars()).isCloseTo(1_000 * Math.tan(Math.acos(0.95)), within(1e-9));
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void spellingOrderBracketsCommentsAndContinuationDoNotMatter() throws IOException {
        PhaseNetwork network = network(
                "! wires^new linecode.\"C\" UNITS = km, R1=0.5 x1 =0.1  R0= 1 X0=0.2 // three phases^",
                "New object=line.l length=0.1^~ units=km LINECODE=c !here^More bus2=2.1.2.3 BUS1=sourcebus^Clear",
                "NEW LOAD.d bus1=2 kw=1 pf=0.95^New Monitor.m element=line.l^~ mode=1^New Load.e bus1=(2.3) phases=1 kva=2 pf=-0.5");
        assertThat(line(network).ohms().re(0, 0)).isCloseTo(0.1 * 2.0 / 3, within(1e-12));
        assertThat(network.loads()).hasSize(4);
        assertThat(network.loads().get(3).watts()).isCloseTo(1_000, within(1e-9));
        assertThat(network.loads().get(3).vars()).as("leading").isCloseTo(-1_000 * Math.sqrt(3), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"m, 100", "km, 0.1", "ft, 328.083989501312", "kft, 0.328083989501312", "mi, 0.0621371192237334"})
    void lengthsAreTakenToTheUnitOfTheCode(String unit, double length) throws IOException {
        PhaseNetwork network = network(CODE, LINE.replace("100 Units=m", length + " Units=" + unit), LOAD);
        assertThat(line(network).ohms().re(0, 0)).isCloseTo(0.1 * 2.0 / 3, within(1e-12));
    }

    @Test
    void withoutAUnitLengthsMatchAsTheyAre() throws IOException {
        PhaseNetwork network = network(CODE, LINE.replace("100 Units=m", "0.1"), LOAD);
        assertThat(line(network).ohms().re(0, 0)).isCloseTo(0.1 * 2.0 / 3, within(1e-12));
    }

    @Test
    void matricesMayBeTrianglesAndReactanceFollowsTheFrequency() throws IOException {
        PhaseNetwork network = network(
                "New LineCode.c nphases=2 basefreq=60 units=km rmatrix=[1 | 0.2 2] xmatrix=(0.6 0.12 | 0.12 0.6) cmatrix=[10|-2 10]",
                "New Line.l phases=2 bus1=SourceBus.1.3 bus2=2.1.3 linecode=c length=0.5 units=km",
                "New Load.d phases=1 bus1=2.1.3 kw=1 kvar=0.5 conn=delta");
        assertThat(line(network).fromConductors()).containsExactly(Conductor.A, Conductor.C);
        assertThat(line(network).ohms().re(1, 1)).isEqualTo(1);
        assertThat(line(network).ohms().re(0, 1)).isEqualTo(0.1);
        assertThat(line(network).ohms().im(1, 0)).isCloseTo(0.05, within(1e-15));
        assertThat(network.shunts()).hasSize(2);
        assertThat(network.shunts().get(0).siemens().im(0, 0))
                .isCloseTo(0.25 * 10e-9 * 2 * Math.PI * 50, within(1e-18));
        assertThat(network.loads().get(0).back()).isEqualTo(Conductor.C);
    }

    @Test
    void fourWiresBeginAtATransformersStarPoint() throws IOException {
        write(
                "Source.csv",
                SOURCE.replace("400,V", "10,kV").replace("10,MVA", "100,MVA").replace("9,MVA", "90,MVA"));
        write(
                "Transformers.txt",
                "New Transformer.t phases=3 windings=2 xhl=4 %loadloss=1.5 leadlag=euro^~ wdg=1 bus=SourceBus conn=delta kv=10"
                        + " kva=100 tap=1.05^~ wdg=2 bus=2.1.2.3.4 conn=wye kv=0.4 kva=100 rneut=4 xneut=0");
        PhaseNetwork network = network(
                "New LineCode.c nphases=4 units=km rmatrix=[1|0 1|0 0 1|0 0 0 1] xmatrix=[.3|0 .3|0 0 .3|0 0 0 .3]"
                        + "^New LineCode.s nphases=2 units=km rmatrix=[1|0 1] xmatrix=[.3|0 .3]",
                "New Line.l phases=4 bus1=2 bus2=3 linecode=c length=200 units=m"
                        + "^New Line.s phases=2 bus1=3.2.4 bus2=4.2.4 linecode=s length=50 units=m",
                "New Load.d phases=1 bus1=4.2.4 kw=3 pf=1");
        assertThat(network.nodes()).extracting(PhaseNetwork.Node::id).containsExactly("SourceBus", "2", "3", "4");
        assertThat(network.nodes().get(2).volts()).isCloseTo(400 / Math.sqrt(3), within(1e-9));
        PhaseFlow flow = Feeder.of(network).solve();
        assertThat(flow.trouble()).isEmpty();
        assertThat(flow.phaseVolts(1, Conductor.A)).isCloseTo(400 / Math.sqrt(3) / 1.05, within(1.0));
        assertThat(Math.toDegrees(Math.atan2(flow.voltsIm(1, Conductor.A), flow.voltsRe(1, Conductor.A))))
                .isCloseTo(30, within(0.5));
        assertThat(flow.amps(2, Conductor.N)).isCloseTo(flow.amps(2, Conductor.B), within(1e-9));
        assertThat(flow.neutralVolts(3)).isGreaterThan(3);
    }

    @Test
    void aTransformerMayBeWrittenFromItsLowSide() throws IOException {
        String one =
                "New Transformer.t Buses=[SourceBus 2] Conns=[Delta Wye] kVs=[0.4 0.23] kVAs=[100 50] %Rs=[1 2] XHL=4";
        String other =
                "New Transformer.t Buses=[2 SourceBus] Conns=[Wye Delta] kVs=[0.23 0.4] kVAs=[100 50] %Rs=[1 2] XHL=4";
        String line = "New Line.l Bus1=2 Bus2=3 Linecode=C Length=100 Units=m";
        double[] volts = new double[2];
        for (int i = 0; i < 2; i++) {
            write("Transformers.txt", i == 0 ? one : other);
            PhaseNetwork network = network(CODE, line, LOAD.replace("2.1", "3.1"));
            volts[i] = Feeder.of(network).solve().perUnit(2, Conductor.A);
        }
        assertThat(volts[0]).isEqualTo(volts[1]).isBetween(0.9, 1.0);
    }

    @Test
    void aLineOfOnePhaseATwinAndASwitchAreRead() throws IOException {
        PhaseNetwork network = network(
                CODE + "^New LineCode.one nphases=1 R1=1 X1=0.3 R0=1 X0=0.3 units=km",
                LINE + "^New Line.m bus1=2.3 bus2=5.3 phases=1 linecode=one length=40 units=m"
                        + "^New Line.n bus1=2 bus2=6 switch=y^New Line.off bus1=6 bus2=7 enabled=no linecode=c length=1"
                        + "^New Line.own bus1=6 bus2=8 r1=0.1 x1=0.1 r0=0.2 x0=0.2 length=2 units=km",
                "New Load.d phases=3 bus1=8 kw=6 pf=1 conn=delta model=2 kv=0.4");
        assertThat(network.nodes()).extracting(PhaseNetwork.Node::id).containsExactly("SourceBus", "2", "5", "6", "8");
        assertThat(network.branches().get(1).ohms().re(0, 0)).isCloseTo(0.04, within(1e-15));
        assertThat(network.branches().get(2).ohms().re(0, 0)).isEqualTo(1e-3);
        assertThat(line(network).ohms().re(0, 0)).isCloseTo(2 * 0.4 / 3, within(1e-12));
        assertThat(network.loads()).hasSize(3);
        assertThat(network.loads().get(2).back()).isEqualTo(Conductor.A);
        assertThat(network.loads().get(2).nominalVolts()).isEqualTo(400);
    }

    @Test
    void aTableOfLoadsStandsInPlaceOfTheNominalOnes() throws IOException {
        write("Source.csv", SOURCE);
        write("LineCode.txt", CODE);
        write("Lines.txt", LINE);
        Path table = write("now.csv", "name,bus,p_a_kw,p_b_kw,q_b_kvar,type^x,2,1,0.5,0.1,^y,2,1,,,delta");
        PhaseNetwork network = OpenDssReader.read(folder, Optional.of(InputFile.of(table)), issues)
                .orElseThrow(() -> new AssertionError(issues.all()))
                .network();
        assertThat(network.loads()).hasSize(3);
        assertThat(network.loads().get(1).vars()).isEqualTo(100);
        assertThat(network.loads().get(2).back()).isEqualTo(Conductor.B);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dss_no_number; Line; 1; Length=100; Length=1OO",
                "dss_units; Line; 1; Units=m; Units=metre",
                "dss_no_linecode; Line; 1; Linecode=C; Linecode=D",
                "dss_missing; Line; 1; Linecode=C; phases=3",
                "dss_missing; Line; 1; Bus2=2; phases=3",
                "dss_unknown_key; Line; 1; Length; Geometry=g Length",
                "dss_no_key; Line; 1; Length=100; 100",
                "dss_bus_node; Line; 1; Bus2=2; Bus2=2.1.2.5",
                "dss_bus_wires; Line; 1; Bus2=2; Bus2=2.1.2.2",
                "dss_line_to_itself; Line; 1; Bus2=2; Bus2=SOURCEBUS",
                "dss_phases_differ; Line; 1; Bus2=2; Bus2=2 phases=2",
                "dss_both; Line; 1; Bus2=2; Bus2=2 R1=1",
                "dss_not_positive; Line; 1; Length=100; Length=-1",
                "dss_twice; Line; 2; Units=m; Units=m^New Line.L Bus1=2 Bus2=3 Linecode=c Length=1",
                "dss_command; Line; 2; Units=m; Units=m^Edit Line.l length=3",
                "dss_element; Line; 2; Units=m; Units=m^New Capacitor.c bus1=2 kvar=10",
                "dss_missing; LineCode; 1; R0=1; ",
                "dss_both; LineCode; 1; R0=1; R0=1 rmatrix=[1|0 1|0 0 1]",
                "dss_matrix; LineCode; 1; R1=0.5 X1=0.1 R0=1 X0=0.2; rmatrix=[1|0 1] xmatrix=[1|0 1|0 0 1]",
                "dss_whole; LineCode; 1; nphases=3; nphases=5",
                "dss_unknown_key; LineCode; 1; R0=1; R0=1 kron=yes",
                "dss_no_bus; Load; 1; Bus1=2.1; Bus1=9.1",
                "dss_load_phase; Load; 1; Bus1=2.1; Bus1=2.4.0",
                "dss_load_model; Load; 1; PF; model=8 PF",
                "dss_load_connection; Load; 1; PF; conn=star PF",
                "dss_power_factor; Load; 1; PF=0.95; PF=95",
                "dss_missing; Load; 1; kW=1; ",
                "dss_bus_wires; Load; 1; Phases=1; Phases=2 conn=delta"
            })
    void whatIsWrongIsReportedWithItsLineAndRefused(String code, String file, String line, String good, String bad)
            throws IOException {
        String wrong = bad == null ? "" : bad;
        Optional<OpenDssFeeder> read = read(
                file.equals("LineCode") ? CODE.replace(good, wrong) : CODE,
                file.equals("Line") ? LINE.replace(good, wrong) : LINE,
                file.equals("Load") ? LOAD.replace(good, wrong) : LOAD);
        assertThat(read).isEmpty();
        assertThat(issues.all()).extracting(Issue::code).contains(code);
        assertThat(issues.of(code).get(0).place().id()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "dss_group, Delta Wye, Wye Delta, 1",
        "dss_group, Delta Wye, Delta Delta, 1",
        "dss_winding, Delta Wye, Delta Star, 1",
        "dss_winding, [100 100], [100 100 100], 1",
        "dss_neutral_floats, SourceBus 2, SourceBus 2.1.2.3.4, 1",
        "dss_transformer, kVs=[0.4 0.23], , 1",
        "dss_unknown_key, XHL, XHT=3 XHL, 1",
        "dss_whole, XHL, windings=3 XHL, 1"
    })
    void aTransformerThatIsNotComputedIsRefused(String code, String good, String bad, String line) throws IOException {
        write(
                "Transformers.txt",
                "New Transformer.t Buses=[SourceBus 2] Conns=[Delta Wye] kVs=[0.4 0.23] kVAs=[100 100] XHL=4"
                        .replace(good, bad == null ? "" : bad));
        assertThat(read(CODE, LINE.replace("SourceBus", "2").replace("Bus2=2", "Bus2=3"), LOAD))
                .isEmpty();
        assertThat(issues.of(code)).isNotEmpty();
        assertThat(issues.of(code).get(0).place().id()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "dss_source_missing, ^nominal, ^nothing",
        "dss_source_row, ^nominal, ^nominal_kv",
        "dss_source_unit, 'pu', '%'",
        "dss_no_number, '1,pu', 'one,pu'",
        "dss_not_positive, '1,pu', '0,pu'",
        "dss_short_circuit, '9,MVA', '90,MVA'",
        "dss_no_source_bus, '^frequency', '^bus,x,^frequency'"
    })
    void aSourceThatCannotBeIsRefused(String code, String good, String bad) throws IOException {
        write("Source.csv", SOURCE.replace(good, bad));
        assertThat(read(CODE, LINE, LOAD)).isEmpty();
        assertThat(issues.of(code)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dss_load_column; bus,p_a_mw; node,p_a_mw",
                "dss_load_column; bus,p_a_mw; bus,power",
                "dss_load_column_unknown; bus,p_a_mw; bus,p_a_mw,scaling",
                "dss_no_bus; 2,1; 7,1",
                "dss_no_number; 2,1; 2,1kW",
                "dss_load_no_bus; 2,1; ,1"
            })
    void aTableOfLoadsThatCannotBeIsRefused(String code, String good, String bad) throws IOException {
        write("Source.csv", SOURCE);
        write("LineCode.txt", CODE);
        write("Lines.txt", LINE);
        Path table = write("now.csv", "bus,p_a_mw^2,1".replace(good, bad));
        assertThat(OpenDssReader.read(folder, Optional.of(InputFile.of(table)), issues))
                .isEmpty();
        assertThat(issues.of(code)).isNotEmpty();
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        write("Lines.txt", LINE);
        assertThat(OpenDssReader.read(folder, Optional.empty(), issues)).isEmpty();
        assertThat(issues.of("dss_no_file")).extracting(Issue::value).containsExactly("Loads.txt", "Source.csv");
    }
}
