package org.terrace.formats.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook with a sheet per table: bold heading with units, kept in view; codes as text, numbers as numbers, dates as dates. Points have
 * the columns {@code lon, lat} in WGS84 degrees; other shapes have no place in a sheet. Texts are guarded against formulas as in CSV.
 *
 * <p>A table longer than a sheet can be continues on further ones.
 */
public final class XlsxWriter {
    /** What Excel can hold, the heading included. */
    static final int MAX_ROWS = 1_048_576;

    private XlsxWriter() {}

    /** Writes the file when all is well, else leaves what was there. */
    public static void write(Path target, List<TableRows> tables) throws IOException {
        TargetFile.write(target, file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out, tables);
            }
        });
    }

    /** Writes to the end of the workbook; the stream stays open. */
    public static void write(OutputStream out, List<TableRows> tables) throws IOException {
        write(out, tables, MAX_ROWS);
    }

    static void write(OutputStream out, List<TableRows> tables, int maxRows) throws IOException {
        Workbook workbook = new Workbook(out, "Terrace", null);
        for (TableRows one : tables) {
            XlsxTable table = new XlsxTable(workbook, one.table(), maxRows);
            one.rows().forEach(table::row);
            table.finish();
        }
        workbook.finish();
    }
}
