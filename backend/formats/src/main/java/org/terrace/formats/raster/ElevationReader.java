package org.terrace.formats.raster;

import java.io.IOException;
import java.util.Optional;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.source.InputFile;

/** Reads one format of elevation raster. What is wrong with the user's data goes to the issue sink. */
interface ElevationReader {
    /** Short name in reports: {@code geotiff}. */
    String format();

    /** True when the first bytes (or, where the format has no mark, name and size) can only be this format. */
    boolean recognises(InputFile file, byte[] head) throws IOException;

    /**
     * @return empty after an issue of severity ERROR about the whole file
     * @throws IOException when the file cannot be read; {@link ElevationReaders} makes an issue of it
     */
    Optional<ElevationFile> read(InputFile file, IssueSink issues) throws IOException;
}
