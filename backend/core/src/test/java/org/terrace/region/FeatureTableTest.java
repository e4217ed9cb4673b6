package org.terrace.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.TestRegion;

class FeatureTableTest {

    @Test
    void rowsAreSortedByCodeWhateverTheOrderTheyCameIn() {
        FeatureTable table = FeatureTable.of(
                LayerKind.HOUSEHOLD, List.of(household("b", 2.0), household("a", 1.0), household("c", 3.0)));
        assertThat(table.codes()).containsExactly("a", "b", "c");
        assertThat(table.numbers("people_resident").values()).containsExactly(1, 2, 3);
        assertThat(table.rowOf("b")).isEqualTo(1);
        assertThat(table.rowOf("nobody")).isEqualTo(-1);
    }

    @Test
    void twoFeaturesWithOneCodeAreRefused() {
        assertThatThrownBy(
                        () -> FeatureTable.of(LayerKind.HOUSEHOLD, List.of(household("a", 1.0), household("a", 2.0))))
                .hasMessageContaining("have the code a");
    }

    @Test
    void aFeatureGivesBackWhatWasPutIn() {
        Feature road = new Feature(
                LayerKind.ROAD_SEGMENT,
                "r",
                Map.of("name", "山路", "surface", "earth", "width_m", 3.5),
                Optional.of(TestRegion.wkt("LINESTRING (0 0, 5 5, 9 9)")));
        assertThat(FeatureTable.of(LayerKind.ROAD_SEGMENT, List.of(road)).feature(0))
                .isEqualTo(road);
    }

    @Test
    void aCodeOutsideTheVocabularyIsRefusedAndNeverBecomesTheFirstOne() {
        assertThatThrownBy(
                        () -> new Feature(LayerKind.ROAD_SEGMENT, "r", Map.of("surface", "marble"), Optional.empty()))
                .hasMessageContaining("surface cannot be 'marble'");
    }

    @Test
    void anAbsentLayerIsSomethingElseThanAnEmptyOne() {
        Region region = new TestRegion().layer(LayerKind.CONSTRAINT_AREA).build();
        assertThat(region.has(LayerKind.CONSTRAINT_AREA)).isTrue();
        assertThat(region.has(LayerKind.PLOT)).isFalse();
        assertThat(region.table(LayerKind.PLOT).size()).isZero();
    }

    @Test
    void featuresAreReplacedAndAddedAndTheOthersStay() {
        FeatureTable table = FeatureTable.of(LayerKind.POWER_LINE, List.of(line("b", 1), line("d", 1), line("f", 1)));
        FeatureTable with = table.with(List.of(line("d", 2), line("a", 3), line("g", 4)));
        assertThat(with.codes()).containsExactly("a", "b", "d", "f", "g");
        assertThat(with.numbers("phases").values()).containsExactly(3, 1, 2, 1, 4);
        for (int i = 0; i < with.size(); i++) {
            assertThat(with.geometry(i).orElseThrow().getLength())
                    .isEqualTo(with.numbers("phases").get(i));
        }
        assertThat(table.codes()).containsExactly("b", "d", "f");
    }

    private static Feature line(String code, double metres) {
        return new Feature(
                LayerKind.POWER_LINE,
                code,
                Map.of("kind", "low_voltage", "phases", metres),
                Optional.of(Geometries.FACTORY.createLineString(
                        new Coordinate[] {new Coordinate(0, 0), new Coordinate(metres, 0)})));
    }

    @Test
    void aChangeListsAddedRemovedAndEditedCodes() {
        Region before = new TestRegion()
                .household("a", 0, 0)
                .household("b", 1, 1, "people_resident", 2)
                .household("c", 2, 2)
                .build();
        Region after = before.with(new TestRegion()
                .household("b", 1, 1, "people_resident", 3)
                .household("c", 2, 2)
                .household("d", 3, 3)
                .build()
                .households());
        Change change = Change.between(before, after);
        assertThat(change.of(LayerKind.HOUSEHOLD))
                .isEqualTo(new Change.Edits(List.of("d"), List.of("a"), List.of("b")));
        assertThat(change.touches(LayerKind.ROAD_SEGMENT)).isFalse();
    }

    private static Feature household(String code, double people) {
        return new Feature(LayerKind.HOUSEHOLD, code, Map.of("people_resident", people), Optional.empty());
    }
}
