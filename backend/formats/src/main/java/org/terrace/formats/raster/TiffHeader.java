package org.terrace.formats.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The tags of the first image of a TIFF or BigTIFF file. Read by hand so that a file can be refused with a reason before any
 * pixel is decoded.
 *
 * @see "TIFF 6.0, section 2; BigTIFF design"
 */
final class TiffHeader {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int SAMPLE_FORMAT = 339;
    static final int MODEL_PIXEL_SCALE = 33550;
    static final int MODEL_TIEPOINT = 33922;
    static final int MODEL_TRANSFORMATION = 34264;
    static final int GEO_KEYS = 34735;
    static final int GEO_DOUBLES = 34736;
    static final int GEO_ASCII = 34737;
    static final int GDAL_METADATA = 42112;
    static final int GDAL_NODATA = 42113;

    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final long MAX_VALUE_BYTES = 256L << 20;

    private final Map<Integer, double[]> numbers = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final boolean big;
    private final ByteOrder order;
    private final FileChannel channel;

    private TiffHeader(FileChannel channel) throws IOException {
        this.channel = channel;
        byte[] mark = new byte[2];
        ByteBuffer first = bytes(0, 16, ByteOrder.LITTLE_ENDIAN);
        first.get(mark);
        order = mark[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        first.order(order);
        big = first.getShort(2) == 43;
        readDirectory(big ? first.getLong(8) : first.getInt(4) & 0xffffffffL);
    }

    static boolean isTiff(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        boolean little = head[0] == 'I' && head[1] == 'I' && head[3] == 0 && (head[2] == 42 || head[2] == 43);
        boolean bigEndian = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
        return little || bigEndian;
    }

    /** @throws EOFException when the file ends before its tags do */
    static TiffHeader read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return new TiffHeader(channel);
        }
    }

    private void readDirectory(long at) throws IOException {
        long entries = big ? bytes(at, 8, order).getLong() : bytes(at, 2, order).getShort() & 0xffff;
        int size = big ? 20 : 12;
        if (entries > 65_535) {
            throw new IOException("TIFF directory of " + entries + " tags");
        }
        ByteBuffer directory = bytes(at + (big ? 8 : 2), size * entries, order);
        for (int i = 0; i < entries; i++) {
            int e = i * size;
            int tag = directory.getShort(e) & 0xffff;
            int type = directory.getShort(e + 2) & 0xffff;
            long count = big ? directory.getLong(e + 4) : directory.getInt(e + 4) & 0xffffffffL;
            if (type >= TYPE_BYTES.length || TYPE_BYTES[type] == 0 || count == 0) {
                continue;
            }
            if (count < 0 || count > MAX_VALUE_BYTES / TYPE_BYTES[type]) {
                throw new EOFException("tag " + tag + " of " + count + " values");
            }
            long length = count * TYPE_BYTES[type];
            int valueAt = e + (big ? 12 : 8);
            boolean inside = length <= (big ? 8 : 4);
            long offset = big ? directory.getLong(valueAt) : directory.getInt(valueAt) & 0xffffffffL;
            ByteBuffer value =
                    inside ? directory.slice(valueAt, (int) length).order(order) : bytes(offset, length, order);
            keep(tag, type, (int) count, value);
        }
    }

    private void keep(int tag, int type, int count, ByteBuffer value) {
        if (type == 2) {
            String text = StandardCharsets.UTF_8.decode(value).toString();
            int end = text.indexOf('\0');
            texts.put(tag, end < 0 ? text : text.substring(0, end));
            return;
        }
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = switch (type) {
                case 3 -> value.getShort() & 0xffff;
                case 4, 13 -> value.getInt() & 0xffffffffL;
                case 5 -> (value.getInt() & 0xffffffffL) / (double) (value.getInt() & 0xffffffffL);
                case 6 -> value.get();
                case 8 -> value.getShort();
                case 9 -> value.getInt();
                case 10 -> value.getInt() / (double) value.getInt();
                case 11 -> value.getFloat();
                case 12 -> value.getDouble();
                case 16, 17, 18 -> value.getLong();
                default -> value.get() & 0xff;
            };
        }
        numbers.put(tag, all);
    }

    private ByteBuffer bytes(long at, long length, ByteOrder byteOrder) throws IOException {
        if (at < 0 || length > MAX_VALUE_BYTES || at + length > Math.max(channel.size(), at == 0 ? 16 : 0)) {
            throw new EOFException("bytes " + at + " to " + (at + length) + " of " + channel.size());
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        long position = at;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, position);
            if (n < 0) {
                break;
            }
            position += n;
        }
        return buffer.rewind().order(byteOrder);
    }

    ByteOrder order() {
        return order;
    }

    boolean has(int tag) {
        return numbers.containsKey(tag) || texts.containsKey(tag);
    }

    /** All values of a tag; empty when absent. */
    double[] values(int tag) {
        return numbers.getOrDefault(tag, new double[0]);
    }

    long value(int tag, long otherwise) {
        double[] all = values(tag);
        return all.length == 0 ? otherwise : (long) all[0];
    }

    /** "" when absent. */
    String text(int tag) {
        return texts.getOrDefault(tag, "");
    }
}
