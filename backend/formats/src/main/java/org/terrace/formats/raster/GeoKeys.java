package org.terrace.formats.raster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The keys by which a GeoTIFF tells its coordinate system.
 *
 * @see "OGC 19-008r4 GeoTIFF 1.1, 7.1 and annex B"
 */
final class GeoKeys {
    static final int RASTER_TYPE = 1025;
    static final int PIXEL_IS_AREA = 1;

    static final int MODEL_TYPE = 1024;
    static final int MODEL_PROJECTED = 1;
    static final int MODEL_GEOGRAPHIC = 2;
    static final int GEOGRAPHIC_TYPE = 2048;
    static final int PROJECTED_TYPE = 3072;
    private static final int VERTICAL_TYPE = 4096;
    private static final int VERTICAL_CITATION = 4097;
    private static final int VERTICAL_UNITS = 4099;
    private static final int USER_DEFINED = 32767;
    private static final int PIXEL_IS_POINT = 2;
    private static final int METRE = 9001;

    /** EPSG codes of the vertical systems met in China and in world models. */
    private static final Map<Integer, String> VERTICAL_NAMES = Map.of(
            5773, "EGM96",
            3855, "EGM2008",
            5798, "EGM84",
            5737, "Yellow Sea 1985",
            5736, "Yellow Sea 1956",
            5714, "mean sea level",
            5703, "NAVD88",
            5702, "NGVD29");

    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();

    GeoKeys(TiffHeader tiff) {
        double[] keys = tiff.values(TiffHeader.GEO_KEYS);
        String ascii = tiff.text(TiffHeader.GEO_ASCII);
        for (int i = 4; i + 3 < keys.length; i += 4) {
            int key = (int) keys[i];
            int where = (int) keys[i + 1];
            int count = (int) keys[i + 2];
            int value = (int) keys[i + 3];
            if (where == 0) {
                numbers.put(key, value);
            } else if (where == TiffHeader.GEO_ASCII && value + count <= ascii.length() + 1) {
                String text = ascii.substring(Math.min(value, ascii.length()), Math.min(value + count, ascii.length()));
                texts.put(key, text.endsWith("|") ? text.substring(0, text.length() - 1) : text);
            }
        }
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The code of the horizontal system, when it is one of the registry and not defined in the file itself. */
    OptionalInt epsg() {
        int model = numbers.getOrDefault(MODEL_TYPE, 0);
        int projected = numbers.getOrDefault(PROJECTED_TYPE, 0);
        int geographic = numbers.getOrDefault(GEOGRAPHIC_TYPE, 0);
        int code = model == MODEL_GEOGRAPHIC || (model == 0 && projected == 0) ? geographic : projected;
        return code > 1024 && code < USER_DEFINED ? OptionalInt.of(code) : OptionalInt.empty();
    }

    /** True when the file says anything at all about the horizontal system. */
    boolean tellsCrs() {
        return numbers.containsKey(PROJECTED_TYPE) || numbers.containsKey(GEOGRAPHIC_TYPE);
    }

    /** True when the tie point is the centre of a pixel instead of its corner. */
    boolean pixelIsPoint() {
        return numbers.getOrDefault(RASTER_TYPE, PIXEL_IS_AREA) == PIXEL_IS_POINT;
    }

    Optional<String> verticalDatum() {
        int code = numbers.getOrDefault(VERTICAL_TYPE, 0);
        if (VERTICAL_NAMES.containsKey(code)) {
            return Optional.of(VERTICAL_NAMES.get(code));
        }
        Optional<String> citation =
                Optional.ofNullable(texts.get(VERTICAL_CITATION)).filter(t -> !t.isBlank());
        boolean registered = code > 1024 && code < USER_DEFINED;
        return citation.or(() -> registered ? Optional.of("EPSG:" + code) : Optional.empty());
    }

    /** EPSG code of the unit of heights; metre when the file says nothing. */
    int verticalUnit() {
        return numbers.getOrDefault(VERTICAL_UNITS, METRE);
    }
}
