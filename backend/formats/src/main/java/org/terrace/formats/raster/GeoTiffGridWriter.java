package org.terrace.formats.raster;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferFloat;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageWriteParam;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.CoverageFactoryFinder;
import org.geotools.coverage.GridSampleDimension;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffFormat;
import org.geotools.gce.geotiff.GeoTiffWriteParams;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.crs.Crs;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Writes one grid of numbers as a GeoTIFF that QGIS, ArcGIS and GDAL open: DEFLATE, tiles of 256, nodata NaN. */
public final class GeoTiffGridWriter {
    private static final int TILE = 256;

    private GeoTiffGridWriter() {}

    /** Writes float32. An existing file is replaced. */
    public static void write(ElevationGrid grid, Crs crs, Path to) throws IOException {
        write(grid.frame(), grid.metres(), crs, to);
    }

    /**
     * Writes float32: heights, or any other field over a frame.
     *
     * @param values row by row from the north west, NaN where unknown
     */
    public static void write(GridFrame frame, float[] values, Crs crs, Path to) throws IOException {
        checkLength(frame, values.length);
        write(frame, new DataBufferFloat(values, values.length), crs, to);
    }

    /** The same as float64. */
    public static void write(GridFrame frame, double[] values, Crs crs, Path to) throws IOException {
        checkLength(frame, values.length);
        write(frame, new DataBufferDouble(values, values.length), crs, to);
    }

    private static void checkLength(GridFrame frame, int values) {
        if (values != frame.cells()) {
            throw new IllegalArgumentException(values + " values for " + frame.cells() + " cells");
        }
    }

    private static void write(GridFrame frame, DataBuffer values, Crs crs, Path to) throws IOException {
        SampleModel model = new BandedSampleModel(values.getDataType(), frame.columns(), frame.rows(), 1);
        WritableRaster raster = Raster.createWritableRaster(model, values, null);
        Map<String, Object> properties = new HashMap<>();
        CoverageUtilities.setNoDataProperty(properties, Double.NaN);
        Envelope e = frame.envelope();
        ReferencedEnvelope place =
                new ReferencedEnvelope(e.getMinX(), e.getMaxX(), e.getMinY(), e.getMaxY(), geoTools(crs));
        ColorModel grey = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, values.getDataType());
        GridSampleDimension[] band = {new GridSampleDimension("grid")};
        GridCoverage2D coverage = CoverageFactoryFinder.getGridCoverageFactory(null)
                .create("grid", new BufferedImage(grey, raster, false, null), place, band, null, properties);
        GeoTiffWriter writer = new GeoTiffWriter(to.toFile());
        try {
            writer.write(coverage, parameters());
        } finally {
            writer.dispose();
            coverage.dispose(true);
        }
    }

    private static GeneralParameterValue[] parameters() {
        GeoTiffWriteParams how = new GeoTiffWriteParams();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType("Deflate");
        how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        how.setTiling(TILE, TILE);
        ParameterValue<?> parameter = new GeoTiffFormat()
                .getWriteParameters()
                .parameter(AbstractGridFormat.GEOTOOLS_WRITE_PARAMS.getName().toString());
        parameter.setValue(how);
        return new GeneralParameterValue[] {parameter};
    }

    /** Through well-known text, which has east before north and the code of the registry with it. */
    private static CoordinateReferenceSystem geoTools(Crs crs) {
        try {
            return CRS.parseWKT(crs.wkt());
        } catch (FactoryException e) {
            throw new IllegalArgumentException(crs + " cannot be written", e);
        }
    }
}
