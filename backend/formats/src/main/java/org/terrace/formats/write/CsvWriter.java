package org.terrace.formats.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.terrace.region.GeometryKind;

/**
 * CSV by RFC 4180 in UTF-8 with the byte order mark that spreadsheets need for Chinese. Texts and codes are quoted and guarded against
 * formulas; points have the columns {@code lon, lat}, other shapes {@code wkt}, all in WGS84 degrees. Heights of coordinates are not written.
 */
public final class CsvWriter {
    static final char BYTE_ORDER_MARK = '\ufeff';

    private final OutputTable table;
    private final LonLat lonLat;
    private final Cells cells;
    private final CsvLines lines;

    private CsvWriter(OutputTable table, CsvQuotes quotes, Appendable out) {
        this.table = table;
        this.lonLat = new LonLat(table);
        this.cells = new Cells(table);
        this.lines = new CsvLines(out, quotes);
    }

    /** Writes the file when all is well, else leaves what was there. */
    public static void write(Path target, OutputTable table, RowSource rows) throws IOException {
        write(target, table, CsvQuotes.ALWAYS, rows);
    }

    /** The same with quotes of choice. */
    public static void write(Path target, OutputTable table, CsvQuotes quotes, RowSource rows) throws IOException {
        TargetFile.write(target, file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out, table, quotes, rows);
            }
        });
    }

    /** Writes and flushes; the stream stays open. */
    public static void write(OutputStream out, OutputTable table, RowSource rows) throws IOException {
        write(out, table, CsvQuotes.ALWAYS, rows);
    }

    private static void write(OutputStream out, OutputTable table, CsvQuotes quotes, RowSource rows)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.append(BYTE_ORDER_MARK);
        CsvWriter csv = new CsvWriter(table, quotes, text);
        csv.header();
        rows.forEach(csv::row);
        text.flush();
    }

    private void header() throws IOException {
        for (OutputColumn column : table.columns()) {
            lines.text(column.name());
        }
        if (table.isOf(GeometryKind.POINT)) {
            lines.text(table.freeName("lon"));
            lines.text(table.freeName("lat"));
        } else if (table.geometry().isPresent()) {
            lines.text(table.freeName("wkt"));
        }
        lines.end();
    }

    private void row(OutputRow row) throws IOException {
        cells.next(row);
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<Object> cell = cells.cell(row, i);
            if (cell.isEmpty()) {
                lines.empty();
            } else if (cell.get() instanceof String s) {
                lines.text(s);
            } else {
                lines.plain(Cells.text(cell.get()));
            }
        }
        if (table.geometry().isPresent()) {
            place(row.geometry().filter(g -> !g.isEmpty()));
        }
        lines.end();
    }

    private void place(Optional<Geometry> geometry) throws IOException {
        boolean points = table.isOf(GeometryKind.POINT);
        if (geometry.isEmpty()) {
            lines.empty();
            if (points) {
                lines.empty();
            }
            return;
        }
        Geometry degrees = lonLat.of(geometry.get(), cells.where());
        if (points) {
            Point point = Shapes.point(cells.where(), degrees);
            lines.plain(LonLat.degrees(point.getX()));
            lines.plain(LonLat.degrees(point.getY()));
        } else {
            lines.text(Shapes.wkt(degrees));
        }
    }
}
