package org.terrace.formats.words;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What libraries and readers say of broken files, by the beginning or a part of their English message. */
enum KnownDetail {
    CUT_OFF_AT("ends inside a block at byte (?<byte>\\d+)"),
    CUT_OFF("(?i)unexpected end[- ]of[- ](input|file|zlib|stream)|premature end|\\beof\\b|truncated"),
    DAMAGED_AT("(?:damaged block|no block header) at byte (?<byte>\\d+)"),
    NO_OSM("no OSMHeader block"),
    NO_DATABASE("(?i)file is not a database|SQLITE_NOTADB|SQLITE_CORRUPT"),
    NO_ARCHIVE("(?i)zip END header not found|error in opening zip|not a zip|no valid entries or contents found"),
    NO_JSON("(?i)unrecognized token|unexpected character|expected (a |valid )?(value|json)"),
    NO_SPACE("(?i)no space left on device|not enough space on the disk");

    private final Pattern said;

    KnownDetail(String said) {
        this.said = Pattern.compile(said);
    }

    /** The values of its sentence, where it is this. */
    Optional<Map<String, String>> values(String message) {
        Matcher m = said.matcher(message);
        if (!m.find()) {
            return Optional.empty();
        }
        return Optional.of(said.pattern().contains("?<byte>") ? Map.of("byte", m.group("byte")) : Map.of());
    }
}
