package org.terrace.formats;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tiny files of each format, made in the test that needs them. */
public final class TinyFiles {
    private TinyFiles() {}

    public static Path zip(Path file, Map<String, byte[]> entries, Charset names) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file), names)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A DBF with one text column, by another library. */
    public static byte[] dbf(Charset charset, String column, String... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DBFWriter writer = new DBFWriter(out, charset)) {
            DBFField field = new DBFField();
            field.setName(column);
            field.setType(DBFDataType.CHARACTER);
            field.setLength(40);
            writer.setFields(new DBFField[] {field});
            for (String value : values) {
                writer.addRecord(new Object[] {value});
            }
        }
        byte[] bytes = out.toByteArray();
        bytes[29] = 0;
        return bytes;
    }

    /** A .shp of the given type; each content is what stands behind the record header, shape type included. */
    public static byte[] shp(int type, byte[]... contents) {
        int size = 100;
        for (byte[] content : contents) {
            size += 8 + content.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(0, 9994).putInt(24, size / 2);
        out.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        out.position(100);
        int number = 0;
        for (byte[] content : contents) {
            out.order(ByteOrder.BIG_ENDIAN).putInt(++number).putInt(content.length / 2);
            out.put(content);
        }
        return out.array();
    }

    public static byte[] nullShape() {
        return new byte[4];
    }

    public static byte[] point(double x, double y) {
        return ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .putDouble(x)
                .putDouble(y)
                .array();
    }

    /** @param type 3 line, 5 polygon, 13 line z, 15 polygon z (all z = 7) */
    public static byte[] parts(int type, double[]... parts) {
        int points = 0;
        for (double[] part : parts) {
            points += part.length / 2;
        }
        boolean z = type > 10;
        ByteBuffer out = ByteBuffer.allocate(44 + 4 * parts.length + 16 * points + (z ? 16 + 8 * points : 0))
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(type).position(36);
        out.putInt(parts.length).putInt(points);
        int start = 0;
        for (double[] part : parts) {
            out.putInt(start);
            start += part.length / 2;
        }
        for (double[] part : parts) {
            for (double v : part) {
                out.putDouble(v);
            }
        }
        for (int i = 0; z && i < 2 + points; i++) {
            out.putDouble(7);
        }
        return out.array();
    }

    public static Path write(Path file, byte[] bytes) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
