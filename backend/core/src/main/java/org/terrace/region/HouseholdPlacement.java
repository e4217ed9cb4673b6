package org.terrace.region;

/**
 * Puts households without coordinates at the centre of their group (or, failing that, their village), with the unit's radius as
 * position error and {@code group_centre} as position source. Their record stays as it was: this changes the snapshot only.
 *
 * <p>Where the unit has no radius on record, {@link #GROUP_RADIUS_M} or {@link #VILLAGE_RADIUS_M} is assumed: wide enough that
 * most distance verdicts of such households come out borderline, which is what is known of them.
 */
public final class HouseholdPlacement {
    /** Assumed reach of a group's houses around its centre. */
    public static final double GROUP_RADIUS_M = 500;
    /** Assumed reach of a village's houses around its committee. */
    public static final double VILLAGE_RADIUS_M = 2_000;

    private HouseholdPlacement() {}

    /** A snapshot in which every household whose group or village has a point has a position. */
    public static Region place(Region region) {
        FeatureTable households = region.households();
        FeatureTable units = region.adminUnits();
        boolean nothingToDo = true;
        for (int i = 0; i < households.size() && nothingToDo; i++) {
            nothingToDo = households.hasGeometry(i);
        }
        if (nothingToDo || units.size() == 0) {
            return region;
        }
        int error = LayerKind.HOUSEHOLD.indexOf("position_error_m");
        int source = LayerKind.HOUSEHOLD.indexOf("position_source");
        FeatureTableBuilder placed = new FeatureTableBuilder(LayerKind.HOUSEHOLD);
        for (int i = 0; i < households.size(); i++) {
            Feature household = households.feature(i);
            placed.add(household);
            if (household.geometry().isEmpty()) {
                int row = unitWithPoint(units, household.text("group_code"));
                if (row >= 0) {
                    placed.point(units.x(row), units.y(row));
                    placed.number(error, radiusM(units, row));
                    placed.code(source, "group_centre");
                }
            }
        }
        return region.with(placed.build());
    }

    /** The unit of that code if it has a point, else its nearest ancestor up to the village; -1 when there is none. */
    private static int unitWithPoint(FeatureTable units, String code) {
        String at = code;
        for (int step = 0; step < 2 && !at.isEmpty(); step++) {
            int row = units.rowOf(at);
            if (row < 0) {
                return -1;
            }
            String level = units.codesOf("level").code(row);
            if (!level.equals("group") && !level.equals("village")) {
                return -1;
            }
            if (units.hasGeometry(row)) {
                return row;
            }
            at = units.text("parent_code").get(row);
        }
        return -1;
    }

    private static double radiusM(FeatureTable units, int row) {
        double radius = units.numbers("radius_m").get(row);
        if (!Double.isNaN(radius)) {
            return radius;
        }
        return units.codesOf("level").is(row, "group") ? GROUP_RADIUS_M : VILLAGE_RADIUS_M;
    }
}
