package org.terrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.CanonicalExport;

/**
 * The sample county's results as checked-in text, one file per analysis: every table's hash, and its rows, of long tables each
 * n-th, so that a change can be read like code. {@code -Dgolden.regenerate=true} writes them anew.
 */
final class GoldenFiles {
    private static final int ROWS_SHOWN = 150;

    private GoldenFiles() {}

    static void check(AnalysisResult result) {
        Path file = folder().resolve(result.analysisId() + ".csv");
        String found = digest(CanonicalExport.of(result));
        try {
            if (Boolean.getBoolean("golden.regenerate")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, found);
            }
            assertThat(file)
                    .as("golden file; write it with -Dgolden.regenerate=true")
                    .exists();
            assertThat(found)
                    .as("%s differs. When that is meant: -Dgolden.regenerate=true, and read the diff", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String export) {
        StringBuilder out = new StringBuilder();
        List<String> section = new ArrayList<>();
        for (String line : export.split("\n")) {
            if (line.startsWith("# ")) {
                append(out, section);
                section.clear();
            }
            section.add(line);
        }
        append(out, section);
        return out.toString();
    }

    /** Heading, hash, names of the columns, rows. */
    private static void append(StringBuilder out, List<String> section) {
        if (section.isEmpty()) {
            return;
        }
        int rows = section.size() - 2;
        int step = Math.max(1, (rows + ROWS_SHOWN - 1) / ROWS_SHOWN);
        out.append(section.get(0)).append(": ").append(rows).append(" rows, sha-256 ");
        out.append(sha256(String.join("\n", section)))
                .append(step == 1 ? "" : ", each " + step + "th row follows")
                .append('\n');
        out.append(section.get(1)).append('\n');
        for (int row = 0; row < rows; row += step) {
            out.append(section.get(2 + row)).append('\n');
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        return SampleFolder.path()
                .resolve("../../backend/server/src/test/golden")
                .normalize();
    }
}
