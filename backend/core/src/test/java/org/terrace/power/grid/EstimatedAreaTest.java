package org.terrace.power.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Networks of transformers without lines. */
class EstimatedAreaTest {

    private static String told(PowerGrid grid, int household) {
        Attachment a = grid.attachment(household);
        return a.kind().code() + " " + a.reason().code() + " " + a.transformer();
    }

    @Test
    void housesInARowAreFedOneBehindTheOther() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .house("a", 100, 0)
                .house("b", 200, 0)
                .house("c", 300, 0, "transformer_code", "t")
                .grid();
        assertThat(told(grid, 0)).isEqualTo("estimated estimated_nearest t");
        assertThat(told(grid, 2)).isEqualTo("estimated estimated_recorded t");
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(area.isEstimated()).isTrue();
        assertThat(area.wireM()).isEqualTo(300);
        assertThat(area.alongM(grid.findCustomer("c").orElseThrow().node())).isEqualTo(300);
        assertThat(area.sections()).extracting(Section::kind).containsOnly(Section.Kind.ESTIMATED);
        assertThat(area.feeders()).isEqualTo(1);
        assertThat(DrawnGrid.faults(grid)).containsExactly("transformer_without_lines t");
    }

    /**
     * A cliff of 200 m between x = 100 and 110, and a road around it: over the cliff the wire would be longer than by the road, which goes
     * through a gap 150 m to the north.
     */
    @Test
    void theLineGoesRoundTheCliffByTheRoad() {
        float[] metres = new float[40 * 60];
        for (int i = 0; i < metres.length; i++) {
            int column = i % 40;
            double north = 300 - 10 * (i / 40.0);
            metres[i] = column == 10 && north < 140 ? 500 : 100;
        }
        DrawnGrid drawn = new DrawnGrid().transformer("t", 20, 20).house("a", 200, 20);
        drawn.region
                .elevation(new ElevationGrid(new GridFrame(0, 300, 10, 10, 40, 60), metres))
                .road("r", "LINESTRING (20 25, 20 200, 200 200, 200 25)", "village", "earth");
        GridRules rules = new GridRules(5, 30, 10, 0, 40, 200, 2_000);
        PowerGrid grid = drawn.grid(rules);
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(area.wireM()).isCloseTo(5 + 175 + 180 + 175 + 5, within(1.0));
        assertThat(grid.course(area, area.sections().get(0)))
                .startsWith(new Coordinate(20, 20))
                .contains(new Coordinate(200, 200))
                .endsWith(new Coordinate(200, 20));
        drawn.region.elevation(new ElevationGrid(new GridFrame(0, 300, 10, 10, 40, 60), new float[40 * 60]));
        assertThat(drawn.grid(rules).findArea("t").orElseThrow().wireM())
                .as("on even ground straight on")
                .isEqualTo(180);
    }

    @Test
    void whoStandsNearerToALineIsNotGivenToATransformerWithoutLines() {
        PowerGrid grid = new DrawnGrid()
                .transformer("s", 0, 0)
                .line("a", "0 0, 300 0")
                .transformer("t", 200, 150)
                .house("f", 200, 30)
                .house("g", 200, 60)
                .house("h", 200, 90)
                .house("i", 200, 2_151)
                .house("j", 200, 2_140, "transformer_code", "t")
                .house("k", 200, 2_151, "transformer_code", "t")
                .grid();
        assertThat(told(grid, 0)).isEqualTo("drawn nearest_line s");
        assertThat(told(grid, 1))
                .as("60 m to the line, 90 m to t")
                .isEqualTo("assumed_drop nearest_line_assumed_drop s");
        assertThat(told(grid, 2)).as("90 m to the line, 60 m to t").isEqualTo("estimated estimated_nearest t");
        assertThat(told(grid, 3)).isEqualTo("nothing nothing_in_reach ");
        assertThat(told(grid, 4)).isEqualTo("estimated estimated_recorded t");
        assertThat(told(grid, 5)).isEqualTo("nothing recorded_transformer_out_of_reach t");
    }

    @Test
    void housesThatStandAtOnePlaceOrAtTheTransformerShareANode() {
        PowerGrid grid = new DrawnGrid()
                .transformer("t", 0, 0)
                .house("a", 0, 0)
                .house("b", 50, 0)
                .house("c", 50, 0)
                .grid();
        GridArea area = grid.findArea("t").orElseThrow();
        assertThat(area.sections()).hasSize(1);
        assertThat(area.customers())
                .containsExactly(new Customer("a", 0, 0), new Customer("b", 1, 0), new Customer("c", 1, 0));
        assertThat(area.customersBeyond(0)).isEqualTo(2);
        GridArea atItself = new DrawnGrid()
                .transformer("t", 0, 0)
                .house("a", 0, 0)
                .grid()
                .findArea("t")
                .orElseThrow();
        assertThat(atItself.nodes()).isEqualTo(1);
        assertThat(atItself.customers()).hasSize(1);
    }

    @Test
    void spansJoinAllPlaces() {
        // Two clusters of eight, a kilometre apart: nearest neighbours alone would leave them apart.
        List<Coordinate> places = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            places.add(new Coordinate(i, i * i % 5));
            places.add(new Coordinate(1_000 + i, i * i % 7));
        }
        var joined = new org.terrace.network.DisjointSets(places.size());
        Spans.between(places).forEach(s -> joined.join(s[0], s[1]));
        for (int i = 0; i < places.size(); i++) {
            assertThat(joined.find(i)).isZero();
        }
        assertThat(Optional.of(Spans.between(List.of(new Coordinate(0, 0)))).orElseThrow())
                .isEmpty();
    }
}
