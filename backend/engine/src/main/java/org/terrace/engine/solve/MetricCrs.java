package org.terrace.engine.solve;

import java.util.Locale;
import java.util.Optional;
import org.terrace.engine.RefusedException;
import org.terrace.formats.crs.Crs;

/** The system of {@code --crs EPSG:n}, in which a command computes. */
final class MetricCrs {
    private MetricCrs() {}

    /** @throws RefusedException unless it is a known system in metres */
    static Crs of(String crs) {
        String digits = crs.toUpperCase(Locale.ROOT).replaceFirst("^EPSG:", "");
        Optional<Crs> found = digits.matches("[0-9]{1,6}") ? Crs.find(Integer.parseInt(digits)) : Optional.empty();
        return found.filter(Crs::isMetric).orElseThrow(() -> RefusedException.of("crs_not_metric", "crs", crs));
    }
}
