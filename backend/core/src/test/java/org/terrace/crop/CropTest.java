package org.terrace.crop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.terrace.standard.Document;
import org.terrace.standard.Tree;

class CropTest {

    @Test
    void anInvertedRangeIsRefusedWithItsPath() {
        assertThatThrownBy(() -> crop("altitude_m", Map.of("S2", List.of(1500, 800), "S3", List.of(800, 2000))))
                .hasMessageContaining("crops/test.yaml: altitude_m.S2 is inverted: 1500.0 to 800.0");
    }

    @Test
    void aBetterClassThatReachesOutsideAWorseOneIsRefused() {
        assertThatThrownBy(() -> crop("altitude_m", Map.of("S2", List.of(700, 1500), "S3", List.of(800, 2000))))
                .hasMessageContaining("altitude_m: S2")
                .hasMessageContaining("reaches outside S3");
    }

    @Test
    void aSlopeLimitThatFallsFromS1ToS2IsRefused() {
        assertThatThrownBy(() -> crop("slope_deg", Map.of("S1", 25, "S2", 15, "S3", 25)))
                .hasMessageContaining("slope_deg: S1");
    }

    @Test
    void aRangeOfThreeNumbersIsRefused() {
        assertThatThrownBy(() -> crop("soil_ph", Map.of("S2", List.of(5, 6, 7), "S3", List.of(4, 8))))
                .hasMessageContaining("soil_ph.S2 should be [from, to], has 3 numbers");
    }

    @Test
    void anUnknownLandClassIsRefusedAndNeverBecomesTheFirstOne() {
        assertThatThrownBy(() -> crop("land", Map.of("suitable", List.of("arible"))))
                .hasMessageContaining("land.suitable: 'arible' is none of [arable");
    }

    @Test
    void aLandClassMayNotStandInTwoLists() {
        assertThatThrownBy(() -> crop("land", Map.of("suitable", List.of("arable"), "conditional", List.of("arable"))))
                .hasMessageContaining("'arable' stands twice");
    }

    @Test
    void aMissingAltitudeIsNamed() {
        Map<String, Object> tree = good();
        tree.remove("altitude_m");
        assertThatThrownBy(() -> parse(tree)).hasMessageContaining("crops/test.yaml: altitude_m is missing");
    }

    @Test
    void anUnknownKindIsNamed() {
        assertThatThrownBy(() -> crop("kind", "mushroom")).hasMessageContaining("'mushroom' is none of");
    }

    private static Crop crop(String key, Object value) {
        Map<String, Object> tree = good();
        tree.put(key, value);
        return parse(tree);
    }

    private static Crop parse(Map<String, Object> tree) {
        return Crop.parse(new Document("crops/test.yaml", "", Tree.of("crops/test.yaml", tree)));
    }

    private static Map<String, Object> good() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("kind", "annual");
        tree.put("altitude_m", Map.of("S2", List.of(800, 1500), "S3", List.of(800, 2000)));
        tree.put("land", Map.of("suitable", List.of("arable")));
        tree.put("law", Map.of());
        return tree;
    }
}
