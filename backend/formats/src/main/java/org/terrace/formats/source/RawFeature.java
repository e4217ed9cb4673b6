package org.terrace.formats.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.issue.Place;

/**
 * One record as the file has it.
 *
 * @param place file, layer, and line or feature
 * @param attributes in the file's order; values are String, Number, Boolean or LocalDate; an empty cell is left out
 * @param geometry in the file's CRS, x east and y north; empty when the record has none
 */
public record RawFeature(Place place, Map<String, Object> attributes, Optional<Geometry> geometry) {

    public RawFeature {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public RawFeature withGeometry(Geometry other) {
        return new RawFeature(place, attributes, Optional.of(other));
    }
}
