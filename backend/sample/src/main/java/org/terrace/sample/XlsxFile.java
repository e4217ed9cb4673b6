package org.terrace.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet as an Excel workbook: numbers as numbers, codes and names as text, so that no digit of a code is lost. */
final class XlsxFile {
    private XlsxFile() {}

    /** @param textColumns headers of columns whose digits are not numbers */
    static void write(Path file, Sheets.Sheet sheet, String title, Set<String> textColumns) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Terrace", "1.0")) {
            Worksheet page = workbook.newWorksheet(title);
            for (int c = 0; c < sheet.headers().size(); c++) {
                String header = sheet.headers().get(c);
                page.value(0, c, header);
                boolean text = textColumns.contains(header);
                for (int r = 0; r < sheet.rows().size(); r++) {
                    cell(page, r + 1, c, sheet.rows().get(r)[c], text);
                }
            }
        }
    }

    private static void cell(Worksheet page, int row, int column, String value, boolean text) {
        if (value.isEmpty()) {
            return;
        }
        if (!text && value.matches("-?[0-9]+(\\.[0-9]+)?")) {
            page.value(row, column, Double.parseDouble(value));
        } else {
            page.value(row, column, value);
        }
    }
}
