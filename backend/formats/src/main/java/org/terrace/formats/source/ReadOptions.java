package org.terrace.formats.source;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * What the user (or a profile) has decided about a file; everything left empty is found out by the reader.
 *
 * @param layers names of the layers or sheets wanted; empty = all layers (of a workbook: the first sheet)
 * @param encoding of text whose encoding the file does not tell
 * @param delimiter of a CSV file
 * @param columns where the coordinates of a table stand
 * @param maxBytes largest file accepted
 * @param maxUnpackedBytes largest content of an archive accepted, all entries together
 */
public record ReadOptions(
        Set<String> layers,
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        CoordinateColumns columns,
        long maxBytes,
        long maxUnpackedBytes) {

    private static final long GIB = 1L << 30;

    public ReadOptions {
        layers = Set.copyOf(layers);
    }

    public static ReadOptions defaults() {
        return new ReadOptions(
                Set.of(), Optional.empty(), Optional.empty(), CoordinateColumns.unknown(), 4 * GIB, 4 * GIB);
    }

    public boolean wants(String layer) {
        return layers.isEmpty() || layers.contains(layer);
    }

    public ReadOptions withLayers(String... names) {
        return new ReadOptions(Set.of(names), encoding, delimiter, columns, maxBytes, maxUnpackedBytes);
    }

    public ReadOptions withEncoding(Charset charset) {
        return new ReadOptions(layers, Optional.of(charset), delimiter, columns, maxBytes, maxUnpackedBytes);
    }

    public ReadOptions withDelimiter(char character) {
        return new ReadOptions(layers, encoding, Optional.of(character), columns, maxBytes, maxUnpackedBytes);
    }

    public ReadOptions withColumns(CoordinateColumns where) {
        return new ReadOptions(layers, encoding, delimiter, where, maxBytes, maxUnpackedBytes);
    }

    public ReadOptions withLimits(long bytes, long unpackedBytes) {
        return new ReadOptions(layers, encoding, delimiter, columns, bytes, unpackedBytes);
    }
}
