package org.terrace.formats.raster;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsDetection;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.source.InputFile;
import org.terrace.region.GridFrame;

/** The coordinate system of a GeoTIFF: by its EPSG code, else by what GeoTools makes of its own definition, else by asking. */
final class TiffCrs {
    private static final int WGS84_3D = 4979;

    private TiffCrs() {}

    static CrsFound of(InputFile file, GeoKeys keys, GridFrame frame) {
        OptionalInt code = keys.epsg();
        if (code.isPresent()) {
            int epsg = code.getAsInt() == WGS84_3D ? 4326 : code.getAsInt();
            Optional<Crs> found = Crs.find(epsg);
            if (found.isPresent()) {
                return CrsFound.read(found.get(), "srs");
            }
        }
        if (keys.tellsCrs()) {
            return defined(file);
        }
        CrsFound found = CrsDetection.fromNumbers(frame.envelope(), Optional.empty());
        return found.swapped() ? CrsFound.asked(List.of(), "outside", false) : found;
    }

    private static CrsFound defined(InputFile file) {
        String wkt = "";
        try {
            // opens the EPSG database in Terrace's own folder and with east before north, before GeoTools does it its
            // way
            Crs.WGS84.wkt();
            GeoTiffReader reader = new GeoTiffReader(file.path().toFile());
            try {
                CoordinateReferenceSystem crs = reader.getCoordinateReferenceSystem();
                if (crs instanceof ProjectedCRS || crs instanceof GeographicCRS) {
                    wkt = crs.toWKT();
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return CrsFound.notUnderstood(String.valueOf(e.getMessage()));
        }
        String text = wkt;
        return Crs.fromWkt(text).map(c -> CrsFound.read(c, "srs")).orElseGet(() -> CrsFound.notUnderstood(text));
    }
}
