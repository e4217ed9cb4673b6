package org.terrace.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the administrative units whole where the record has boundaries instead: a boundary without a unit of its code becomes a
 * unit, and a unit without a known parent gets the one whose boundary it lies in. The record stays as it was: this changes the
 * snapshot only.
 */
public final class AdminCompletion {
    private static final List<String> LARGE_TO_SMALL = List.of("county", "township", "village", "group");

    private AdminCompletion() {}

    public static Region complete(Region region) {
        FeatureTable boundaries = region.table(LayerKind.ADMIN_BOUNDARY);
        if (boundaries.size() == 0) {
            return region;
        }
        FeatureTable units = region.adminUnits();
        FeatureTableBuilder completed = new FeatureTableBuilder(LayerKind.ADMIN_UNIT);
        AdminTree areas = AdminTree.of(region);
        for (int i = 0; i < units.size(); i++) {
            completed.add(withParent(units.feature(i), units, areas));
        }
        for (int i = 0; i < boundaries.size(); i++) {
            if (units.rowOf(boundaries.code(i)) < 0 && boundaries.hasGeometry(i)) {
                completed.add(withParent(unitOf(boundaries, i), units, areas));
            }
        }
        return region.with(completed.build());
    }

    /** The boundary's unit: at a point inside, reaching to the far corner of its extent. */
    private static Feature unitOf(FeatureTable boundaries, int row) {
        Map<String, Object> values = new HashMap<>(boundaries.feature(row).values());
        Envelope extent = boundaries.geometry(row).orElseThrow().getEnvelopeInternal();
        values.put("radius_m", Math.min(50_000, extent.getDiameter() / 2));
        Geometry inside = Geometries.FACTORY.createPoint(boundaries.at(row));
        return new Feature(LayerKind.ADMIN_UNIT, boundaries.code(row), values, Optional.of(inside));
    }

    private static Feature withParent(Feature unit, FeatureTable units, AdminTree areas) {
        int level = LARGE_TO_SMALL.indexOf(unit.text("level"));
        if (level < 2 || unit.geometry().isEmpty() || units.rowOf(unit.text("parent_code")) >= 0) {
            return unit;
        }
        Coordinate at = unit.geometry().orElseThrow().getCoordinate();
        String[] containing = areas.unitsOf("", at.x, at.y);
        for (int above = level - 1; above >= 1; above--) {
            String parent = containing[AdminTree.LEVELS.indexOf(LARGE_TO_SMALL.get(above))];
            if (!parent.isEmpty() && !parent.equals(unit.code())) {
                Map<String, Object> values = new HashMap<>(unit.values());
                values.put("parent_code", parent);
                return new Feature(LayerKind.ADMIN_UNIT, unit.code(), values, unit.geometry());
            }
        }
        return unit;
    }
}
