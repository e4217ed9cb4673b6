package org.terrace.power.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.terrace.TestRegion;

/** Where households hang. */
class AttachingTest {
    private static DrawnGrid oneLine() {
        return new DrawnGrid().transformer("t", 0, 0).line("a", "0 0, 300 0");
    }

    private static String told(PowerGrid grid, int household) {
        Attachment a = grid.attachment(household);
        return a.kind().code() + " " + a.reason().code() + " " + a.transformer()
                + (a.areaUncertain() ? " uncertain" : "");
    }

    @Test
    void aHouseBesideALineHangsOnItWhereItIsNearest() {
        PowerGrid grid = oneLine().house("h", 120, 30).grid();
        assertThat(told(grid, 0)).isEqualTo("drawn nearest_line t");
        GridArea area = grid.findArea("t").orElseThrow();
        Customer customer = grid.findCustomer("h").orElseThrow();
        assertThat(area.alongM(customer.node())).isEqualTo(120);
        assertThat(customer.dropM()).isEqualTo(30);
        assertThat(area.customersBeyond(0)).as("as far as the house").isEqualTo(1);
        assertThat(area.customersBeyond(1)).as("beyond it").isZero();
    }

    @Test
    void fartherOffAServiceDropIsAssumedAndIsASection() {
        PowerGrid grid = oneLine().house("h", 120, 150).grid();
        assertThat(told(grid, 0)).isEqualTo("assumed_drop nearest_line_assumed_drop t");
        GridArea area = grid.findArea("t").orElseThrow();
        Customer customer = grid.findCustomer("h").orElseThrow();
        Section drop = area.feeding(customer.node());
        assertThat(drop.kind()).isEqualTo(Section.Kind.ASSUMED_DROP);
        assertThat(drop.code()).isEqualTo("h:drop");
        assertThat(area.alongM(customer.node())).isEqualTo(270);
        assertThat(area.wireM()).as("no line of the county").isEqualTo(300);
    }

    @Test
    void beyondTheReachItHangsOnNothing() {
        PowerGrid grid = oneLine().house("g", 120, 200).house("h", 120, 201).grid();
        assertThat(told(grid, 0)).isEqualTo("assumed_drop nearest_line_assumed_drop t");
        assertThat(told(grid, 1)).isEqualTo("nothing nothing_in_reach ");
        assertThat(grid.findCustomer("h")).isEmpty();
    }

    @Test
    void theTransformerOnRecordGoesBeforeANearerLine() {
        PowerGrid grid = oneLine()
                .transformer("s", 0, 100)
                .line("b", "0 100, 300 100")
                .house("f", 120, 90, "transformer_code", "t")
                .house("g", 120, 90)
                .house("h", 120, 90, "transformer_code", "no such")
                .grid();
        assertThat(told(grid, 0)).isEqualTo("assumed_drop recorded_line_assumed_drop t");
        assertThat(told(grid, 1)).isEqualTo("drawn nearest_line s");
        assertThat(told(grid, 2)).isEqualTo("drawn nearest_line s");
    }

    @Test
    void aRecordWhoseLinesAreOutOfReachIsToldAndNotOverruled() {
        PowerGrid grid = oneLine()
                .transformer("s", 0, 500)
                .line("b", "0 500, 300 500")
                .house("h", 120, 490, "transformer_code", "t")
                .grid();
        assertThat(told(grid, 0)).isEqualTo("nothing recorded_line_out_of_reach t");
    }

    @Test
    void aServiceDropThatEndsAtTheHouseGoesBeforeANearerLine() {
        PowerGrid grid = oneLine()
                .drop("d", "100 0, 150 60", "phases", 1, "phase", "a")
                .house("h", 155, 36)
                .grid();
        assertThat(told(grid, 0)).isEqualTo("drawn service_drop t");
        GridArea area = grid.findArea("t").orElseThrow();
        Customer customer = grid.findCustomer("h").orElseThrow();
        assertThat(area.feeding(customer.node()).line()).isEqualTo("d");
        assertThat(area.alongM(customer.node())).isCloseTo(100 + Math.hypot(50, 60), within(1e-9));
        assertThat(area.feeding(customer.node()).phase()).isEqualTo("a");
    }

    /** Walls of two houses stand four metres apart, and the ends of their drops with them. */
    @Test
    void serviceDropsOfNeighboursAreNotJoined() {
        PowerGrid grid =
                oneLine().drop("d", "100 0, 100 50").drop("e", "110 0, 104 50").grid();
        assertThat(grid.findArea("t").orElseThrow().closing()).isEmpty();
        assertThat(DrawnGrid.faults(grid)).isEmpty();
    }

    @Test
    void theMeterBoxGoesBeforeAllElse() {
        PowerGrid grid = oneLine()
                .transformer("s", 0, 100)
                .line("b", "0 100, 300 100")
                .meterBox("box", 200, 4)
                .house("f", 120, 95, "meter_code", "box", "transformer_code", "s")
                .house("g", 210, 20, "meter_code", "box")
                .house("h", 600, 0, "meter_code", "box")
                .grid();
        assertThat(told(grid, 0)).isEqualTo("assumed_drop meter_box_assumed_drop t");
        assertThat(told(grid, 1)).isEqualTo("drawn meter_box t");
        assertThat(told(grid, 2)).isEqualTo("nothing meter_box_out_of_reach ");
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(area.alongM(grid.findCustomer("g").orElseThrow().node())).isEqualTo(200);
    }

    @Test
    void aHouseWithoutAPositionIsFoundByItsMeterBox() {
        DrawnGrid drawn = oneLine().meterBox("box", 200, 4);
        drawn.region.householdWithoutPosition("g", "meter_code", "box");
        drawn.region.householdWithoutPosition("h", "transformer_code", "t");
        PowerGrid grid = drawn.grid();
        assertThat(told(grid, 0)).isEqualTo("drawn meter_box t");
        assertThat(told(grid, 1)).isEqualTo("nothing no_position t");
    }

    @Test
    void whereNobodyLivesThereIsNoCustomer() {
        PowerGrid grid = oneLine()
                .house("e", 100, 0, "house_status", "empty")
                .house("f", 100, 0, "house_status", "demolished")
                .house("g", 100, 0, "house_status", "seasonal")
                .house("h", 100, 0, "declared_power", "no")
                .grid();
        assertThat(told(grid, 0)).isEqualTo("not_a_customer not_lived_in ");
        assertThat(told(grid, 1)).isEqualTo("not_a_customer not_lived_in ");
        assertThat(told(grid, 2)).isEqualTo("drawn nearest_line t");
        assertThat(told(grid, 3)).isEqualTo("nothing no_power_on_record ");
    }

    /** Lines 60 m apart: a house 20 m from one and 40 m from the other, known to 15 m, may be 35 m from the one and 25 m from the other. */
    @Test
    void thePositionErrorCanLeaveTheAreaOpen() {
        PowerGrid grid = oneLine()
                .transformer("s", 0, 60)
                .line("b", "0 60, 300 60")
                .house("f", 120, 20)
                .house("g", 120, 20, "position_error_m", 2)
                .house("h", 120, 20, "transformer_code", "t")
                .grid();
        assertThat(told(grid, 0)).isEqualTo("drawn nearest_line t uncertain");
        assertThat(told(grid, 1)).isEqualTo("drawn nearest_line t");
        assertThat(told(grid, 2)).isEqualTo("drawn recorded_line t");
    }

    @Test
    void withoutTransformersNothingFeeds() {
        DrawnGrid drawn = new DrawnGrid();
        drawn.region.add(
                org.terrace.region.LayerKind.POWER_FACILITY, "x", TestRegion.point(0, 0), "kind", "substation");
        assertThat(told(drawn.house("h", 0, 0).grid(), 0)).isEqualTo("nothing no_transformer_on_record ");
    }
}
