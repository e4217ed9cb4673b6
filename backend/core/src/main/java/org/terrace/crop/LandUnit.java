package org.terrace.crop;

import java.util.List;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;

/**
 * A piece of land as far as it is known. NaN and "" = not checked.
 *
 * @param meanTemperatureC mean of the year
 * @param landClass code of the attribute {@code land_class}
 * @param tobaccoContract {@code yes}, {@code no} or ""
 */
public record LandUnit(
        double altitudeM,
        double meanTemperatureC,
        double slopeDeg,
        double soilPh,
        double soilDepthCm,
        String landClass,
        String tobaccoContract) {

    static final List<String> LAND_CLASSES = LayerKind.PLOT
            .findAttribute("land_class")
            .map(Attribute::codes)
            .orElseThrow(() -> new IllegalStateException("plots have no land_class"));

    /** Land of which only the height and the climate are known. */
    static LandUnit at(double altitudeM, double meanTemperatureC, double slopeDeg) {
        return new LandUnit(altitudeM, meanTemperatureC, slopeDeg, Double.NaN, Double.NaN, "", "");
    }
}
