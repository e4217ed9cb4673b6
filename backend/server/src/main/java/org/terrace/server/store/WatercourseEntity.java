package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#WATERCOURSE}. */
@Entity
@Table(name = "watercourse")
class WatercourseEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.WATERCOURSE;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
