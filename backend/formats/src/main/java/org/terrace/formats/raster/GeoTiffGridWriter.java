package org.terrace.formats.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.terrace.formats.crs.Crs;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Writes one grid of numbers as a GeoTIFF that QGIS, ArcGIS and GDAL open: tiles of 256, nodata NaN; float32 with DEFLATE. By hand:
 * GeoTools' writer loads 2,000 classes before the first byte, which took half the time of a walking surface from file to file.
 *
 * @see "TIFF 6.0, section 15; OGC 19-008r4 GeoTIFF 1.1; GDAL's tag 42113"
 */
public final class GeoTiffGridWriter {
    private static final int TILE = 256;
    private static final int TILE_UNIT = 16;
    private static final int UNCOMPRESSED = 1;
    private static final int DEFLATE = 8;
    private static final int BLACK_IS_ZERO = 1;
    private static final int IEEE_FLOAT = 3;
    private static final long LONGEST = 0xffff_0000L;

    private final GridFrame frame;
    private final int bytes;
    private final TilePixels pixels;
    private final int wide;
    private final int high;
    private final int across;
    private final int down;

    private GeoTiffGridWriter(GridFrame frame, int bytes, TilePixels pixels) {
        this.frame = frame;
        this.bytes = bytes;
        this.pixels = pixels;
        this.wide = tile(frame.columns());
        this.high = tile(frame.rows());
        this.across = (frame.columns() + wide - 1) / wide;
        this.down = (frame.rows() + high - 1) / high;
    }

    /** A small grid gets small tiles; their sides must be multiples of 16. */
    private static int tile(int cells) {
        return Math.min(TILE, (cells + TILE_UNIT - 1) / TILE_UNIT * TILE_UNIT);
    }

    /** Puts cells of one row into a tile. */
    private interface TilePixels {
        void put(ByteBuffer tile, int from, int count);
    }

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
        new GeoTiffGridWriter(frame, Float.BYTES, (tile, from, count) -> {
                    tile.asFloatBuffer().put(values, from, count);
                })
                .write(crs, true, to);
    }

    /** The same as float64, not compressed: the last digits of computed numbers save a sixth of the file and cost most of the time. */
    public static void write(GridFrame frame, double[] values, Crs crs, Path to) throws IOException {
        checkLength(frame, values.length);
        new GeoTiffGridWriter(frame, Double.BYTES, (tile, from, count) -> {
                    tile.asDoubleBuffer().put(values, from, count);
                })
                .write(crs, false, to);
    }

    private static void checkLength(GridFrame frame, int values) {
        if (values != frame.cells()) {
            throw new IllegalArgumentException(values + " values for " + frame.cells() + " cells");
        }
    }

    private void write(Crs crs, boolean deflated, Path to) throws IOException {
        int count = across * down;
        long most = (long) count * wide * high * bytes;
        if (most > LONGEST) {
            throw new IOException(to + ": " + most + " bytes do not fit into a TIFF. Maybe cut the grid into pieces");
        }
        try (FileChannel channel = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            int[] lengths = new int[count];
            long[] offsets = new long[count];
            int begin = header(crs, deflated, offsets, lengths).limit();
            if (deflated) {
                writeDeflated(channel, begin, offsets, lengths);
            } else {
                writePlain(channel, begin, offsets, lengths);
            }
            // Last, so that a file cut short is no TIFF.
            writeAll(channel, header(crs, deflated, offsets, lengths), 0);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ByteBuffer header(Crs crs, boolean deflated, long[] offsets, int[] lengths) {
        return new TiffTags()
                .number(TiffHeader.WIDTH, frame.columns())
                .number(TiffHeader.HEIGHT, frame.rows())
                .number(TiffHeader.BITS_PER_SAMPLE, 8 * bytes)
                .number(TiffHeader.COMPRESSION, deflated ? DEFLATE : UNCOMPRESSED)
                .number(TiffHeader.PHOTOMETRIC, BLACK_IS_ZERO)
                .number(TiffHeader.SAMPLES_PER_PIXEL, 1)
                .number(TiffHeader.TILE_WIDTH, wide)
                .number(TiffHeader.TILE_HEIGHT, high)
                .numbers(TiffHeader.TILE_OFFSETS, offsets)
                .numbers(
                        TiffHeader.TILE_BYTES,
                        IntStream.of(lengths).asLongStream().toArray())
                .number(TiffHeader.SAMPLE_FORMAT, IEEE_FLOAT)
                .doubles(TiffHeader.MODEL_PIXEL_SCALE, frame.cellSizeX(), frame.cellSizeY(), 0)
                .doubles(TiffHeader.MODEL_TIEPOINT, 0, 0, 0, frame.originX(), frame.originY(), 0)
                .geoKeys(crs)
                .text(TiffHeader.GDAL_NODATA, "nan")
                .file();
    }

    /** All tiles are equally long: each has its place. Several rows of them at once, each with one buffer. */
    private void writePlain(FileChannel channel, int begin, long[] offsets, int[] lengths) {
        int length = wide * high * bytes;
        IntStream.range(0, down).parallel().forEach(row -> {
            ByteBuffer buffer = buffer();
            for (int tile = row * across; tile < (row + 1) * across; tile++) {
                offsets[tile] = begin + (long) tile * length;
                lengths[tile] = length;
                fill(buffer, tile % across, row);
                writeAll(channel, buffer, offsets[tile]);
            }
        });
    }

    private void writeDeflated(FileChannel channel, int begin, long[] offsets, int[] lengths) {
        byte[][] packed = new byte[across][];
        long at = begin;
        for (int row = 0; row < down; row++) {
            int of = row;
            IntStream.range(0, across).parallel().forEach(column -> {
                ByteBuffer tile = buffer();
                fill(tile, column, of);
                packed[column] = deflated(tile);
            });
            for (int column = 0; column < across; column++) {
                offsets[row * across + column] = at;
                lengths[row * across + column] = packed[column].length;
                writeAll(channel, ByteBuffer.wrap(packed[column]), at);
                at += packed[column].length;
            }
        }
    }

    private ByteBuffer buffer() {
        return ByteBuffer.allocate(wide * high * bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What a tile holds beyond the grid is left as it is: no reader looks at it. */
    private void fill(ByteBuffer tile, int column, int row) {
        int count = Math.min(wide, frame.columns() - column * wide);
        for (int r = 0; r < Math.min(high, frame.rows() - row * high); r++) {
            tile.position(r * wide * bytes);
            pixels.put(tile, (row * high + r) * frame.columns() + column * wide, count);
        }
        tile.rewind();
    }

    private static byte[] deflated(ByteBuffer tile) {
        Deflater deflater = new Deflater();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(tile.capacity() / 2);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 13)) {
            out.write(tile.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long at) {
        try {
            long to = at;
            while (bytes.hasRemaining()) {
                to += channel.write(bytes, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
