package org.terrace.power.remedy;

import java.util.List;
import org.terrace.power.area.VoltageLimits;
import org.terrace.standard.Standard;

/**
 * What the standard says of works on the low-voltage network.
 *
 * @param tapSteps percent of the high-voltage winding above its nominal, from the one that raises the low voltage most
 * @param mm2 areas that lines are rewired with, ascending. @param wireType of them
 * @param reachM so far from a 10 kV line a new transformer may stand
 * @param kvaPerHousehold of a new transformer, at least
 */
record RemedyRules(
        VoltageLimits limits,
        double hoursAllowed,
        List<Double> tapSteps,
        List<Double> mm2,
        String wireType,
        double reachM,
        double kvaPerHousehold,
        double steepDeg,
        double verySteepDeg) {

    static RemedyRules of(Standard standard) {
        return new RemedyRules(
                VoltageLimits.of(standard),
                standard.number("power.voltage.hours_allowed_per_year"),
                standard.numbers("power.transformer.tap_steps_percent").stream()
                        .sorted()
                        .toList(),
                standard.numbers("power.project.wire_mm2").stream().sorted().toList(),
                standard.text("power.project.wire_type"),
                standard.number("power.project.reach_m"),
                standard.number("power.transformer.kva_per_household"),
                standard.number("power.project.steep_deg"),
                standard.number("power.project.very_steep_deg"));
    }
}
