package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#WATER_FACILITY}. */
@Entity
@Table(name = "water_facility")
class WaterFacilityEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "working")
    @Nullable String working;

    @Column(name = "dry_season_yield_m3_per_day")
    @Nullable Double drySeasonYieldM3PerDay;

    @Column(name = "volume_m3")
    @Nullable Double volumeM3;

    @Column(name = "quality")
    @Nullable String quality;

    @Column(name = "source_protected")
    @Nullable String sourceProtected;

    @Column(name = "elevation_m")
    @Nullable Double elevationM;

    @Column(name = "households_reported")
    @Nullable Double householdsReported;

    @Column(name = "village_code")
    @Nullable String villageCode;

    @Column(name = "geom", columnDefinition = "geometry(Point,4326)")
    @Nullable Point geom;

    @Override
    LayerKind kind() {
        return LayerKind.WATER_FACILITY;
    }

    @Override
    @Nullable Point geometry() {
        return geom;
    }
}
