package org.terrace.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.terrace.TestRegion;

class HouseholdPlacementTest {
    private final Region region = HouseholdPlacement.place(new TestRegion()
            .add(LayerKind.ADMIN_UNIT, "990001001001", TestRegion.point(50, 60), "level", "village")
            .add(
                    LayerKind.ADMIN_UNIT,
                    "99000100100101",
                    TestRegion.point(500, 600),
                    "level",
                    "group",
                    "parent_code",
                    "990001001001",
                    "radius_m",
                    300)
            .household("own", 1, 2, "group_code", "99000100100101")
            .householdWithoutPosition("atGroup", "group_code", "99000100100101")
            .householdWithoutPosition("atVillage", "group_code", "990001001001")
            .householdWithoutPosition("nowhere", "group_code", "9")
            .build());

    @Test
    void aHouseholdWithoutCoordinatesSitsAtItsGroupWithTheGroupsRadiusAsError() {
        FeatureTable households = region.households();
        int row = households.rowOf("atGroup");
        assertThat(households.x(row)).isEqualTo(500);
        assertThat(households.numbers("position_error_m").get(row)).isEqualTo(300);
        assertThat(households.codesOf("position_source").code(row)).isEqualTo("group_centre");
    }

    @Test
    void aVillageWithoutRadiusGivesAWideError() {
        FeatureTable households = region.households();
        assertThat(households.numbers("position_error_m").get(households.rowOf("atVillage")))
                .isEqualTo(HouseholdPlacement.VILLAGE_RADIUS_M);
    }

    @Test
    void anUnknownGroupLeavesTheHouseholdWithoutPosition() {
        assertThat(region.households().hasGeometry(region.households().rowOf("nowhere")))
                .isFalse();
    }

    @Test
    void aHouseholdWithCoordinatesKeepsThem() {
        int row = region.households().rowOf("own");
        assertThat(region.households().x(row)).isEqualTo(1);
        assertThat(region.households().codesOf("position_source").isAbsent(row)).isTrue();
    }

    @Test
    void unitsComeFromTheCodesAndElseFromTheBoundary() {
        Region withBoundary = region.with(new TestRegion()
                .add(
                        LayerKind.ADMIN_BOUNDARY,
                        "990001001",
                        TestRegion.wkt("POLYGON ((-10 -10, 10 -10, 10 10, -10 10, -10 -10))"),
                        "level",
                        "township")
                .build()
                .table(LayerKind.ADMIN_BOUNDARY));
        AdminTree tree = AdminTree.of(withBoundary);
        assertThat(tree.unitsOf("99000100100101", 1, 2)).containsExactly("99000100100101", "990001001001", "990001001");
        assertThat(tree.unitsOf("", 50, 60)).as("outside every boundary").containsExactly("", "", "");
    }
}
