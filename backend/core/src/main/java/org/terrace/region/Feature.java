package org.terrace.region;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One record at the door of the region: what an import produces and a table is built from.
 *
 * @param kind its layer
 * @param code business key, unique in its layer; never empty
 * @param values by attribute name: String for text, dates and codes, Double for numbers; an absent key is an unknown value
 * @param geometry empty where the record has none (a household table without coordinates)
 */
public record Feature(LayerKind kind, String code, Map<String, Object> values, Optional<Geometry> geometry) {

    public Feature {
        Objects.requireNonNull(kind);
        values = Map.copyOf(values);
        if (code.isBlank()) {
            throw new IllegalArgumentException("a " + kind.id() + " without a code");
        }
        values.forEach((name, value) -> check(kind, code, name, value));
    }

    private static void check(LayerKind kind, String code, String name, Object value) {
        Attribute attribute = kind.attributes().get(kind.indexOf(name));
        boolean good = switch (attribute.type()) {
            case NUMBER -> value instanceof Double d && !d.isNaN();
            case TEXT, DATE -> value instanceof String;
            case CODE -> value instanceof String s && attribute.codes().contains(s);
        };
        if (!good) {
            throw new IllegalArgumentException(kind.id() + " " + code + ": attribute " + name + " cannot be '" + value
                    + "' (" + attribute.type() + (attribute.codes().isEmpty() ? "" : " " + attribute.codes()) + ")");
        }
    }

    public String text(String attribute) {
        return values.get(attribute) instanceof String s ? s : "";
    }

    /** NaN when unknown. */
    public double number(String attribute) {
        return values.get(attribute) instanceof Double d ? d : Double.NaN;
    }
}
