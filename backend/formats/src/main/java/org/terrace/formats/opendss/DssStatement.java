package org.terrace.formats.opendss;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Place;

/**
 * One element as its statement describes it.
 *
 * @param type as the file writes it: Line, LineCode, Load, Transformer
 * @param properties in the order of the file, which matters for windings
 */
record DssStatement(String file, int line, String type, String name, List<Property> properties) {
    /** @param key in lower case. @param value without brackets and quotes. @param line where it stands */
    record Property(String key, String value, int line) {}

    Place place() {
        return place(line);
    }

    Place place(int at) {
        return Place.line(file, type + "." + name, at);
    }

    boolean isOf(String kind) {
        return type.toLowerCase(Locale.ROOT).equals(kind);
    }

    /** The last of the name counts. */
    Optional<Property> last(String... keys) {
        Set<String> wanted = Set.of(keys);
        return properties.stream().filter(p -> wanted.contains(p.key)).reduce((first, second) -> second);
    }

    boolean has(String... keys) {
        return last(keys).isPresent();
    }
}
