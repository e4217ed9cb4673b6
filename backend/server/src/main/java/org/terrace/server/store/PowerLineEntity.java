package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#POWER_LINE}. */
@Entity
@Table(name = "power_line")
class PowerLineEntity extends LayerRow {

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "conductor")
    @Nullable String conductor;

    @Column(name = "neutral_conductor")
    @Nullable String neutralConductor;

    @Column(name = "phases")
    @Nullable Double phases;

    @Column(name = "phase")
    @Nullable String phase;

    @Column(name = "voltage_v")
    @Nullable Double voltageV;

    @Column(name = "transformer_code")
    @Nullable String transformerCode;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.POWER_LINE;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
