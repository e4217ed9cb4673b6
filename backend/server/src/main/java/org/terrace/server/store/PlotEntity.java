package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#PLOT}. */
@Entity
@Table(name = "plot")
class PlotEntity extends LayerRow {

    @Column(name = "household_code")
    @Nullable String householdCode;

    @Column(name = "area_mu")
    @Nullable Double areaMu;

    @Column(name = "land_class")
    @Nullable String landClass;

    @Column(name = "current_crop")
    @Nullable String currentCrop;

    @Column(name = "irrigated")
    @Nullable String irrigated;

    @Column(name = "tobacco_contract")
    @Nullable String tobaccoContract;

    @Column(name = "elevation_m")
    @Nullable Double elevationM;

    @Column(name = "slope_deg")
    @Nullable Double slopeDeg;

    @Column(name = "soil_ph")
    @Nullable Double soilPh;

    @Column(name = "soil_depth_cm")
    @Nullable Double soilDepthCm;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.PLOT;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
