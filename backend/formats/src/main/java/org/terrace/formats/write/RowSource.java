package org.terrace.formats.write;

import java.io.IOException;

/** Hands over the rows of a table one after the other, so that no list of them need exist. Asked once per written file. */
@FunctionalInterface
public interface RowSource {
    void forEach(RowSink sink) throws IOException;

    /** Takes one row; it is written before the call returns, nothing of it is kept. */
    @FunctionalInterface
    interface RowSink {
        void row(OutputRow row) throws IOException;
    }

    static RowSource of(Iterable<OutputRow> rows) {
        return sink -> {
            for (OutputRow row : rows) {
                sink.row(row);
            }
        };
    }
}
