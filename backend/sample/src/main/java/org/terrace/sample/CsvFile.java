package org.terrace.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a sheet as CSV the way spreadsheet programs save it: UTF-8 with byte order mark, CR LF (RFC 4180). */
final class CsvFile {
    private CsvFile() {}

    static void write(Path file, Sheets.Sheet sheet) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            line(out, sheet.headers());
            for (String[] row : sheet.rows()) {
                line(out, List.of(row));
            }
        }
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quote = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            out.write(i == 0 ? "" : ",");
            out.write(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.write("\r\n");
    }
}
