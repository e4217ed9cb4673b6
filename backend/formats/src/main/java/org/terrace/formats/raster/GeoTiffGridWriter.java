package org.terrace.formats.raster;

import it.geosolutions.imageio.plugins.tiff.TIFFField;
import it.geosolutions.imageio.plugins.tiff.TIFFTag;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageMetadata;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageWriterSpi;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.FileImageOutputStream;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.io.imageio.geotiff.CRS2GeoTiffMetadataAdapter;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataEncoder;
import org.geotools.gce.geotiff.GeoTiffWriteParams;
import org.geotools.gce.geotiff.GeoTiffWriter;
import org.geotools.referencing.CRS;
import org.terrace.formats.crs.Crs;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Writes one grid of numbers as a GeoTIFF that QGIS, ArcGIS and GDAL open: tiles of 256, nodata NaN; float32 with DEFLATE. */
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

    /** The same as float64, not compressed: the last digits of computed numbers save a sixth of the file and cost most of the time. */
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
        ColorModel grey = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, values.getDataType());
        BufferedImage image = new BufferedImage(grey, Raster.createWritableRaster(model, values, null), false, null);
        ImageWriteParam how = parameters(values.getDataType() == DataBuffer.TYPE_FLOAT);
        ImageWriter writer = new TIFFImageWriterSpi().createWriterInstance();
        Files.deleteIfExists(to);
        try (FileImageOutputStream out = new FileImageOutputStream(to.toFile())) {
            IIOMetadata metadata = GeoTiffWriter.createGeoTiffIIOMetadata(
                    writer, new ImageTypeSpecifier(image), placement(frame, crs), how);
            declareNodata((TIFFImageMetadata) metadata);
            writer.setOutput(out);
            writer.write(writer.getDefaultStreamMetadata(how), new IIOImage(image, null, metadata), how);
        } finally {
            writer.dispose();
        }
    }

    private static ImageWriteParam parameters(boolean compressed) {
        GeoTiffWriteParams how = new GeoTiffWriteParams();
        if (compressed) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("Deflate");
        }
        how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        how.setTiling(TILE, TILE);
        return how.getAdaptee();
    }

    private static GeoTiffIIOMetadataEncoder placement(GridFrame frame, Crs crs) throws IOException {
        GeoTiffIIOMetadataEncoder keys = new CRS2GeoTiffMetadataAdapter(geoTools(crs)).parseCoordinateReferenceSystem();
        keys.addGeoShortParam(GeoKeys.RASTER_TYPE, GeoKeys.PIXEL_IS_AREA);
        keys.setModelPixelScale(frame.cellSizeX(), frame.cellSizeY());
        keys.setModelTiePoint(0, 0, frame.originX(), frame.originY());
        return keys;
    }

    /** By hand: GeoTools leaves the tag out when nodata is NaN, and then statistics elsewhere count voids as cells. */
    private static void declareNodata(TIFFImageMetadata metadata) {
        TIFFTag tag = new TIFFTag("GDAL_NODATA", TiffHeader.GDAL_NODATA, 1 << TIFFTag.TIFF_ASCII);
        metadata.getRootIFD().addTIFFField(new TIFFField(tag, TIFFTag.TIFF_ASCII, 1, new String[] {"nan"}));
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
