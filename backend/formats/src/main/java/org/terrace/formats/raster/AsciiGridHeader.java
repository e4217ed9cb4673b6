package org.terrace.formats.raster;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.region.GridFrame;

/**
 * The lines before the heights of an ESRI ASCII grid.
 *
 * @param values by lower-case key
 */
record AsciiGridHeader(Map<String, Double> values) {
    /** ESRI gives {@code cellsize}; GDAL writes {@code dx} and {@code dy} where cells are not square. */
    static final Set<String> KEYS = Set.of(
            "ncols",
            "nrows",
            "xllcorner",
            "yllcorner",
            "xllcenter",
            "yllcenter",
            "cellsize",
            "dx",
            "dy",
            "nodata_value");

    /** ESRI's default where the line is left out. */
    private static final double DEFAULT_NODATA = -9999;

    /** The first line that is missing or impossible; empty when the header is complete. */
    Optional<String> fault() {
        for (String count : new String[] {"ncols", "nrows"}) {
            double n = value(count);
            if (!(n >= 1) || n != Math.rint(n)) {
                return Optional.of(count);
            }
        }
        for (String axis : new String[] {"x", "y"}) {
            if (!Double.isFinite(value(axis + "llcorner")) && !Double.isFinite(value(axis + "llcenter"))) {
                return Optional.of(axis + "llcorner");
            }
            double size = cell("d" + axis);
            if (!(size > 0) || Double.isInfinite(size)) {
                return Optional.of("cellsize");
            }
        }
        return Optional.empty();
    }

    long columns() {
        return (long) value("ncols");
    }

    long rows() {
        return (long) value("nrows");
    }

    double nodata() {
        return values.getOrDefault("nodata_value", DEFAULT_NODATA);
    }

    GridFrame frame() {
        double dx = cell("dx");
        double dy = cell("dy");
        double west = values.containsKey("xllcorner") ? value("xllcorner") : value("xllcenter") - dx / 2;
        double south = values.containsKey("yllcorner") ? value("yllcorner") : value("yllcenter") - dy / 2;
        return new GridFrame(west, south + rows() * dy, dx, dy, (int) columns(), (int) rows());
    }

    private double cell(String key) {
        return values.containsKey(key) ? value(key) : value("cellsize");
    }

    private double value(String key) {
        return values.getOrDefault(key, Double.NaN);
    }
}
