package org.terrace.sample;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.FeatureTableBuilder;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** The growing tables of a county, one per layer, and the numbering of their codes. */
final class Tables {
    private final Map<LayerKind, FeatureTableBuilder> builders = new EnumMap<>(LayerKind.class);
    private final Map<LayerKind, Integer> counts = new EnumMap<>(LayerKind.class);

    FeatureTableBuilder of(LayerKind kind) {
        return builders.computeIfAbsent(kind, FeatureTableBuilder::new);
    }

    /** A new row with the next code of the layer: the prefix and at least six digits. */
    String row(LayerKind kind, String prefix) {
        String code = code(prefix, counts.merge(kind, 1, Integer::sum));
        of(kind).row(code);
        return code;
    }

    /** The codes that the next rows will get. */
    String[] upcoming(LayerKind kind, String prefix, int rows) {
        int before = counts.getOrDefault(kind, 0);
        String[] codes = new String[rows];
        Arrays.setAll(codes, i -> code(prefix, before + 1 + i));
        return codes;
    }

    private static String code(String prefix, int number) {
        String digits = Integer.toString(number);
        return prefix + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
    }

    /** Sets a value of the last row; "" and NaN stay absent. */
    Tables set(LayerKind kind, String attribute, String value) {
        if (!value.isEmpty()) {
            of(kind).value(kind.indexOf(attribute), value);
        }
        return this;
    }

    Tables set(LayerKind kind, String attribute, double value) {
        of(kind).number(kind.indexOf(attribute), value);
        return this;
    }

    Region build(String county, int epsg, ElevationGrid elevation) {
        Map<LayerKind, FeatureTable> built = new EnumMap<>(LayerKind.class);
        for (LayerKind kind : LayerKind.values()) {
            FeatureTableBuilder builder = builders.remove(kind);
            if (builder != null) {
                built.put(kind, builder.build());
            }
        }
        return new Region(county, epsg, built, Optional.of(elevation));
    }
}
