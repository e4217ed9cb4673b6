package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#ADMIN_BOUNDARY}. */
@Entity
@Table(name = "admin_boundary")
class AdminBoundaryEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "level")
    @Nullable String level;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.ADMIN_BOUNDARY;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
