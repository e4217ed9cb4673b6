package org.terrace.formats.raster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Uncompressed one-strip TIFFs of a few int16 pixels with any tags one likes, written by hand. */
final class TinyTiff {
    private final Map<Integer, Object> tags = new TreeMap<>();
    private final short[] pixels;

    TinyTiff(int columns, int rows, int... values) {
        pixels = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (short) values[i];
        }
        set(256, new int[] {columns})
                .set(257, new int[] {rows})
                .set(258, new int[] {16})
                .set(259, new int[] {1});
        set(262, new int[] {1})
                .set(277, new int[] {1})
                .set(278, new int[] {rows})
                .set(339, new int[] {2});
        set(273, new long[] {8}).set(279, new long[] {2L * values.length});
    }

    /** 30 m cells from the upper left corner (500000, 3300000) in UTM 48N. */
    static TinyTiff utm(int columns, int rows, int... values) {
        return new TinyTiff(columns, rows, values)
                .set(33550, new double[] {30, 30, 0})
                .set(33922, new double[] {0, 0, 0, 500_000, 3_300_000, 0})
                .keys(1024, 1, 1025, 1, 3072, 32648);
    }

    /** Key, value, key, value ... */
    TinyTiff keys(int... pairs) {
        int[] directory = new int[4 + 2 * pairs.length];
        directory[0] = 1;
        directory[1] = 1;
        directory[3] = pairs.length / 2;
        for (int i = 0; i < pairs.length / 2; i++) {
            directory[4 + 4 * i] = pairs[2 * i];
            directory[4 + 4 * i + 2] = 1;
            directory[4 + 4 * i + 3] = pairs[2 * i + 1];
        }
        return set(34735, directory);
    }

    /** @param value int[] = SHORT, long[] = LONG, double[] = DOUBLE, String = ASCII */
    TinyTiff set(int tag, Object value) {
        tags.put(tag, value);
        return this;
    }

    TinyTiff without(int tag) {
        tags.remove(tag);
        return this;
    }

    Path write(Path to) throws IOException {
        int directoryAt = 8 + 2 * pixels.length;
        int extraAt = directoryAt + 2 + 12 * tags.size() + 4;
        ByteArrayOutputStream extra = new ByteArrayOutputStream();
        ByteBuffer out = ByteBuffer.allocate(extraAt).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directoryAt);
        for (short pixel : pixels) {
            out.putShort(pixel);
        }
        out.putShort((short) tags.size());
        for (Map.Entry<Integer, Object> tag : tags.entrySet()) {
            ByteBuffer value = bytes(tag.getValue());
            int type = tag.getValue() instanceof int[]
                    ? 3
                    : tag.getValue() instanceof long[] ? 4 : tag.getValue() instanceof double[] ? 12 : 2;
            int size = type == 3 ? 2 : type == 4 ? 4 : type == 12 ? 8 : 1;
            out.putShort((short) (int) tag.getKey()).putShort((short) type).putInt(value.capacity() / size);
            if (value.capacity() <= 4) {
                out.put(value.array()).put(new byte[4 - value.capacity()]);
            } else {
                out.putInt(extraAt + extra.size());
                extra.write(value.array());
            }
        }
        out.putInt(0);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(out.array());
        all.write(extra.toByteArray());
        return Files.write(to, all.toByteArray());
    }

    private static ByteBuffer bytes(Object value) {
        if (value instanceof int[] shorts) {
            ByteBuffer b = ByteBuffer.allocate(2 * shorts.length).order(ByteOrder.LITTLE_ENDIAN);
            for (int s : shorts) {
                b.putShort((short) s);
            }
            return b;
        }
        if (value instanceof long[] longs) {
            ByteBuffer b = ByteBuffer.allocate(4 * longs.length).order(ByteOrder.LITTLE_ENDIAN);
            for (long l : longs) {
                b.putInt((int) l);
            }
            return b;
        }
        if (value instanceof double[] doubles) {
            ByteBuffer b = ByteBuffer.allocate(8 * doubles.length).order(ByteOrder.LITTLE_ENDIAN);
            for (double d : doubles) {
                b.putDouble(d);
            }
            return b;
        }
        return ByteBuffer.wrap((value + "\0").getBytes(StandardCharsets.US_ASCII));
    }
}
