package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#PROJECT}. */
@Entity
@Table(name = "project")
class ProjectEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "kind")
    @Nullable String kind;

    @Column(name = "place_code")
    @Nullable String placeCode;

    @Column(name = "place_name")
    @Nullable String placeName;

    @Column(name = "content")
    @Nullable String content;

    @Column(name = "cost_yuan")
    @Nullable Double costYuan;

    @Column(name = "beneficiary_households")
    @Nullable Double beneficiaryHouseholds;

    @Column(name = "beneficiary_people")
    @Nullable Double beneficiaryPeople;

    @Column(name = "fund")
    @Nullable String fund;

    @Column(name = "planned_year")
    @Nullable Double plannedYear;

    @Column(name = "prerequisites")
    @Nullable String prerequisites;

    @Column(name = "geom", columnDefinition = "geometry(Geometry,4326)")
    @Nullable Geometry geom;

    @Override
    LayerKind kind() {
        return LayerKind.PROJECT;
    }

    @Override
    @Nullable Geometry geometry() {
        return geom;
    }
}
