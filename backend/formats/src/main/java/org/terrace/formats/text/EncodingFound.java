package org.terrace.formats.text;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How text was decoded, and how sure that is.
 *
 * @param charset used
 * @param how READ from the file ({@code .cpg}, language byte, byte order mark), DETECTED from the bytes, GIVEN by the user, or
 *     ASKED: a default that the user should confirm
 * @param samples the same text in each candidate encoding, for the question; empty unless ASKED
 */
public record EncodingFound(Charset charset, How how, Map<String, List<String>> samples) {

    /** How an encoding became known. */
    public enum How {
        READ,
        DETECTED,
        GIVEN,
        ASKED
    }

    public EncodingFound {
        samples = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(samples));
    }

    public static EncodingFound read(Charset charset) {
        return new EncodingFound(charset, How.READ, Map.of());
    }

    public static EncodingFound detected(Charset charset) {
        return new EncodingFound(charset, How.DETECTED, Map.of());
    }

    public static EncodingFound given(Charset charset) {
        return new EncodingFound(charset, How.GIVEN, Map.of());
    }
}
