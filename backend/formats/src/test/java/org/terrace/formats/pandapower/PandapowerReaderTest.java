package org.terrace.formats.pandapower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.powerflow.FlowState;
import org.terrace.powerflow.Line;
import org.terrace.powerflow.Load;
import org.terrace.powerflow.PowerFlow;
import org.terrace.powerflow.Switch;
import org.terrace.powerflow.TapChanger;

/** One tiny table for each thing that can be wrong, and what the columns of good ones mean. */
class PandapowerReaderTest {
    @TempDir
    Path folder;

    private final Issues issues = new Issues();

    @BeforeEach
    void good() throws IOException {
        write("bus", "bus,vn_kv|0,20|a,0.4|b,0.4|c,0.4");
        write(
                "line",
                "line,from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km,c_nf_per_km|7,a,b,0.1,0.3,0.1,0|8,b,c,0.1,0.3,0.1,0");
        write(
                "trafo",
                "trafo,hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent,pfe_kw,i0_percent|3,0,a,0.4,20,0.4,4,1,1,0.3");
        write("load", "load,bus,p_mw|0,b,0.01");
        write("ext_grid", "ext_grid,bus|0,0");
    }

    private void write(String element, String lines) throws IOException {
        Files.writeString(folder.resolve(element + ".csv"), lines.replace('|', '\n') + "\n");
    }

    private Optional<PandapowerNetwork> read() {
        return PandapowerReader.read(folder, 50, issues);
    }

    private PandapowerNetwork good(String element, String lines) throws IOException {
        write(element, lines);
        PandapowerNetwork read = read().orElseThrow(() -> new AssertionError(issues.all()));
        assertThat(issues.all()).isEmpty();
        return read;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pp_no_number; load; bus,p_mw|b,0.O1; p_mw",
                "pp_empty; load; bus,p_mw|b,; p_mw",
                "pp_no_bus; load; bus,p_mw|x,0.01; bus",
                "pp_no_flag; load; bus,p_mw,in_service|b,0.01,Yes; in_service",
                "pp_shares; load; bus,p_mw,const_z_percent,const_i_percent|b,0.01,60,50; const_z_percent",
                "pp_negative; load; bus,p_mw,const_z_percent|b,0.01,-1; const_z_percent",
                "cell_count; load; bus,p_mw|b,0,01; ",
                "column_missing; load; bus,p_kw|b,10; p_mw",
                "pp_twice; bus; bus,vn_kv|0,20|0,20; bus",
                "pp_not_positive; bus; bus,vn_kv|0,-20; vn_kv",
                "pp_not_positive; line; from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km|a,b,-1,1,1; length_km",
                "pp_no_impedance; line; from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km|a,b,1,0,0; r_ohm_per_km",
                "pp_same_bus; line; from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km|a,a,1,1,1; to_bus",
                "pp_twice; line; line,from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km|1,a,b,1,1,1|1,b,c,1,1,1; line",
                "pp_vkr; trafo; hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent|0,a,1,20,0.4,4,5; vkr_percent",
                "pp_tap_side; trafo; hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent,tap_side|0,a,1,20,0.4,4,1,HV; tap_side",
                "pp_tap_type; trafo; hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent,tap_side,tap_changer_type|0,a,1,20,0.4,4,1,hv,Tabular; tap_changer_type",
                "pp_tables; trafo; hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent,tap_dependency_table|0,a,1,20,0.4,4,1,True; tap_dependency_table",
                "pp_switch_type; switch; bus,element,et|a,7,x; et",
                "pp_switch_element; switch; bus,element,et|a,9,l; element",
                "pp_switch_element; switch; bus,element,et|a,7,t; element",
                "pp_switch_bus; switch; bus,element,et|c,7,l; bus",
                "pp_no_bus; switch; bus,element,et|c,7,b; element",
                "pp_no_source; ext_grid; bus,in_service|0,False; ",
                "pp_set_points; ext_grid; bus,vm_pu|0,1|0,1.01; ",
                "pp_not_computed; dcline; from_bus,to_bus|a,b; dcline",
                "pp_cosine; motor; bus,pn_mech_mw,cos_phi|b,0.01,1.2; cos_phi",
                "pp_no_impedance; impedance; from_bus,to_bus,rft_pu,xft_pu,sn_mva|a,b,0,0,1; rft_pu"
            })
    void whatIsWrongIsReportedAndRefused(String code, String element, String lines, String field) throws IOException {
        write(element, lines);
        assertThat(read()).isEmpty();
        assertThat(issues.all()).extracting(Issue::code).contains(code);
        Issue issue = issues.of(code).get(0);
        assertThat(issue.place().file()).isEqualTo(element + ".csv");
        assertThat(issue.field()).isEqualTo(field == null ? "" : field);
        if (!issue.place().isWholeFile()) {
            assertThat(issue.place().id()).isIn("2", "3");
        }
    }

    @Test
    void aFolderWithoutBusesIsNoNetwork() throws IOException {
        Files.delete(folder.resolve("bus.csv"));
        assertThat(read()).isEmpty();
        assertThat(issues.count("pp_no_network")).isEqualTo(1);
    }

    @Test
    void aFolderWithoutExternalGridHasNoSource() throws IOException {
        Files.delete(folder.resolve("ext_grid.csv"));
        assertThat(read()).isEmpty();
        assertThat(issues.count("pp_no_source")).isEqualTo(1);
    }

    @Test
    void elementsOutOfServiceMayBeOfAnyKindAndColumnsUnknown() throws IOException {
        write("svc", "svc,bus,in_service|0,a,False");
        write("switch", "bus,element,et,closed,z_ohm,in_ka|");
        write("sgen", "sgen,bus,p_mw,colour|0,b,0.001,green");
        assertThat(read()).isPresent();
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void missingColumnsGetTheUsualValues() throws IOException {
        PandapowerNetwork read = read().orElseThrow();
        Line line = read.network().lines().get(0);
        assertThat(line.parallel()).isEqualTo(1);
        assertThat(line.inService()).isTrue();
        assertThat(line.gUsPerKm()).isZero();
        assertThat(line.ratingKa()).isNaN();
        Load load = read.network().loads().get(0);
        assertThat(load.qMvar()).isZero();
        assertThat(read.network().sources().get(0).vmPu()).isEqualTo(1);
        assertThat(read.network().transformers().get(0).lagDegree()).isZero();
        assertThat(read.branchKinds()).containsExactly("line", "line", "trafo");
    }

    @Test
    void aMissingColumnThatPandapowerAlwaysHasIsTold() throws IOException {
        write("line", "from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km|a,b,0.1,0.3,0.1|b,c,0.1,0.3,0.1");
        assertThat(read()).isPresent();
        assertThat(issues.all()).extracting(Issue::code).containsExactly("pp_taken");
    }

    @Test
    void bytesFromASpreadsheetAndIdsAsFractionsAreRead() throws IOException {
        Files.write(
                folder.resolve("load.csv"),
                "\ufeff\"load\";\"bus\";\"p_mw\";\"in_service\"\r\n0;\"b\";0.01;TRUE\r\n1;c;0.02;0\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        write("bus", "\"\",name,vn_kv|0.0,\"Station, east\",20|a,,0.4|b,NaN,0.4|c,None,0.4");
        write("ext_grid", "bus,vm_pu,va_degree|0,1.02,NaN");
        PandapowerNetwork read = read().orElseThrow(() -> new AssertionError(issues.all()));
        assertThat(read.network().buses().get(0).id()).isEqualTo("0");
        assertThat(read.network().loads()).extracting(Load::inService).containsExactly(true, false);
        assertThat(read.network().sources().get(0).vmPu()).isEqualTo(1.02);
        assertThat(issues.count("column_twice")).isZero();
    }

    @Test
    void tapsAreReadWithAndWithoutATypeOfChanger() throws IOException {
        String head =
                "hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent,pfe_kw,i0_percent,tap_side,tap_pos,tap_neutral,"
                        + "tap_step_percent";
        String row = "|0,a,1,20,0.4,4,1,0,0,lv,-2,0,2.5";
        TapChanger tap =
                good("trafo", head + row).network().transformers().get(0).taps().get(0);
        assertThat(tap).isEqualTo(new TapChanger(TapChanger.Side.LOW, TapChanger.Kind.RATIO, -2, 2.5, 0));
        assertThat(good("trafo", head + ",tap_changer_type" + row + ",Ratio")
                        .network()
                        .transformers()
                        .get(0)
                        .taps())
                .containsExactly(tap);
        assertThat(good("trafo", head + ",tap_phase_shifter" + row + ",True")
                        .network()
                        .transformers()
                        .get(0)
                        .taps()
                        .get(0)
                        .kind())
                .isEqualTo(TapChanger.Kind.PHASE_SHIFTER);
        assertThat(good("trafo", head + row.replace("-2,0", ",0"))
                        .network()
                        .transformers()
                        .get(0)
                        .taps())
                .isEmpty();
        write("trafo", head + ",tap_changer_type" + row + ",");
        assertThat(read().orElseThrow().network().transformers().get(0).taps()).isEmpty();
        assertThat(issues.count("pp_tap_idle")).isEqualTo(1);
    }

    @Test
    void sharesOfImpedanceAndCurrentAreReadUnderTheirOldAndNewNames() throws IOException {
        Load old = good("load", "bus,p_mw,q_mvar,scaling,const_z_percent,const_i_percent|b,0.02,0.01,0.5,30,20")
                .network()
                .loads()
                .get(0);
        assertThat(old).isEqualTo(new Load("0", 1 + 1, 0.01, 0.005, 0.3, 0.2, 0.3, 0.2, true));
        Load now = good(
                        "load",
                        "bus,p_mw,const_z_p_percent,const_i_p_percent,const_z_q_percent,const_i_q_percent|b,1,1,2,3,4")
                .network()
                .loads()
                .get(0);
        assertThat(now).isEqualTo(new Load("0", 2, 1, 0, 0.01, 0.02, 0.03, 0.04, true));
    }

    @Test
    void switchesStandBetweenBusesAtLinesAndAtTransformers() throws IOException {
        assertThat(good("switch", "bus,element,et,closed,z_ohm|a,b,b,False,0|b,7,l,False,|a,3.0,t,True,")
                        .network()
                        .switches())
                .containsExactly(
                        new Switch(1, Switch.Kind.BUS, 2, false, 0),
                        new Switch(2, Switch.Kind.LINE, 0, false, 0),
                        new Switch(1, Switch.Kind.TRANSFORMER, 0, true, 0));
        FlowState state = PowerFlow.solve(read().orElseThrow().network());
        assertThat(state.vmPu()[1]).isBetween(0.9, 1.0);
        assertThat(state.vmPu()[2]).isNaN();
        assertThat(state.balance().loadsMw()).isZero();
    }

    @Test
    void whatDrawsAndFeedsInAddsUp() throws IOException {
        write("load", "bus,p_mw|b,0");
        write("sgen", "bus,p_mw,q_mvar,scaling|b,0.01,0.002,0.5");
        write("storage", "bus,p_mw|b,0.004");
        write("motor", "bus,pn_mech_mw,efficiency_percent,cos_phi,loading_percent|b,0.008,80,0.8,50");
        write("asymmetric_load", "bus,p_a_mw,p_b_mw,p_c_mw,q_a_mvar|c,0.001,0.002,0.003,0.0005");
        write("ward", "bus,ps_mw,qs_mvar,pz_mw,qz_mvar|c,0.001,0,0.002,0");
        write("shunt", "bus,q_mvar,step|c,-0.001,2");
        FlowState state = PowerFlow.solve(read().orElseThrow().network());
        // 4 kW of storage, 8 / 0.8 * 0.5 = 5 kW of the motor, 6 kW of three phases, 1 kW of the ward.
        assertThat(state.balance().loadsMw()).isCloseTo(0.016, within(1e-12));
        assertThat(state.balance().feedsMw()).isCloseTo(0.005, within(1e-12));
        assertThat(state.balance().shuntsMw()).isBetween(0.0018, 0.002);
        assertThat(state.balance().missingMw()).isCloseTo(0, within(1e-12));
    }

    @Test
    void threeWindingsAndExtendedWardsHaveInnerBusesThatAreNotShown() throws IOException {
        write("bus", "bus,vn_kv|0,20|a,0.4|b,0.4|c,0.4|m,0.6");
        write(
                "trafo3w",
                "trafo3w,hv_bus,mv_bus,lv_bus,sn_hv_mva,sn_mv_mva,sn_lv_mva,vn_hv_kv,vn_mv_kv,vn_lv_kv,vk_hv_percent,vk_mv_percent,"
                        + "vk_lv_percent,vkr_hv_percent,vkr_mv_percent,vkr_lv_percent,pfe_kw,i0_percent|"
                        + "0,0,m,a,1,0.7,0.3,20,0.6,0.4,2,1,0.5,0.3,0.2,0.1,0.5,0.1");
        write("xward", "xward,bus,ps_mw,qs_mvar,pz_mw,qz_mvar,r_ohm,x_ohm,vm_pu|0,0,0.1,0,0,0,50,70,1.01");
        write("switch", "bus,element,et,closed|m,0,t3,False");
        PandapowerNetwork read = read().orElseThrow(() -> new AssertionError(issues.all()));
        assertThat(read.shownBuses()).isEqualTo(5);
        assertThat(read.branchKinds())
                .containsExactly("line", "line", "trafo", "trafo3w", "trafo3w", "trafo3w", "xward");
        FlowState state = PowerFlow.solve(read.network());
        assertThat(state.vmPu()[4]).isNaN();
        assertThat(state.vmPu()[1]).isBetween(0.9, 1.0);
        assertThat(state.held()).isEqualTo(1);
        assertThat(state.branches().get(4).id()).isEqualTo("0/mv");
    }
}
