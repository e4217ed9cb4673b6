package org.terrace.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.terrace.TestRegion;

class AdminCompletionTest {
    private final Region region = AdminCompletion.complete(new TestRegion()
            .add(
                    LayerKind.ADMIN_BOUNDARY,
                    "r7",
                    TestRegion.wkt("POLYGON ((0 0, 600 0, 600 800, 0 800, 0 0))"),
                    "level",
                    "township",
                    "name",
                    "Ordino")
            .add(LayerKind.ADMIN_UNIT, "n1", TestRegion.point(100, 100), "level", "village", "name", "inside")
            .add(LayerKind.ADMIN_UNIT, "n2", TestRegion.point(5000, 100), "level", "village", "name", "outside")
            .household("h", 50, 50)
            .build());

    @Test
    void aBoundaryWithoutAUnitBecomesOne() {
        FeatureTable units = region.adminUnits();
        int row = units.rowOf("r7");
        assertThat(units.text("name").get(row)).isEqualTo("Ordino");
        // Half the diagonal of 600 x 800 m.
        assertThat(units.numbers("radius_m").get(row)).isEqualTo(500);
        assertThat(AdminTree.of(region).unitsOf("", 50, 50)[2]).isEqualTo("r7");
    }

    @Test
    void aVillageInsideABoundaryBelongsToItAndOneOutsideToNobody() {
        FeatureTable units = region.adminUnits();
        assertThat(units.text("parent_code").get(units.rowOf("n1"))).isEqualTo("r7");
        assertThat(units.text("parent_code").get(units.rowOf("n2"))).isEmpty();
    }

    @Test
    void withoutBoundariesNothingChanges() {
        Region bare = new TestRegion().household("h", 0, 0).build();
        assertThat(AdminCompletion.complete(bare)).isSameAs(bare);
    }
}
