package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#FACILITY}. */
@Entity
@Table(name = "facility")
class FacilityEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "place_code")
    @Nullable String placeCode;

    @Column(name = "geom", columnDefinition = "geometry(Point,4326)")
    @Nullable Point geom;

    @Override
    LayerKind kind() {
        return LayerKind.FACILITY;
    }

    @Override
    @Nullable Point geometry() {
        return geom;
    }
}
