package org.terrace.power.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.TestRegion;
import org.terrace.region.LayerKind;

/** How lines are joined and turned away from their transformer, on grids small enough to draw by hand. */
class PowerGridTest {

    @Test
    void twoFeedersLeaveATransformerAndABranchHangsOnOne() {
        // t --a--> (100,0) --a--> (200,0); b branches off at the vertex (100,0); c leaves to the west.
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0, 200 0", "conductor", "JKLYJ-50", "phases", 3)
                .line("b", "100 0, 100 60")
                .line("c", "0 0, -150 0")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@0/1", "c@0/2", "b@0/1", "a@100/1");
        assertThat(area.sections()).extracting(Section::lengthM).containsExactly(100.0, 150.0, 60.0, 100.0);
        assertThat(area.alongM(4)).isEqualTo(200);
        assertThat(area.parent(4)).isEqualTo(area.parent(3)).isEqualTo(1);
        assertThat(area.feeders()).isEqualTo(2);
        assertThat(area.wireM()).isEqualTo(410);
        assertThat(area.feeding(1).conductor()).isEqualTo("JKLYJ-50");
        assertThat(area.feeding(3).hasConductor()).isFalse();
        assertThat(DrawnGrid.faults(grid)).isEmpty();
    }

    @Test
    void aLineIsFedAgainstTheDirectionItIsDrawnIn() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 300, 0)
                .line("a", "0 0, 100 0, 300 0")
                .line("b", "100 0, 100 50")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@100/1", "b@0/1", "a@0/1");
        assertThat(area.feeding(1).fromM()).isEqualTo(300);
        assertThat(area.feeding(1).toM()).isEqualTo(100);
        assertThat(grid.course(area, area.feeding(3))).containsExactly(new Coordinate(100, 0), new Coordinate(0, 0));
    }

    @Test
    void overheadLinesThatCrossPassOverOneAnother() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 200 0")
                .line("b", "100 -50, 100 50")
                .grid();
        assertThat(DrawnGrid.sections(grid.findArea("t").orElseThrow())).containsExactly("a@0/1");
        assertThat(DrawnGrid.faults(grid)).containsExactly("fed_by_nobody b");
    }

    @Test
    void aPoleWhereTheyCrossJoinsThem() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 200 0")
                .line("b", "100 -50, 100 50")
                .pole("p", 100.6, 0.6)
                .grid();
        assertThat(DrawnGrid.sections(grid.findArea("t").orElseThrow()))
                .containsExactly("a@0/1", "b@0/1", "b@50/1", "a@100/1");
        assertThat(DrawnGrid.faults(grid)).isEmpty();
    }

    /** Poles whose position was read from a phone stand a few metres off; and drops of a pole cross the line that it carries. */
    @Test
    void aPoleAFewMetresOffJoinsOnlyWhatNobodyElseFeeds() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 200 0")
                .line("b", "100 -50, 100 50")
                .line("c", "0 0, 0 80, 50 80, 50 -80")
                .pole("p", 101, 3)
                .pole("q", 51, 3)
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area))
                .containsExactly("a@0/1", "a:joint/1", "b@0/1", "b@50/1", "a@100/1", "c@0/2");
        assertThat(area.feeding(2).lengthM()).isZero();
        assertThat(area.closing()).isEmpty();
        assertThat(DrawnGrid.faults(grid)).containsExactly("joined a+b");
    }

    @Test
    void anEndThatFallsShortByThreeMetresIsJoinedAndTold() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 200 0")
                .line("b", "100 3, 100 60")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@0/1", "b:joint/1", "b@0/1", "a@100/1");
        assertThat(area.feeding(2).kind()).isEqualTo(Section.Kind.JOINT);
        assertThat(area.feeding(2).lengthM()).isEqualTo(3);
        assertThat(area.alongM(3)).isEqualTo(100 + 3 + 57);
        assertThat(DrawnGrid.faults(grid)).containsExactly("joined b+a");
    }

    @Test
    void anEndThatFallsShortByEightMetresIsToldAndNotJoined() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 200 0")
                .line("b", "100 8, 100 60")
                .house("h", 100, 62)
                .grid();
        assertThat(DrawnGrid.faults(grid)).containsExactly("fed_by_nobody b", "near_miss b+a");
        Fault miss = fault(grid, Fault.Kind.NEAR_MISS);
        assertThat(miss.gapM()).isEqualTo(8);
        assertThat(miss.at()).isEqualTo(new Coordinate(100, 8));
        Fault unfed = fault(grid, Fault.Kind.FED_BY_NOBODY);
        assertThat(unfed.lengthM()).isEqualTo(52);
        assertThat(unfed.households()).isEqualTo(1);
        assertThat(grid.attachment(0).reason()).isEqualTo(Attachment.Reason.LINE_FED_BY_NOBODY);
    }

    /** Ends of two feeders that stop short of each other are open on purpose: both are fed. */
    @Test
    void noGapIsClosedBetweenTwoThatAreFed() {
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 0)
                .transformer("t", 204, 0)
                .line("a", "0 0, 100 0")
                .line("b", "204 0, 104 0")
                .grid();
        assertThat(DrawnGrid.sections(grid.findArea("s").orElseThrow())).containsExactly("a@0/1");
        assertThat(DrawnGrid.sections(grid.findArea("t").orElseThrow())).containsExactly("b@0/1");
        assertThat(DrawnGrid.faults(grid)).isEmpty();
    }

    @Test
    void aTransformerBesideItsLineIsJoinedToTheNearestVertex() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 12)
                .line("a", "0 0, 100 0")
                .line("b", "0 0, -100 0")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("t:lead/0", "a@0/1", "b@0/2");
        assertThat(area.feeding(1).lengthM()).isEqualTo(12);
        assertThat(DrawnGrid.faults(grid)).containsExactly("transformer_joined t+a");
        assertThat(DrawnGrid.faults(new DrawnGrid()
                        .transformer("t", 0, 31)
                        .line("a", "0 0, 100 0")
                        .grid()))
                .containsExactly("fed_by_nobody a", "transformer_without_lines t");
    }

    /** Feeders that are drawn apart, each from its own cable end. */
    @Test
    void severalLinesBeginAroundOneTransformer() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "8 0, 100 0")
                .line("b", "-9 0, -100 0")
                .line("c", "0 20, 0 100", "transformer_code", "t")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(area.feeders()).isEqualTo(3);
        assertThat(area.sections())
                .extracting(Section::kind)
                .filteredOn(k -> k == Section.Kind.LEAD)
                .hasSize(3);
        assertThat(DrawnGrid.faults(grid))
                .containsExactly("transformer_joined t+a", "transformer_joined t+b", "transformer_joined t+c");
    }

    @Test
    void aLoopIsKeptAsASectionThatClosesIt() {
        // A square of 100 m: the two ways to the far corner are equally long; the first by code feeds it.
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0")
                .line("b", "100 0, 100 100")
                .line("c", "0 0, 0 100")
                .line("d", "0 100, 100 100")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@0/1", "c@0/2", "b@0/1");
        assertThat(area.closing()).extracting(Section::code).containsExactly("d@0");
        assertThat(area.closing().get(0).feeder()).as("between two feeders").isZero();
        assertThat(DrawnGrid.faults(grid)).containsExactly("loop d+d@0");
        Fault loop = fault(grid, Fault.Kind.LOOP);
        assertThat(loop.lengthM()).isEqualTo(400);
        assertThat(loop.at()).isEqualTo(new Coordinate(50, 100));
    }

    @Test
    void aRingWithNobodyOnItIsTwoSections() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0")
                .line("b", "100 0, 200 0, 200 100, 100 0")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@0/1", "b@0/1");
        assertThat(area.closing()).extracting(Section::code).containsExactly("b@171");
        assertThat(area.closing().get(0).from())
                .isNotEqualTo(area.closing().get(0).to());
        assertThat(area.wireM()).isCloseTo(300 + Math.hypot(100, 100), within(1e-9));
    }

    @Test
    void transformersWithoutLinesAndStrayLinesAreTold() {
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 500)
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0")
                .line("stray", "1000 0, 1000 100")
                .line("of-s", "100 500, 200 500", "transformer_code", "s")
                .grid();
        assertThat(DrawnGrid.faults(grid))
                .containsExactly("fed_by_nobody stray", "island of-s+s", "transformer_without_lines s");
        assertThat(fault(grid, Fault.Kind.ISLAND).gapM()).isEqualTo(100);
        assertThat(fault(grid, Fault.Kind.ISLAND).lengthM()).isEqualTo(100);
    }

    @Test
    void aLineDrawnTwiceIsTakenOnce() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0, 200 0")
                .line("b", "200 0, 100 0, 0 0")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@0/1");
        assertThat(area.closing()).isEmpty();
        assertThat(DrawnGrid.faults(grid)).containsExactly("duplicate b+a");
    }

    /** A branch that was drawn from the transformer on, over the poles of the trunk. */
    @Test
    void whatLiesOnAnotherLineIsTakenOnce() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 50 0, 100 0, 200 0")
                .line("b", "0 0, 50 0, 100 0, 100 80")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@0/1", "b@100/1", "a@100/1");
        assertThat(area.closing()).isEmpty();
        assertThat(DrawnGrid.faults(grid)).containsExactly("duplicate b+a");
        assertThat(fault(grid, Fault.Kind.DUPLICATE).lengthM()).isEqualTo(100);
    }

    @Test
    void aLineOfSeveralPartsIsOneLineWithAGap() {
        DrawnGrid drawn = new DrawnGrid().transformer("t", 0, 0).line("b", "100 0, 100 50");
        drawn.region.add(
                LayerKind.POWER_LINE,
                "a",
                TestRegion.wkt("MULTILINESTRING ((0 0, 100 0), (100 50, 180 50))"),
                "kind",
                "low_voltage");
        PowerGrid grid = drawn.house("h", 140, 55).grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(DrawnGrid.sections(area)).containsExactly("a@0/1", "b@0/1", "a@100/1", "a@140/1");
        assertThat(area.alongM(grid.findCustomer("h").orElseThrow().node())).isEqualTo(190);
        assertThat(grid.course(area, area.sections().get(2)))
                .containsExactly(new Coordinate(100, 50), new Coordinate(140, 50));
        assertThat(DrawnGrid.faults(grid)).isEmpty();
    }

    @Test
    void emptyLinesAreTold() {
        DrawnGrid drawn =
                new DrawnGrid().transformer("t", 0, 0).line("a", "0 0, 100 0").line("zero", "5 5, 5 5");
        drawn.region.addWithoutGeometry(LayerKind.POWER_LINE, "none", "kind", "low_voltage");
        drawn.region.addWithoutGeometry(LayerKind.POWER_FACILITY, "u", "kind", "transformer");
        assertThat(DrawnGrid.faults(drawn.grid()))
                .containsExactly("bad_line none", "bad_line zero", "transformer_nowhere u");
    }

    @Test
    void linesOfHigherVoltageTakeNoPart() {
        DrawnGrid drawn = new DrawnGrid().transformer("t", 0, 0).line("a", "0 0, 100 0");
        drawn.region.add(LayerKind.POWER_LINE, "k", TestRegion.wkt("LINESTRING (0 0, 0 100)"), "kind", "kv10");
        PowerGrid grid = drawn.grid();
        assertThat(DrawnGrid.sections(grid.findArea("t").orElseThrow())).containsExactly("a@0/1");
        assertThat(DrawnGrid.faults(grid)).isEmpty();
    }

    @Test
    void threePhasesBehindOneAreOne() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0", "phases", 3)
                .line("b", "100 0, 200 0", "phases", 1, "phase", "b")
                .line("c", "200 0, 300 0", "phases", 3)
                .line("d", "300 0, 400 0", "phases", 3)
                .line("e", "200 0, 200 50", "phases", 1, "phase", "c")
                .line("f", "100 0, 100 50")
                .line("g", "200 0, 200 -50")
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(area.sections().stream()
                        .sorted(java.util.Comparator.comparing(Section::code))
                        .map(s -> s.line() + s.phases() + s.phase()))
                .containsExactly("a3", "b1b", "c1b", "d1b", "e1b", "f0", "g1b");
        assertThat(DrawnGrid.faults(grid)).containsExactly("phase_differs e+e@0", "phases_grow c+c@0");
    }

    @Test
    void theSameLinesInAnotherSnapshotHaveTheSameKey() {
        String key = new DrawnGrid()
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0")
                .house("h", 50, 10)
                .grid()
                .findArea("t")
                .orElseThrow()
                .contentKey();
        DrawnGrid more = new DrawnGrid()
                .transformer("s", 5_000, 0)
                .transformer("t", 0, 0)
                .line("a", "0 0, 100 0")
                .line("0", "5000 0, 5100 0")
                .house("0", 5_050, 0)
                .house("h", 50, 10);
        assertThat(more.grid().findArea("t").orElseThrow().contentKey()).isEqualTo(key);
        assertThat(more.house("i", 60, 0).grid().findArea("t").orElseThrow().contentKey())
                .isNotEqualTo(key);
    }

    @Test
    void sectionsAddUpToTheLineHoweverItIsCut() {
        DrawnGrid drawn = new DrawnGrid().transformer("t", 0, 0).line("a", "0 0, 130 0, 130 170");
        double whole = drawn.grid().findArea("t").orElseThrow().wireM();
        for (int i = 0; i < 12; i++) {
            drawn.house("h" + i, 11 * i, 3);
        }
        GridArea area = drawn.grid().findArea("t").orElseThrow();
        assertThat(area.sections()).hasSizeGreaterThan(10);
        assertThat(area.wireM()).isCloseTo(whole, within(1e-9));
    }

    static Fault fault(PowerGrid grid, Fault.Kind kind) {
        List<Fault> found = grid.faults().stream().filter(f -> f.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
