package org.terrace.formats.source;

import java.util.Set;
import org.terrace.formats.issue.IssueSink;

/**
 * Reads one format of vector or table file, streaming.
 *
 * <p>Never throws on the user's data: what is wrong goes to the issue sink. An issue about the whole file with severity ERROR
 * means that nothing of it may be imported, also when features were already handed out.
 */
public interface Reader {
    /** Short name in reports and settings: {@code geopackage}. */
    String format();

    /** Endings in lower case, asked only when no reader recognises the content. */
    Set<String> extensions();

    /** True when the first bytes (up to 4096) can only be this format. */
    boolean recognises(InputFile file, byte[] head);

    void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues);
}
