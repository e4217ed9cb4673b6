package org.terrace.sample;

import java.util.Map;
import org.terrace.region.Region;

/**
 * A county that does not exist. Nobody in it is a real person and no place in it a real place.
 *
 * @param code six digits that no real county has
 * @param names by language tag: en, zh-CN
 * @param region everything in it, in the metric CRS EPSG:{@value #EPSG}; elevation in whole metres
 */
public record SyntheticCounty(SampleOptions options, String code, Map<String, String> names, Region region) {
    /** CGCS2000, 3-degree Gauss-Kruger, central meridian 102 E, without zone prefix. */
    public static final int EPSG = 4543;

    static final Map<String, String> NAMES = Map.of("en", "Sample county (synthetic)", "zh-CN", "样例县（虚构）");

    public SyntheticCounty {
        names = Map.copyOf(names);
    }
}
