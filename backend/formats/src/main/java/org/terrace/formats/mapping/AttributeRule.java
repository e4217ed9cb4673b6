package org.terrace.formats.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one attribute's value comes from.
 *
 * @param attribute name in the layer's schema
 * @param from source columns, the first that has a value counts; empty when constant
 * @param constant the value for every row
 * @param values translations of source values to codes or texts; a key ending in * stands for all values that begin so. Keys are in
 *     the plain form of {@link Values#plain}
 * @param otherwise the code for a value without translation; empty: reported and unknown; "unknown": unknown without report
 * @param unit of the source numbers; "" when they are in the attribute's own unit
 */
public record AttributeRule(
        String attribute,
        List<String> from,
        Optional<String> constant,
        Map<String, String> values,
        Optional<String> otherwise,
        String unit) {

    public AttributeRule {
        from = List.copyOf(from);
        values = Map.copyOf(values);
    }

    /** A column taken as it is. */
    public static AttributeRule column(String attribute, String column) {
        return new AttributeRule(attribute, List.of(column), Optional.empty(), Map.of(), Optional.empty(), "");
    }
}
