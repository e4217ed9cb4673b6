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
            throw Source.refused(path.toString(), issues);
        }
        Optional<Crs> crs = read.get().crs().crs();
        if (crs.isPresent() && !crs.get().isMetric()) {
            throw RefusedException.of("degrees", "file", path, "crs", crs.get());
        }
        return new Elevation(read.get().grid(), crs);
    }

    /** @throws RefusedException when the file does not say: what is computed on it could be written nowhere */
    Crs requiredCrs() {
        return crs.orElseThrow(() -> RefusedException.of("elevation_no_crs"));
    }
}
