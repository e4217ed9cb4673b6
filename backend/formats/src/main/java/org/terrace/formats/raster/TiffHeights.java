package org.terrace.formats.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.terrace.region.GridFrame;

/** The pixels of a TIFF as metres with NaN for void: the usual packings by hand, the others through GeoTools' image reader. */
final class TiffHeights {
    private static final int PIXELS_AT_ONCE = 4_000_000;
    private static final Pattern ITEM =
            Pattern.compile("<Item[^>]*role=\"(scale|offset|unittype)\"[^>]*>([^<]*)</Item>", Pattern.CASE_INSENSITIVE);

    private final TiffHeader tiff;
    private final TiffBlocks blocks;
    private final double nodata;
    private final boolean floats;
    private double scale = 1;
    private double offset;
    private String unit = "";

    /** @throws NumberFormatException when a number in the file's metadata is none */
    TiffHeights(TiffHeader tiff, TiffBlocks blocks) {
        this.tiff = tiff;
        this.blocks = blocks;
        this.floats = tiff.value(TiffHeader.SAMPLE_FORMAT, 1) == 3 && tiff.value(TiffHeader.BITS_PER_SAMPLE, 0) == 32;
        String declared = tiff.text(TiffHeader.GDAL_NODATA).strip();
        this.nodata = declared.isEmpty() || declared.equalsIgnoreCase("nan") ? Double.NaN : number(declared);
        Matcher items = ITEM.matcher(tiff.text(TiffHeader.GDAL_METADATA));
        while (items.find()) {
            String value = items.group(2).strip();
            switch (items.group(1)) {
                case "scale" -> scale = number(value);
                case "offset" -> offset = number(value);
                default -> unit = value;
            }
        }
    }

    /** GDAL writes infinities its own way. */
    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** Unit of the heights as the band's metadata say; "" when they do not. */
    String unit() {
        return unit;
    }

    /** @param metresPerUnit what one unit of the file's heights is in metres */
    float[] read(Path path, GridFrame frame, double metresPerUnit) throws IOException {
        float[] metres = new float[frame.cells()];
        if (PlainTiff.canRead(tiff)) {
            new PlainTiff(tiff, blocks, frame.columns(), frame.rows())
                    .read(path, (at, values, count) -> put(values, count, metres, at, metresPerUnit));
        } else {
            readByGeoTools(path, frame, metres, metresPerUnit);
        }
        blankMissingBlocks(metres, frame);
        return metres;
    }

    /** Some rows at a time. */
    private void readByGeoTools(Path path, GridFrame frame, float[] metres, double metresPerUnit) throws IOException {
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
        try (FileImageInputStream in = new FileImageInputStream(path.toFile())) {
            reader.setInput(in);
            int step = blocks.rows() * Math.max(1, PIXELS_AT_ONCE / frame.columns() / blocks.rows());
            for (int row = 0; row < frame.rows(); row += step) {
                int rows = Math.min(step, frame.rows() - row);
                ImageReadParam window = reader.getDefaultReadParam();
                window.setSourceRegion(new Rectangle(0, row, frame.columns(), rows));
                copy(reader.read(0, window).getRaster(), metres, row, rows, metresPerUnit);
            }
        } finally {
            reader.dispose();
        }
    }

    private void copy(Raster raster, float[] metres, int row, int rows, double metresPerUnit) {
        int columns = raster.getWidth();
        double[] line = new double[columns];
        for (int r = 0; r < rows; r++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + r, columns, 1, 0, line);
            put(line, columns, metres, (row + r) * columns, metresPerUnit);
        }
    }

    private void put(double[] line, int count, float[] metres, int at, double metresPerUnit) {
        for (int c = 0; c < count; c++) {
            metres[at + c] = isVoid(line[c]) ? Float.NaN : (float) ((line[c] * scale + offset) * metresPerUnit);
        }
    }

    /** Compared as the file's own type: -3.4028235e38 in text is rarely the same double as the float in the pixels. */
    private boolean isVoid(double value) {
        return value == nodata || (floats && (float) value == (float) nodata);
    }

    /** A sparse file leaves whole blocks out; the decoder makes zeros of them, which would be heights at sea level. */
    private void blankMissingBlocks(float[] metres, GridFrame frame) {
        for (int block = 0; block < blocks.count(); block++) {
            if (!blocks.isMissing(block)) {
                continue;
            }
            int left = block % blocks.across() * blocks.columns();
            int top = block / blocks.across() * blocks.rows();
            int right = Math.min(left + blocks.columns(), frame.columns());
            for (int row = top; row < Math.min(top + blocks.rows(), frame.rows()); row++) {
                Arrays.fill(metres, row * frame.columns() + left, row * frame.columns() + right, Float.NaN);
            }
        }
    }

    /** True when pixels can only be whole numbers below 256. */
    boolean isEightBit() {
        return tiff.value(TiffHeader.BITS_PER_SAMPLE, 0) <= 8;
    }
}
