package org.terrace.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param line how it is drawn where it is a line
     * @param colourDark {@code #rrggbb} on a dark map, empty where {@code colour} serves
     */
    public record Entry(
            String code,
            String colour,
            String symbol,
            boolean served,
            boolean unknown,
            double upTo,
            LineStyle line,
            Optional<String> colourDark) {
        public Entry {
            requireColour(code, colour);
            colourDark.ifPresent(dark -> requireColour(code, dark));
            if (served && unknown) {
                throw new IllegalArgumentException("class " + code + " is both served and unknown");
            }
        }

        private static void requireColour(String code, String colour) {
            if (!colour.matches("#[0-9A-Fa-f]{6}")) {
                throw new IllegalArgumentException("class " + code + ": colour '" + colour + "' is not #rrggbb");
            }
        }
    }

    /**
     * @param dash pattern in pixels, drawn and left out by turns; empty for an unbroken line
     * @param width in pixels; NaN where the scheme names none
     */
    public record LineStyle(List<Double> dash, double width) {
        /** Unbroken, of no width of its own. */
        public static final LineStyle PLAIN = new LineStyle(List.of(), Double.NaN);

        public LineStyle {
            dash = List.copyOf(dash);
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
                        entry.number("up_to", Double.NaN),
                        new LineStyle(numbers(entry, "dash"), entry.number("width", Double.NaN)),
                        entry.has("colour_dark") ? Optional.of(entry.text("colour_dark")) : Optional.empty()));
            }
            schemes.put(id, new ClassScheme(id, entries));
        }
        return schemes;
    }

    private static List<Double> numbers(Tree entry, String key) {
        return entry.has(key)
                ? entry.get(key).items().stream().map(Tree::number).toList()
                : List.of();
    }
}
