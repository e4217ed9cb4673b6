package org.terrace.analysis;

import java.util.List;

/**
 * A value at every point of the county (a grid): altitude zone, walking time, suitability of a crop.
 *
 * @param scheme class scheme whose code positions the values are, empty for a number
 * @param unit unit of a number
 */
public record FieldSpec(String id, String unit, String scheme, List<String> codes) {
    public FieldSpec {
        codes = List.copyOf(codes);
    }
}
