package org.terrace.server.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.FeatureTableBuilder;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

class TrialsTest {
    private static final Optional<Coordinate> ELSEWHERE = Optional.of(new Coordinate(300, 400));

    @Test
    void aPointThatIsMovedLeavesItsSurveyedHeightBehind() {
        Feature moved = tank(edit(Map.of(), ELSEWHERE));
        assertThat(moved.values()).doesNotContainKey("elevation_m").containsEntry("name", "upper");
        assertThat(moved.geometry().orElseThrow().getCoordinate()).isEqualTo(ELSEWHERE.get());
    }

    @Test
    void aHeightThatIsGivenForTheNewPlaceCounts() {
        assertThat(tank(edit(Map.of("elevation_m", Optional.of(900.0)), ELSEWHERE))
                        .values())
                .containsEntry("elevation_m", 900.0);
    }

    @Test
    void whatStaysKeepsItsHeight() {
        assertThat(tank(edit(Map.of("name", Optional.empty()), Optional.empty()))
                        .values())
                .containsEntry("elevation_m", 1030.0)
                .doesNotContainKey("name");
    }

    @Test
    void ofTwoEditsOfOneFeatureBothCountAndTheLaterWins() {
        Feature both = tank(
                edit(Map.of("elevation_m", Optional.of(900.0), "name", Optional.of("a")), ELSEWHERE),
                edit(Map.of("name", Optional.of("b")), Optional.empty()));
        assertThat(both.values()).containsEntry("elevation_m", 900.0).containsEntry("name", "b");
        assertThat(both.geometry().orElseThrow().getCoordinate()).isEqualTo(ELSEWHERE.get());
    }

    private static Trials.Edit edit(Map<String, Optional<Object>> values, Optional<Coordinate> at) {
        return new Trials.Edit(LayerKind.WATER_FACILITY, "tank", values, at);
    }

    private static Feature tank(Trials.Edit... edits) {
        FeatureTable works = new FeatureTableBuilder(LayerKind.WATER_FACILITY)
                .add(new Feature(
                        LayerKind.WATER_FACILITY,
                        "tank",
                        Map.of("name", "upper", "elevation_m", 1030.0),
                        Optional.of(Geometries.FACTORY.createPoint(new Coordinate(0, 0)))))
                .build();
        Region region = new Region("990001", 32648, Map.of(LayerKind.WATER_FACILITY, works), Optional.empty());
        return Trials.edited(region, List.of(edits))
                .table(LayerKind.WATER_FACILITY)
                .feature(0);
    }
}
