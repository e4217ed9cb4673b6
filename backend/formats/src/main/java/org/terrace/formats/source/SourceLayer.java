package org.terrace.formats.source;

import java.util.List;
import java.util.Optional;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.text.EncodingFound;

/**
 * One layer (table, sheet) inside a file, as known before its features are read.
 *
 * @param name "" when the format has no layer names
 * @param columns names in order; empty when the format has no fixed columns
 * @param crs what the file itself says; empty when it says nothing and the numbers must tell
 * @param encoding how text was decoded; empty where the format fixes it
 * @param position the columns of a table that its coordinates are read from; empty where the format has geometries
 */
public record SourceLayer(
        String name,
        List<String> columns,
        Optional<CrsFound> crs,
        Optional<EncodingFound> encoding,
        Optional<CoordinateColumns> position) {

    public SourceLayer(String name, List<String> columns, Optional<CrsFound> crs, Optional<EncodingFound> encoding) {
        this(name, columns, crs, encoding, Optional.empty());
    }

    public SourceLayer {
        columns = List.copyOf(columns);
    }
}
