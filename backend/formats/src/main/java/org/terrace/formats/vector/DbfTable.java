package org.terrace.formats.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;

/**
 * The DBF table of a shapefile, by row number. Raw bytes are kept until the encoding is known, names included.
 *
 * @see "dBASE III/IV and Visual FoxPro table structure"
 */
final class DbfTable {
    private final ByteBuffer in;
    private final int rows;
    private final int headerBytes;
    private final int rowBytes;
    private final List<Field> fields;

    private record Field(byte[] name, char type, int offset, int length) {}

    private DbfTable(ByteBuffer in, int rows, int headerBytes, int rowBytes, List<Field> fields) {
        this.in = in;
        this.rows = rows;
        this.headerBytes = headerBytes;
        this.rowBytes = rowBytes;
        this.fields = fields;
    }

    static DbfTable open(ByteBuffer buffer) throws IOException {
        ByteBuffer in = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (in.limit() < 33) {
            throw new IOException("DBF of " + in.limit() + " bytes");
        }
        int headerBytes = in.getShort(8) & 0xffff;
        int rowBytes = in.getShort(10) & 0xffff;
        if (headerBytes < 33 || headerBytes > in.limit() || rowBytes < 1) {
            throw new IOException("DBF header of " + headerBytes + " bytes, rows of " + rowBytes);
        }
        List<Field> fields = new ArrayList<>();
        int offset = 1;
        for (int at = 32; at + 32 <= headerBytes && in.get(at) != 0x0d; at += 32) {
            byte[] name = new byte[11];
            in.get(at, name);
            char type = (char) (in.get(at + 11) & 0xff);
            int length = in.get(at + 16) & 0xff;
            if (type == 'C') {
                length += (in.get(at + 17) & 0xff) << 8;
            }
            fields.add(new Field(until0(name), type, offset, length));
            offset += length;
        }
        if (offset > rowBytes) {
            throw new IOException("DBF fields need " + offset + " bytes, rows have " + rowBytes);
        }
        int rows = Math.min(Math.max(0, in.getInt(4)), (in.limit() - headerBytes) / rowBytes);
        return new DbfTable(in, rows, headerBytes, rowBytes, fields);
    }

    int rows() {
        return rows;
    }

    int languageByte() {
        return in.get(29) & 0xff;
    }

    boolean isDeleted(int row) {
        return in.get(headerBytes + row * rowBytes) == '*';
    }

    List<String> names(Charset charset) {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            String name = new String(field.name(), charset).strip();
            String unique = name;
            for (int n = 2; names.contains(unique); n++) {
                unique = name + "_" + n;
            }
            names.add(unique);
        }
        return names;
    }

    /** Names and text values that are more than ASCII: what the encoding can be judged by. */
    List<byte[]> textsBeyondAscii(int most) {
        List<byte[]> texts = new ArrayList<>();
        for (Field field : fields) {
            add(texts, field.name());
        }
        for (int row = 0; row < rows && texts.size() < most; row++) {
            for (Field field : fields) {
                if (field.type() == 'C') {
                    add(texts, bytes(row, field));
                }
            }
        }
        return texts;
    }

    private static void add(List<byte[]> texts, byte[] text) {
        if (!org.terrace.formats.text.Encodings.isAscii(text)) {
            texts.add(trimmed(text));
        }
    }

    Map<String, Object> row(int row, List<String> names, Charset charset, Place place, IssueSink issues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Object value = value(bytes(row, fields.get(i)), fields.get(i), charset);
            if (value != null) {
                values.put(names.get(i), value);
                if (value instanceof String s && s.indexOf('\ufffd') >= 0) {
                    issues.report(Issue.warning("undecodable_text", place)
                            .field(names.get(i))
                            .value(value)
                            .with("encoding", charset.name()));
                }
            }
        }
        return values;
    }

    private byte[] bytes(int row, Field field) {
        byte[] bytes = new byte[field.length()];
        in.get(headerBytes + row * rowBytes + field.offset(), bytes);
        return bytes;
    }

    private static @Nullable Object value(byte[] bytes, Field field, Charset charset) {
        ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (field.type()) {
            case 'I', '+' -> {
                return bytes.length == 4 ? (Object) (long) raw.getInt() : null;
            }
            case 'B', 'O' -> {
                return bytes.length == 8 ? (Object) raw.getDouble() : null;
            }
            case 'M', 'G', 'P', 'Q', 'V' -> {
                return null;
            }
            default -> {
                return fromText(
                        new String(trimmed(bytes), field.type() == 'C' ? charset : StandardCharsets.ISO_8859_1).strip(),
                        field.type());
            }
        }
    }

    private static @Nullable Object fromText(String text, char type) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case 'N', 'F' -> number(text);
            case 'L' -> "YyTt".contains(text) ? Boolean.TRUE : "NnFf".contains(text) ? Boolean.FALSE : null;
            case 'D' -> date(text);
            default -> text;
        };
    }

    /** Stars mean 'did not fit': no value. Anything else that is no number stays text, for the mapping to complain about. */
    private static @Nullable Object number(String text) {
        if (text.startsWith("*")) {
            return null;
        }
        try {
            if (text.matches("[-+]?\\d{1,18}")) {
                return Long.parseLong(text);
            }
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static @Nullable Object date(String text) {
        try {
            return text.matches("0+")
                    ? null
                    : LocalDate.of(
                            Integer.parseInt(text.substring(0, 4)),
                            Integer.parseInt(text.substring(4, 6)),
                            Integer.parseInt(text.substring(6, 8)));
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return text;
        }
    }

    private static byte[] until0(byte[] name) {
        int end = 0;
        while (end < name.length && name[end] != 0) {
            end++;
        }
        return Arrays.copyOf(name, end);
    }

    private static byte[] trimmed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
