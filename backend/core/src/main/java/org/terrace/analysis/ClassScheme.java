package org.terrace.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrace.standard.Tree;

/**
 * The ordered codes of a class column with what the screen and the exports need of each: colour, second cue, and whether the code
 * counts as served or as unknown. All schemes come from one data file.
 */
public record ClassScheme(String id, List<Entry> entries) {

    /**
     * @param colour {@code #rrggbb}
     * @param symbol second cue beside the colour (dot, square, half, ring, hatch, dash ...)
     * @param served counts as served
     * @param unknown counts as 'we do not know'; never both
     * @param upTo upper limit of a numeric band, inclusive; NaN for classes that are not bands
     */
    public record Entry(String code, String colour, String symbol, boolean served, boolean unknown, double upTo) {
        public Entry {
            if (!colour.matches("#[0-9A-Fa-f]{6}")) {
                throw new IllegalArgumentException("class " + code + ": colour '" + colour + "' is not #rrggbb");
            }
            if (served && unknown) {
                throw new IllegalArgumentException("class " + code + " is both served and unknown");
            }
        }
    }

    public ClassScheme {
        entries = List.copyOf(entries);
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.code())) {
                throw new IllegalArgumentException("scheme " + id + " has the code " + entry.code() + " twice");
            }
        }
    }

    public List<String> codes() {
        return entries.stream().map(Entry::code).toList();
    }

    /** @param file the parsed {@code class-schemes.yaml}: a map {@code schemes} from id to {@code {codes: [...]}} */
    public static Map<String, ClassScheme> parseAll(Tree file) {
        Map<String, ClassScheme> schemes = new LinkedHashMap<>();
        Tree all = file.get("schemes");
        for (String id : all.keys()) {
            List<Entry> entries = new ArrayList<>();
            for (Tree entry : all.get(id).get("codes").items()) {
                entries.add(new Entry(
                        entry.text("code"),
                        entry.text("colour"),
                        entry.text("symbol", "dot"),
                        entry.flag("served", false),
                        entry.flag("unknown", false),
                        entry.number("up_to", Double.NaN)));
            }
            schemes.put(id, new ClassScheme(id, entries));
        }
        return schemes;
    }
}
