package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#ROAD_SEGMENT}. */
@Entity
@Table(name = "road_segment")
class RoadSegmentEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "road_class")
    @Nullable String roadClass;

    @Column(name = "surface")
    @Nullable String surface;

    @Column(name = "width_m")
    @Nullable Double widthM;

    @Column(name = "condition")
    @Nullable String condition;

    @Column(name = "bridge")
    @Nullable String bridge;

    @Column(name = "tunnel")
    @Nullable String tunnel;

    @Column(name = "layer")
    @Nullable Double layer;

    @Column(name = "surveyed_profile")
    @Nullable String surveyedProfile;

    @Column(name = "source_class")
    @Nullable String sourceClass;

    @Column(name = "owner")
    @Nullable String owner;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.ROAD_SEGMENT;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
