package org.terrace.formats.mapping;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.text.AngleText;

/**
 * A row whose coordinates are those of its village or scheme, digit for digit: whoever filled in the form wrote the one place twice. The
 * row keeps it, with a warning, because distances and heights from there are those of the village.
 */
final class BorrowedPlace {
    private BorrowedPlace() {}

    /** @param asRead the row's geometry before anything was done with it */
    static void report(MappingRule rule, Geometry asRead, Map<String, Object> values, Place at, IssueSink issues) {
        String x = rule.placeOf().x();
        String y = rule.placeOf().y();
        if (!rule.placeOf().isKnown() || !(asRead instanceof Point point) || point.isEmpty()) {
            return;
        }
        if (equal(values.get(x), point.getX()) && equal(values.get(y), point.getY())) {
            issues.report(Issue.warning("position_of_another", at)
                    .field(x + ", " + y)
                    .value(values.get(x) + ", " + values.get(y)));
        }
    }

    private static boolean equal(@Nullable Object value, double ordinate) {
        if (value instanceof Number number) {
            return number.doubleValue() == ordinate;
        }
        OptionalDouble parsed = value == null ? OptionalDouble.empty() : AngleText.parse(String.valueOf(value));
        return parsed.isPresent() && parsed.getAsDouble() == ordinate;
    }
}
