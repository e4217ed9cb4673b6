package org.terrace.formats.issue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing wrong (or worth knowing) in a user's file. The sentence is made by the words under {@code issue.<code>} from
 * {@link #words()}; nothing here is a sentence.
 *
 * @param code word key below {@code issue}
 * @param field column or attribute as the file calls it; "" when none is concerned
 * @param value the offending value as it stood in the file; "" when none. Never a value of a dropped personal column
 * @param params further values for the sentence
 */
public record Issue(
        String code, Severity severity, Place place, String field, String value, Map<String, String> params) {

    public Issue {
        params = Map.copyOf(params);
        if (value.length() > 200) {
            value = value.substring(0, 200) + "…";
        }
    }

    public static Issue error(String code, Place place) {
        return new Issue(code, Severity.ERROR, place, "", "", Map.of());
    }

    public static Issue warning(String code, Place place) {
        return new Issue(code, Severity.WARNING, place, "", "", Map.of());
    }

    public static Issue note(String code, Place place) {
        return new Issue(code, Severity.NOTE, place, "", "", Map.of());
    }

    /** The file cannot be read to its end: truncated, damaged, or not what its name says. */
    public static Issue broken(Place place, String format, Throwable cause) {
        String detail = cause.getMessage();
        return error("broken_file", place)
                .with("format", format)
                .with("detail", detail == null ? cause.getClass().getSimpleName() : detail);
    }

    public Issue field(String name) {
        return new Issue(code, severity, place, name, value, params);
    }

    public Issue value(Object offending) {
        return new Issue(code, severity, place, field, String.valueOf(offending), params);
    }

    public Issue with(String name, Object parameter) {
        Map<String, String> more = new LinkedHashMap<>(params);
        more.put(name, String.valueOf(parameter));
        return new Issue(code, severity, place, field, value, more);
    }

    /** True when nothing of the file may be imported. */
    public boolean isFatal() {
        return severity == Severity.ERROR && place.isWholeFile();
    }

    /** All values that the sentence may use: the parameters and {@code file, layer, id, field, value}. */
    public Map<String, String> words() {
        Map<String, String> all = new TreeMap<>(params);
        all.put("file", place.file());
        all.put("layer", place.layer());
        all.put("id", place.id());
        all.put("field", field);
        all.put("value", value);
        return all;
    }
}
