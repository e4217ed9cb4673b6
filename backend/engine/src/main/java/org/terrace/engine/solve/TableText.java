package org.terrace.engine.solve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cells of the tables that engines write. */
final class TableText {
    private TableText() {}

    /** The shortest digits that read back as the same number; nothing for what is not known. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value + 0.0);
    }

    static String quoted(String text) {
        return text.matches("(?s).*[,\"\\s].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static void write(Path file, CharSequence table) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.append(table);
        }
    }
}
