package org.terrace.power.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Lines that are joined to two transformers. */
class JoinedAreasTest {

    @Test
    void withoutNamesTheLineIsPartedWhereBothAreEquallyFar() {
        // s at 0, t at 400, and a spur of 50 m at 100: s has 200 m of the trunk and the spur.
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 0)
                .transformer("t", 400, 0)
                .line("a", "0 0, 100 0, 400 0")
                .line("b", "100 0, 100 50")
                .grid();
        assertThat(DrawnGrid.sections(grid.findArea("s").orElseThrow())).containsExactly("a@0/1", "b@0/1", "a@100/1");
        assertThat(DrawnGrid.sections(grid.findArea("t").orElseThrow())).containsExactly("a@200/1");
        assertThat(grid.findArea("s").orElseThrow().wireM()).isEqualTo(250);
        assertThat(DrawnGrid.faults(grid)).containsExactly("joined_areas s+t");
        Fault fault = PowerGridTest.fault(grid, Fault.Kind.JOINED_AREAS);
        assertThat(fault.at()).isEqualTo(new Coordinate(200, 0));
        assertThat(fault.lengthM()).as("from either").isEqualTo(200);
    }

    @Test
    void whatLinesNameDecides() {
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 0)
                .transformer("t", 400, 0)
                .line("a", "0 0, 100 0", "transformer_code", "s")
                .line("b", "100 0, 400 0", "transformer_code", "t")
                .grid();
        assertThat(grid.findArea("s").orElseThrow().wireM()).isEqualTo(100);
        assertThat(grid.findArea("t").orElseThrow().wireM()).isEqualTo(300);
        assertThat(DrawnGrid.faults(grid)).containsExactly("joined_areas_on_record s+t");
        assertThat(PowerGridTest.fault(grid, Fault.Kind.JOINED_AREAS_ON_RECORD).at())
                .isEqualTo(new Coordinate(100, 0));
    }

    /** The spur names t, so the trunk on the way to it is t's, beyond the middle. */
    @Test
    void theWayToALineIsOfTheTransformerThatItNames() {
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 0)
                .transformer("t", 400, 0)
                .line("a", "0 0, 100 0, 400 0")
                .line("b", "100 0, 100 50", "transformer_code", "t")
                .grid();
        assertThat(grid.findArea("t").orElseThrow().wireM()).isEqualTo(350);
        assertThat(grid.findArea("s").orElseThrow().wireM()).isEqualTo(100);
        assertThat(DrawnGrid.faults(grid)).containsExactly("joined_areas_on_record s+t");
    }

    @Test
    void aNameThatTheDrawingContradictsIsTold() {
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 0)
                .transformer("t", 4_000, 0)
                .line("a", "0 0, 100 0", "transformer_code", "t")
                .line("b", "0 0, -100 0", "transformer_code", "gone")
                .line("c", "4000 0, 4100 0", "transformer_code", "t")
                .grid();
        assertThat(grid.findArea("s").orElseThrow().wireM()).isEqualTo(200);
        assertThat(DrawnGrid.faults(grid)).containsExactly("other_transformer a+s", "unknown_transformer b+gone");
    }

    /** A name in the middle of another's line that nothing of its own leads to. */
    @Test
    void aNameThatNoWayLeadsToIsNone() {
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 0)
                .transformer("t", 400, 0)
                .line("a", "0 0, 100 0", "transformer_code", "s")
                .line("b", "100 0, 150 0", "transformer_code", "t")
                .line("c", "150 0, 400 0", "transformer_code", "s")
                .grid();
        double s = grid.findArea("s").orElseThrow().wireM();
        double t = grid.findArea("t").map(GridArea::wireM).orElse(0.0);
        assertThat(s + t).isEqualTo(400);
        assertThat(DrawnGrid.faults(grid)).contains("other_transformer b+s");
    }

    @Test
    void aLineMayLeadFromOneTransformerToAnotherOfAThird() {
        // A star of three, equally long arms of 100 m: each is parted at the hub, which goes to the first.
        PowerGrid grid = new DrawnGrid()
                .transformer("r", 0, 100)
                .transformer("s", 100, 0)
                .transformer("t", 0, -100)
                .line("a", "0 0, 0 100")
                .line("b", "0 0, 100 0")
                .line("c", "0 0, 0 -100")
                .grid();
        assertThat(grid.areas().values()).extracting(GridArea::wireM).containsExactly(100.0, 100.0, 100.0);
        assertThat(DrawnGrid.faults(grid)).containsExactly("joined_areas r+s", "joined_areas r+t");
    }
}
