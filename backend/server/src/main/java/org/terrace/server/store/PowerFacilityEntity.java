package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#POWER_FACILITY}. */
@Entity
@Table(name = "power_facility")
class PowerFacilityEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "kva")
    @Nullable Double kva;

    @Column(name = "tap_percent")
    @Nullable Double tapPercent;

    @Column(name = "vector_group")
    @Nullable String vectorGroup;

    @Column(name = "vk_percent")
    @Nullable Double vkPercent;

    @Column(name = "peak_current_a")
    @Nullable Double peakCurrentA;

    @Column(name = "households_reported")
    @Nullable Double householdsReported;

    @Column(name = "monthly_kwh")
    @Nullable Double monthlyKwh;

    @Column(name = "geom", columnDefinition = "geometry(Point,4326)")
    @Nullable Point geom;

    @Override
    LayerKind kind() {
        return LayerKind.POWER_FACILITY;
    }

    @Override
    @Nullable Point geometry() {
        return geom;
    }
}
