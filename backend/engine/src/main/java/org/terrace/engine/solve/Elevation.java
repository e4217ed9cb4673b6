package org.terrace.engine.solve;

import java.nio.file.Path;
import java.util.Optional;
import org.terrace.engine.RefusedException;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.raster.ElevationFile;
import org.terrace.formats.raster.ElevationReaders;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;

/**
 * A grid of a command: any elevation format, in metres east and north.
 *
 * @param crs empty when the file does not say; then coordinates are taken as they are
 */
record Elevation(ElevationGrid grid, Optional<Crs> crs) {

    /** @throws RefusedException when the file is no raster, or lies in degrees: slopes and times need metres */
    static Elevation read(Path path) {
        Issues issues = new Issues();
        Optional<ElevationFile> read = ElevationReaders.read(InputFile.of(path), issues);
        if (read.isEmpty()) {
            throw Source.refused(issues);
        }
        Optional<Crs> crs = read.get().crs().crs();
        if (crs.isPresent() && !crs.get().isMetric()) {
            throw new RefusedException(
                    path + " is in " + crs.get()
                            + ", which is in degrees. Maybe warp it first: gdalwarp -t_srs EPSG:<metric zone> -tr 30 30 -r bilinear");
        }
        return new Elevation(read.get().grid(), crs);
    }

    /** @throws RefusedException when the file does not say: what is computed on it could be written nowhere */
    Crs requiredCrs() {
        return crs.orElseThrow(() -> new RefusedException(
                "the elevation has no coordinate system. Maybe add one: gdal_edit.py -a_srs EPSG:<zone>"));
    }
}
