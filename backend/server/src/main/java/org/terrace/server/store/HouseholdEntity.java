package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.terrace.region.LayerKind;

/** A stored row of the layer {@link LayerKind#HOUSEHOLD}. */
@Entity
@Table(name = "household")
class HouseholdEntity extends LayerRow {

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "group_code")
    @Nullable String groupCode;

    @Column(name = "people_registered")
    @Nullable Double peopleRegistered;

    @Column(name = "people_resident")
    @Nullable Double peopleResident;

    @Column(name = "months_at_home")
    @Nullable Double monthsAtHome;

    @Column(name = "house_status")
    @Nullable String houseStatus;

    @Column(name = "relocated")
    @Nullable String relocated;

    @Column(name = "resettlement_site")
    @Nullable String resettlementSite;

    @Column(name = "labour_force")
    @Nullable Double labourForce;

    @Column(name = "category")
    @Nullable String category;

    @Column(name = "income_per_person_yuan")
    @Nullable Double incomePerPersonYuan;

    @Column(name = "wage_income_yuan")
    @Nullable Double wageIncomeYuan;

    @Column(name = "operating_income_yuan")
    @Nullable Double operatingIncomeYuan;

    @Column(name = "transfer_income_yuan")
    @Nullable Double transferIncomeYuan;

    @Column(name = "arable_mu")
    @Nullable Double arableMu;

    @Column(name = "forest_mu")
    @Nullable Double forestMu;

    @Column(name = "position_error_m")
    @Nullable Double positionErrorM;

    @Column(name = "position_source")
    @Nullable String positionSource;

    @Column(name = "elevation_m")
    @Nullable Double elevationM;

    @Column(name = "declared_road_surface")
    @Nullable String declaredRoadSurface;

    @Column(name = "declared_road_distance_m")
    @Nullable Double declaredRoadDistanceM;

    @Column(name = "declared_power")
    @Nullable String declaredPower;

    @Column(name = "declared_production_power")
    @Nullable String declaredProductionPower;

    @Column(name = "declared_safe_water")
    @Nullable String declaredSafeWater;

    @Column(name = "water_connection")
    @Nullable String waterConnection;

    @Column(name = "water_source_code")
    @Nullable String waterSourceCode;

    @Column(name = "water_quality")
    @Nullable String waterQuality;

    @Column(name = "water_days_cut")
    @Nullable Double waterDaysCut;

    @Column(name = "water_litres_per_person_day")
    @Nullable Double waterLitresPerPersonDay;

    @Column(name = "storeys")
    @Nullable Double storeys;

    @Column(name = "transformer_code")
    @Nullable String transformerCode;

    @Column(name = "meter_code")
    @Nullable String meterCode;

    @Column(name = "supply_phases")
    @Nullable Double supplyPhases;

    @Column(name = "supply_phase")
    @Nullable String supplyPhase;

    @Column(name = "monthly_kwh")
    @Nullable Double monthlyKwh;

    @Column(name = "machine")
    @Nullable String machine;

    @Column(name = "machine_kw")
    @Nullable Double machineKw;

    @Column(name = "measured_voltage_v")
    @Nullable Double measuredVoltageV;

    @Column(name = "voltage_measured_on")
    @Nullable String voltageMeasuredOn;

    @Column(name = "geom", columnDefinition = "geometry(Point,4326)")
    @Nullable Point geom;

    @Override
    LayerKind kind() {
        return LayerKind.HOUSEHOLD;
    }

    @Override
    @Nullable Point geometry() {
        return geom;
    }
}
