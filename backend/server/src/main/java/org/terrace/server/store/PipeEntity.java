package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#PIPE}. */
@Entity
@Table(name = "pipe")
class PipeEntity extends LayerRow {

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "material")
    @Nullable String material;

    @Column(name = "diameter_mm")
    @Nullable Double diameterMm;

    @Column(name = "laying")
    @Nullable String laying;

    @Column(name = "pressure_class_mpa")
    @Nullable Double pressureClassMpa;

    @Column(name = "from_code")
    @Nullable String fromCode;

    @Column(name = "to_code")
    @Nullable String toCode;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.PIPE;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
