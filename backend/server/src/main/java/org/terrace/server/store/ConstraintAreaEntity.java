package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#CONSTRAINT_AREA}. */
@Entity
@Table(name = "constraint_area")
class ConstraintAreaEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "rule")
    @Nullable String rule;

    @Column(name = "office")
    @Nullable String office;

    @Column(name = "source")
    @Nullable String source;

    @Column(name = "dated")
    @Nullable String dated;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.CONSTRAINT_AREA;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
