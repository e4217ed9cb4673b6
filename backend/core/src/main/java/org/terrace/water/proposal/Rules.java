package org.terrace.water.proposal;

import java.util.List;
import org.terrace.standard.Standard;
import org.terrace.water.WaterDemand;
import org.terrace.water.scheme.TapHead;

/**
 * What of the standard decides how schemes are proposed.
 *
 * @param verdicts of households that need a scheme. @param connections of those that need one as well unless they are served
 * @param apartM houses of a group further from each other than this are parted. @param reachM from source to houses
 * @param rampM distance from which on heights of the elevation model are wrong independently of each other
 * @param inletHeadM at least at the inlets of tanks and over the ground on the way. @param fallPerM of the head line, for routing
 * @param mainStaticM static head above which a break-pressure tank is wanted
 * @param tankShareOfDay of a day's demand that the tank holds at least
 */
record Rules(
        List<String> verdicts,
        List<String> connections,
        double apartM,
        double reachM,
        double modelErrorM,
        double positionErrorM,
        double rampM,
        double inletHeadM,
        double fallPerM,
        double mainStaticM,
        double tankShareOfDay,
        double velocityMaxMPerS,
        double steepDeg,
        double verySteepDeg,
        WaterDemand demand,
        TapHead.Limits heads,
        Pumping pumping) {

    /** @param liftMaxM highest lift that is proposed. @param efficiency of pump and motor together, 0 to 1 */
    record Pumping(double liftMaxM, double hoursPerDay, double efficiency) {}

    static Rules of(Standard standard) {
        return new Rules(
                standard.texts("water.project.verdicts"),
                standard.texts("water.project.connections"),
                standard.number("water.project.apart_m"),
                standard.number("water.project.reach_m"),
                standard.number("elevation.error_m"),
                standard.number("household.position_error_m"),
                standard.number("water.project.height_error_range_m"),
                standard.number("water.project.inlet_head_m"),
                standard.number("water.project.fall_m_per_km") / 1000,
                standard.number("water.project.main_static_max_m"),
                standard.number("water.project.tank_percent_of_day") / 100,
                standard.number("water.pipe.velocity_max_m_per_s"),
                standard.number("water.project.steep_deg"),
                standard.number("water.project.very_steep_deg"),
                WaterDemand.of(standard),
                TapHead.Limits.of(standard),
                new Pumping(
                        standard.number("water.project.pump_lift_max_m"),
                        standard.number("water.project.pump_hours_per_day"),
                        standard.number("water.project.pump_efficiency_percent") / 100));
    }
}
