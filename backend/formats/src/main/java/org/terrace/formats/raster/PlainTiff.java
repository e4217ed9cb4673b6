package org.terrace.formats.raster;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Pixels that lie in a TIFF uncompressed or by DEFLATE, as nearly all elevation models do: decoded here, several blocks at once.
 * GeoTools' image reader gives the same numbers and takes ten times as long to be loaded and to decode.
 *
 * @see "TIFF 6.0, sections 14 and 15; Adobe Photoshop TIFF technical note 3 (predictor 3)"
 */
final class PlainTiff {
    private static final int NONE = 1;
    private static final int HORIZONTAL = 2;
    private static final int FLOATING_POINT = 3;
    private static final int CHUNK = 1 << 16;

    private final TiffBlocks blocks;
    private final int columns;
    private final int rows;
    private final boolean deflated;
    private final int predictor;
    private final int bytes;
    private final boolean floats;
    private final boolean signed;
    private final ByteOrder order;

    PlainTiff(TiffHeader tiff, TiffBlocks blocks, int columns, int rows) {
        this.blocks = blocks;
        this.columns = columns;
        this.rows = rows;
        this.deflated = tiff.value(TiffHeader.COMPRESSION, 1) != 1;
        this.predictor = deflated ? (int) tiff.value(TiffHeader.PREDICTOR, NONE) : NONE;
        this.bytes = (int) tiff.value(TiffHeader.BITS_PER_SAMPLE, 0) / 8;
        long format = tiff.value(TiffHeader.SAMPLE_FORMAT, 1);
        this.floats = format == 3;
        this.signed = format == 2;
        this.order = tiff.order();
    }

    /** True for one band of int16, uint16, int32, float32 or float64 in a packing that is decoded here. */
    static boolean canRead(TiffHeader tiff) {
        long compression = tiff.value(TiffHeader.COMPRESSION, 1);
        long predictor = tiff.value(TiffHeader.PREDICTOR, NONE);
        String pixel = tiff.value(TiffHeader.SAMPLE_FORMAT, 1) + "/" + tiff.value(TiffHeader.BITS_PER_SAMPLE, 0);
        boolean known = switch (pixel) {
            case "1/16", "2/16", "2/32" -> predictor == NONE || predictor == HORIZONTAL;
            case "3/32", "3/64" -> predictor == NONE || predictor == FLOATING_POINT;
            default -> false;
        };
        return known
                && (compression == 1 || compression == 8 || compression == 32946)
                && tiff.value(TiffHeader.SAMPLES_PER_PIXEL, 1) == 1
                && tiff.value(TiffHeader.FILL_ORDER, 1) == 1;
    }

    /** Takes pixels as they come, from several threads: never the same place twice. */
    interface Sink {
        /** @param at row * columns + column of the first */
        void put(int at, double[] values, int count);
    }

    /** Blocks that the file leaves out are passed over. */
    void read(Path path, Sink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            int needed = blocks.across() * ((rows + blocks.rows() - 1) / blocks.rows());
            IntStream.range(0, needed)
                    .parallel()
                    .filter(block -> !blocks.isMissing(block))
                    .forEach(block -> {
                        try {
                            read(channel, block, sink);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void read(FileChannel channel, int block, Sink sink) throws IOException {
        int left = block % blocks.across() * blocks.columns();
        int top = block / blocks.across() * blocks.rows();
        int wide = Math.min(blocks.columns(), columns - left);
        int high = Math.min(blocks.rows(), rows - top);
        byte[] line = new byte[blocks.columns() * bytes];
        double[] values = new double[wide];
        try (BlockBytes in = new BlockBytes(channel, (long) blocks.offsets()[block], length(block), deflated)) {
            for (int row = 0; row < high; row++) {
                in.fill(line);
                decode(line, values, wide);
                sink.put((top + row) * columns + left, values, wide);
            }
        }
    }

    /** Old files leave the lengths of uncompressed blocks out. */
    private long length(int block) {
        return block < blocks.bytes().length
                ? (long) blocks.bytes()[block]
                : (long) blocks.columns() * blocks.rows() * bytes;
    }

    private void decode(byte[] line, double[] values, int wide) {
        ByteBuffer in = ByteBuffer.wrap(line).order(order);
        if (predictor == FLOATING_POINT) {
            in = ByteBuffer.wrap(joined(line)).order(ByteOrder.BIG_ENDIAN);
        }
        if (floats) {
            for (int i = 0; i < wide; i++) {
                values[i] = bytes == 4 ? in.getFloat(i * 4) : in.getDouble(i * 8);
            }
            return;
        }
        int before = 0;
        for (int i = 0; i < wide; i++) {
            int stored = bytes == 4 ? in.getInt(i * 4) : in.getShort(i * 2);
            int value = predictor == HORIZONTAL ? before + stored : stored;
            before = value;
            values[i] = bytes == 4 ? value : signed ? (short) value : value & 0xffff;
        }
    }

    /** Undoes predictor 3: differences of bytes over the whole line, all first bytes before all second ones. */
    private byte[] joined(byte[] line) {
        for (int i = 1; i < line.length; i++) {
            line[i] += line[i - 1];
        }
        int across = line.length / bytes;
        byte[] whole = new byte[line.length];
        for (int i = 0; i < across; i++) {
            for (int b = 0; b < bytes; b++) {
                whole[i * bytes + b] = line[b * across + i];
            }
        }
        return whole;
    }

    /** The bytes of one block, unpacked as they are asked for. */
    private static final class BlockBytes implements AutoCloseable {
        private final FileChannel channel;
        private final byte[] chunk;
        private final Inflater inflater = new Inflater();
        private final boolean deflated;
        private long at;
        private long left;

        BlockBytes(FileChannel channel, long at, long length, boolean deflated) {
            this.channel = channel;
            this.at = at;
            this.left = length;
            this.deflated = deflated;
            this.chunk = new byte[deflated ? (int) Math.min(CHUNK, length) : 0];
        }

        void fill(byte[] line) throws IOException {
            if (!deflated) {
                read(line, line.length);
                return;
            }
            try {
                int filled = 0;
                while (filled < line.length) {
                    int n = inflater.inflate(line, filled, line.length - filled);
                    filled += n;
                    if (n == 0) {
                        more();
                    }
                }
            } catch (DataFormatException e) {
                throw new IOException("damaged DEFLATE data before byte " + at, e);
            }
        }

        private void more() throws IOException {
            if (inflater.finished() || inflater.needsDictionary() || left == 0) {
                throw new IOException("too few pixels in the block before byte " + at);
            }
            int n = (int) Math.min(chunk.length, left);
            read(chunk, n);
            inflater.setInput(chunk, 0, n);
        }

        private void read(byte[] to, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(to, 0, count);
            while (buffer.hasRemaining()) {
                int n = channel.read(buffer, at);
                if (n < 0) {
                    throw new EOFException("the file ends at byte " + at);
                }
                at += n;
            }
            left -= count;
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
