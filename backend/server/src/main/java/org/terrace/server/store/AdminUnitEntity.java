package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#ADMIN_UNIT}. */
@Entity
@Table(name = "admin_unit")
class AdminUnitEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "level")
    @Nullable String level;

    @Column(name = "parent_code")
    @Nullable String parentCode;

    @Column(name = "radius_m")
    @Nullable Double radiusM;

    @Column(name = "households_reported")
    @Nullable Double householdsReported;

    @Column(name = "committee_road_reported")
    @Nullable String committeeRoadReported;

    @Column(name = "geom", columnDefinition = "geometry(Point,4326)")
    @Nullable Point geom;

    @Override
    LayerKind kind() {
        return LayerKind.ADMIN_UNIT;
    }

    @Override
    @Nullable Point geometry() {
        return geom;
    }
}
