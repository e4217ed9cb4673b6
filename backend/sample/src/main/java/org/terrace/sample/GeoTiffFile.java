package org.terrace.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Writes heights as a GeoTIFF 1.0: 16-bit whole metres, deflate with horizontal predictor, strips of 32 rows. */
final class GeoTiffFile {
    private static final int ROWS_PER_STRIP = 32;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ASCII = 2;
    private static final int DOUBLE = 12;

    private record Tag(int id, int type, int count, byte[] bytes) {}

    private final List<Tag> tags = new ArrayList<>();

    private GeoTiffFile() {}

    static void write(Path file, ElevationGrid grid, int epsg, String description) throws IOException {
        new GeoTiffFile().writeTo(file, grid, epsg, description);
    }

    private void writeTo(Path file, ElevationGrid grid, int epsg, String description) throws IOException {
        GridFrame frame = grid.frame();
        List<byte[]> strips = new ArrayList<>();
        for (int top = 0; top < frame.rows(); top += ROWS_PER_STRIP) {
            strips.add(strip(grid, top, Math.min(frame.rows(), top + ROWS_PER_STRIP)));
        }
        int[] offsets = new int[strips.size()];
        int[] lengths = new int[strips.size()];
        int at = 8;
        for (int s = 0; s < offsets.length; s++) {
            offsets[s] = at;
            lengths[s] = strips.get(s).length;
            at += lengths[s] + (lengths[s] & 1);
        }
        shorts(256, frame.columns());
        shorts(257, frame.rows());
        shorts(258, 16);
        shorts(259, 8);
        shorts(262, 1);
        ascii(270, description);
        longs(273, offsets);
        shorts(277, 1);
        shorts(278, ROWS_PER_STRIP);
        longs(279, lengths);
        shorts(317, 2);
        shorts(339, 2);
        doubles(33550, frame.cellSizeX(), frame.cellSizeY(), 0);
        doubles(33922, 0, 0, 0, frame.originX(), frame.originY(), 0);
        // Model projected, raster pixel-is-area, the EPSG code, metres.
        shorts(34735, 1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, epsg, 3076, 0, 1, 9001);
        Files.write(file, assemble(strips, at));
    }

    private static byte[] strip(ElevationGrid grid, int from, int to) throws IOException {
        int columns = grid.frame().columns();
        ByteBuffer raw = ByteBuffer.allocate((to - from) * columns * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = from; row < to; row++) {
            int before = 0;
            for (int column = 0; column < columns; column++) {
                int metres = Math.round(grid.at(column, row));
                raw.putShort((short) (metres - before));
                before = metres;
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(raw.array());
        }
        return bytes.toByteArray();
    }

    private byte[] assemble(List<byte[]> strips, int directory) {
        int extra = directory + 2 + tags.size() * 12 + 4;
        int size = extra + tags.stream().mapToInt(t -> t.bytes.length + 1).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        for (byte[] strip : strips) {
            file.put(strip);
            if ((strip.length & 1) == 1) {
                file.put((byte) 0);
            }
        }
        file.putShort((short) tags.size());
        int at = extra;
        for (Tag tag : tags) {
            file.putShort((short) tag.id).putShort((short) tag.type).putInt(tag.count);
            if (tag.bytes.length <= 4) {
                file.put(tag.bytes).put(new byte[4 - tag.bytes.length]);
            } else {
                file.putInt(at);
                for (int i = 0; i < tag.bytes.length; i++) {
                    file.put(at + i, tag.bytes[i]);
                }
                at += tag.bytes.length + (tag.bytes.length & 1);
            }
        }
        return java.util.Arrays.copyOf(file.array(), at);
    }

    private void shorts(int id, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        tags.add(new Tag(id, SHORT, values.length, bytes.array()));
    }

    private void longs(int id, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        tags.add(new Tag(id, LONG, values.length, bytes.array()));
    }

    private void doubles(int id, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        tags.add(new Tag(id, DOUBLE, values.length, bytes.array()));
    }

    private void ascii(int id, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        tags.add(new Tag(id, ASCII, bytes.length, bytes));
    }
}
