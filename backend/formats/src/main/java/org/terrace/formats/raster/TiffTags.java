package org.terrace.formats.raster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.terrace.formats.crs.Crs;

/** The head of a TIFF with one image, little-endian: the tags in ascending order, their longer values behind them. */
final class TiffTags {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int DIRECTORY_AT = 8;
    private static final int ENTRY_BYTES = 12;

    private final Map<Integer, Value> tags = new TreeMap<>();

    private record Value(int type, int count, byte[] bytes) {}

    TiffTags number(int tag, long value) {
        return numbers(tag, value);
    }

    /** As unsigned 32 bits each. */
    TiffTags numbers(int tag, long... values) {
        return put(tag, LONG, values.length, values.length * Integer.BYTES, out -> {
            for (long value : values) {
                out.putInt((int) value);
            }
        });
    }

    TiffTags shorts(int tag, int... values) {
        return put(tag, SHORT, values.length, values.length * Short.BYTES, out -> {
            for (int value : values) {
                out.putShort((short) value);
            }
        });
    }

    TiffTags doubles(int tag, double... values) {
        return put(tag, DOUBLE, values.length, values.length * Double.BYTES, out -> {
            for (double value : values) {
                out.putDouble(value);
            }
        });
    }

    TiffTags text(int tag, String value) {
        byte[] ascii = (value + '\0').getBytes(StandardCharsets.US_ASCII);
        return put(tag, ASCII, ascii.length, ascii.length, out -> out.put(ascii));
    }

    /** By its code where there is one; a system of no registry with all its parameters, as GeoTools puts them. */
    TiffTags geoKeys(Crs crs) {
        if (crs.epsg() == 0) {
            DefinedCrsKeys.put(crs, this);
            return this;
        }
        boolean degrees = crs.isGeographic();
        return shorts(
                TiffHeader.GEO_KEYS,
                1,
                1,
                0,
                3,
                GeoKeys.MODEL_TYPE,
                0,
                1,
                degrees ? GeoKeys.MODEL_GEOGRAPHIC : GeoKeys.MODEL_PROJECTED,
                GeoKeys.RASTER_TYPE,
                0,
                1,
                GeoKeys.PIXEL_IS_AREA,
                degrees ? GeoKeys.GEOGRAPHIC_TYPE : GeoKeys.PROJECTED_TYPE,
                0,
                1,
                crs.epsg());
    }

    private TiffTags put(int tag, int type, int count, int length, Consumer<ByteBuffer> values) {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        values.accept(bytes);
        tags.put(tag, new Value(type, count, bytes.array()));
        return this;
    }

    /** The file up to its first pixel. */
    ByteBuffer file() {
        int behind = DIRECTORY_AT + Short.BYTES + tags.size() * ENTRY_BYTES + Integer.BYTES;
        ByteBuffer head = ByteBuffer.allocate(behind).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(DIRECTORY_AT);
        head.putShort((short) tags.size());
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        tags.forEach((tag, value) -> {
            head.putShort(tag.shortValue()).putShort((short) value.type()).putInt(value.count());
            if (value.bytes().length <= Integer.BYTES) {
                head.put(value.bytes()).put(new byte[Integer.BYTES - value.bytes().length]);
            } else {
                head.putInt(behind + longer.size());
                longer.writeBytes(value.bytes());
                // Values begin on even bytes.
                longer.writeBytes(new byte[longer.size() & 1]);
            }
        });
        head.putInt(0);
        return ByteBuffer.allocate(behind + longer.size())
                .put(head.flip())
                .put(longer.toByteArray())
                .flip();
    }
}
