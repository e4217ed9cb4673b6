package org.terrace.server.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.Field;
import org.terrace.analysis.FieldSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.TableSpec;
import org.terrace.region.Column;
import org.terrace.region.GridFrame;

/** An analysis result as bytes, with its own description inside, so that it can be read without asking the analysis. */
final class ResultCodec {
    private static final int MAGIC = 0x54525331; // TRS1

    private ResultCodec() {}

    static void write(Path file, AnalysisResult result) throws IOException {
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), fast, 1 << 16), 1 << 16))) {
            out.writeInt(MAGIC);
            string(out, result.analysisId());
            out.writeInt(result.tables().size());
            for (ResultTable table : result.tables()) {
                write(out, table);
            }
            out.writeInt(result.fields().size());
            for (Field field : result.fields()) {
                write(out, field);
            }
            out.writeInt(result.links().size());
            for (LinkTable link : result.links()) {
                write(out, link);
            }
            out.writeInt(result.facts().size());
            for (Map.Entry<String, Double> fact : result.facts().entrySet()) {
                string(out, fact.getKey());
                out.writeDouble(fact.getValue());
            }
        } finally {
            fast.end();
        }
    }

    static AnalysisResult read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(Files.newInputStream(file)), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a result of this program");
            }
            String id = string(in);
            List<ResultTable> tables = new ArrayList<>();
            Texts codes = new Texts();
            for (int n = in.readInt(); n > 0; n--) {
                tables.add(table(in, codes));
            }
            List<Field> fields = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                fields.add(field(in));
            }
            List<LinkTable> links = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                links.add(link(in, codes));
            }
            Map<String, Double> facts = new HashMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                facts.put(string(in), in.readDouble());
            }
            return new AnalysisResult(id, tables, fields, links, facts);
        }
    }

    private static void write(DataOutputStream out, ResultTable table) throws IOException {
        string(out, table.spec().id());
        string(out, table.spec().featureKind());
        out.writeInt(table.spec().columns().size());
        for (ColumnSpec column : table.spec().columns()) {
            string(out, column.id());
            string(out, column.type().name());
            string(out, column.unit());
            out.writeInt(column.decimals());
            string(out, column.scheme());
            strings(out, column.codes());
        }
        strings(out, Arrays.asList(table.codes()));
        for (Column column : table.columns()) {
            if (column instanceof Column.Codes c) {
                out.write(c.values());
            } else if (column instanceof Column.Numbers c) {
                doubles(out, c.values());
            } else {
                strings(out, Arrays.asList(((Column.Text) column).values()));
            }
        }
    }

    private static ResultTable table(DataInputStream in, Texts shared) throws IOException {
        String id = string(in);
        String kind = string(in);
        List<ColumnSpec> specs = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            String column = string(in);
            ColumnSpec.Type type = ColumnSpec.Type.valueOf(string(in));
            specs.add(new ColumnSpec(column, type, string(in), in.readInt(), string(in), List.of(shared.read(in))));
        }
        String[] codes = shared.read(in);
        List<Column> columns = new ArrayList<>();
        for (ColumnSpec spec : specs) {
            columns.add(
                    switch (spec.type()) {
                        case CLASS, REASON -> {
                            byte[] values = new byte[codes.length];
                            in.readFully(values);
                            yield new Column.Codes(values, spec.codes());
                        }
                        case NUMBER -> new Column.Numbers(doubles(in, codes.length));
                        case TEXT -> new Column.Text(shared.read(in));
                    });
        }
        return new ResultTable(new TableSpec(id, kind, specs), codes, columns);
    }

    private static void write(DataOutputStream out, Field field) throws IOException {
        string(out, field.spec().id());
        string(out, field.spec().unit());
        string(out, field.spec().scheme());
        strings(out, field.spec().codes());
        GridFrame frame = field.frame();
        out.writeDouble(frame.originX());
        out.writeDouble(frame.originY());
        out.writeDouble(frame.cellSizeX());
        out.writeDouble(frame.cellSizeY());
        out.writeInt(frame.columns());
        out.writeInt(frame.rows());
        for (float value : field.values()) {
            out.writeFloat(value);
        }
    }

    private static Field field(DataInputStream in) throws IOException {
        FieldSpec spec = new FieldSpec(string(in), string(in), string(in), List.of(new Texts().read(in)));
        double[] frame = {in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()};
        GridFrame grid = new GridFrame(frame[0], frame[1], frame[2], frame[3], in.readInt(), in.readInt());
        float[] values = new float[grid.cells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return new Field(spec, grid, values);
    }

    private static void write(DataOutputStream out, LinkTable link) throws IOException {
        string(out, link.spec().id());
        string(out, link.spec().from());
        string(out, link.spec().to());
        string(out, link.spec().unit());
        strings(out, Arrays.asList(link.from()));
        strings(out, Arrays.asList(link.to()));
        doubles(out, link.value());
    }

    private static LinkTable link(DataInputStream in, Texts shared) throws IOException {
        LinkSpec spec = new LinkSpec(string(in), string(in), string(in), string(in));
        String[] from = shared.read(in);
        String[] to = shared.read(in);
        return new LinkTable(spec, from, to, doubles(in, from.length));
    }

    private static void doubles(DataOutputStream out, double[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8 * 1024);
        for (int from = 0; from < values.length; from += 1024) {
            int n = Math.min(1024, values.length - from);
            buffer.clear();
            buffer.asDoubleBuffer().put(values, from, n);
            out.write(buffer.array(), 0, 8 * n);
        }
    }

    private static double[] doubles(DataInputStream in, int count) throws IOException {
        double[] values = new double[count];
        byte[] bytes = new byte[8 * 1024];
        for (int from = 0; from < count; from += 1024) {
            int n = Math.min(1024, count - from);
            in.readFully(bytes, 0, 8 * n);
            ByteBuffer.wrap(bytes, 0, 8 * n).asDoubleBuffer().get(values, from, n);
        }
        return values;
    }

    private static void string(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void strings(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            string(out, text);
        }
    }

    /** Reads lists of text; equal texts of one file become one object. */
    private static final class Texts {
        private final Map<String, String> shared = new HashMap<>();

        String[] read(DataInputStream in) throws IOException {
            String[] texts = new String[in.readInt()];
            for (int i = 0; i < texts.length; i++) {
                String text = string(in);
                String first = shared.putIfAbsent(text, text);
                texts[i] = first == null ? text : first;
            }
            return texts;
        }
    }
}
