package org.terrace.formats.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file (or a folder of a shapefile's parts) to read.
 *
 * @param path where the bytes lie
 * @param name what the user calls it; an upload lies under another name
 */
public record InputFile(Path path, String name) {

    public static InputFile of(Path path) {
        Path last = path.getFileName();
        return new InputFile(path, last == null ? path.toString() : last.toString());
    }

    /** Ending in lower case without the dot: {@code gpkg}; "" when there is none. */
    public String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Name without folder and ending. */
    public String stem() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot <= 0 ? last : last.substring(0, dot);
    }

    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    /** The first bytes, fewer when the file is shorter; empty for a folder. */
    public byte[] head(int bytes) throws IOException {
        if (isFolder()) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(bytes);
        }
    }
}
