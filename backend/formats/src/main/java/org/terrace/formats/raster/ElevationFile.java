package org.terrace.formats.raster;

import java.util.Optional;
import org.terrace.formats.crs.CrsFound;
import org.terrace.region.ElevationGrid;

/**
 * Heights as a file has them, in the file's own coordinate system; in metres, whatever unit the file had.
 *
 * @param name what the user calls the file
 * @param format short name of the format: {@code geotiff, hgt, ascii_grid}
 * @param grid x is east or longitude, y north or latitude
 * @param crs the system of the grid, and how it became known
 * @param verticalDatum what heights are counted from, as the file says it ({@code EGM96}); empty when unknown
 */
public record ElevationFile(
        String name, String format, ElevationGrid grid, CrsFound crs, Optional<String> verticalDatum) {

    /** The same heights in a system that the user has named. */
    public ElevationFile withCrs(CrsFound given) {
        return new ElevationFile(name, format, grid, given, verticalDatum);
    }
}
