package org.terrace.formats.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One FeatureCollection by RFC 7946, a feature per line. Members besides those of the standard: {@code name}, {@code title},
 * {@code source_crs} (where the coordinates come from), {@code datum_note}, {@code units} by property.
 *
 * <p>Every feature has every property; an empty cell is {@code null}. Coordinates that are CGCS2000 are written as they are: the two
 * datums differ by decimetres, and the note has to say so.
 */
public final class GeoJsonWriter {
    private final OutputTable table;
    private final LonLat lonLat;
    private final Cells cells;
    private final Appendable out;
    private final GeoJsonGeometry geometries;
    private String separator = "\n";

    private GeoJsonWriter(OutputTable table, Appendable out) {
        this.table = table;
        this.lonLat = new LonLat(table);
        this.cells = new Cells(table);
        this.out = out;
        this.geometries = new GeoJsonGeometry(out);
    }

    /**
     * Writes the file when all is well, else leaves what was there.
     *
     * @param datumNote sentence about the datum in the reader's language; "" for none
     */
    public static void write(Path target, OutputTable table, String datumNote, RowSource rows) throws IOException {
        TargetFile.write(target, file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out, table, datumNote, rows);
            }
        });
    }

    /** Writes and flushes; the stream stays open. */
    public static void write(OutputStream out, OutputTable table, String datumNote, RowSource rows) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        GeoJsonWriter json = new GeoJsonWriter(table, text);
        json.start(datumNote);
        rows.forEach(json::row);
        text.append("\n]}\n");
        text.flush();
    }

    private void start(String datumNote) throws IOException {
        out.append("{\"type\":\"FeatureCollection\",\n");
        member("name", table.name());
        member("title", table.title());
        if (table.geometry().isPresent()) {
            member(
                    "source_crs",
                    table.crs().epsg() == 0
                            ? table.crs().name("en")
                            : "EPSG:" + table.crs().epsg());
        }
        member("datum_note", datumNote);
        units();
        out.append("\"features\":[");
    }

    private void member(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.append('"').append(name).append("\":");
            JsonText.write(out, value);
            out.append(",\n");
        }
    }

    private void units() throws IOException {
        String before = "\"units\":{";
        for (OutputColumn column : table.columns()) {
            if (!column.unit().isEmpty()) {
                out.append(before);
                JsonText.write(out, column.name());
                out.append(':');
                JsonText.write(out, column.unit());
                before = ",";
            }
        }
        if (before.equals(",")) {
            out.append("},\n");
        }
    }

    private void row(OutputRow row) throws IOException {
        cells.next(row);
        out.append(separator).append("{\"type\":\"Feature\",\"properties\":{");
        separator = ",\n";
        for (int i = 0; i < table.columns().size(); i++) {
            out.append(i == 0 ? "" : ",");
            JsonText.write(out, table.columns().get(i).name());
            out.append(':');
            value(cells.cell(row, i));
        }
        out.append("},\"geometry\":");
        Optional<Geometry> place = row.geometry().filter(g -> !g.isEmpty());
        if (place.isPresent()) {
            geometries.write(lonLat.of(place.get(), cells.where()));
        } else {
            out.append("null");
        }
        out.append('}');
    }

    private void value(Optional<Object> cell) throws IOException {
        if (cell.isEmpty()) {
            out.append("null");
        } else if (cell.get() instanceof BigDecimal || cell.get() instanceof Long) {
            out.append(Cells.text(cell.get()));
        } else {
            JsonText.write(out, Cells.text(cell.get()));
        }
    }
}
