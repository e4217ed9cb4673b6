package org.terrace.standard;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The thresholds that a county's policy profile names. A file may extend another: its own thresholds win, the rest is inherited.
 *
 * <p>A limit is met when the value is {@code <=} the limit (for minimum limits {@code >=}); this holds for every threshold.
 */
public final class Standard {
    private final String id;
    private final Map<String, Threshold> thresholds;

    private Standard(String id, Map<String, Threshold> thresholds) {
        this.id = id;
        this.thresholds = thresholds;
    }

    /**
     * @param tree the file: {@code extends} (optional id) and {@code thresholds}, a map from name to
     *     {@code {value, unit, source, clause, note, date, confidence}}
     * @param parents finds the tree of the extended standard
     * @throws IllegalArgumentException naming the path of what is missing, or a circle of {@code extends}
     */
    public static Standard parse(String id, Tree tree, Function<String, Tree> parents) {
        Map<String, Threshold> all = new LinkedHashMap<>();
        collect(tree, parents, all, 0);
        return new Standard(id, all);
    }

    private static void collect(Tree tree, Function<String, Tree> parents, Map<String, Threshold> all, int depth) {
        if (depth > 8) {
            throw new IllegalArgumentException(tree.path() + " extends itself in a circle");
        }
        if (tree.has("extends")) {
            collect(parents.apply(tree.text("extends")), parents, all, depth + 1);
        }
        if (!tree.has("thresholds")) {
            return;
        }
        Tree entries = tree.get("thresholds");
        for (String name : entries.keys()) {
            Tree entry = entries.get(name);
            String confidence = entry.text("confidence");
            all.put(
                    name,
                    new Threshold(
                            name,
                            entry.get("value"),
                            entry.text("unit", ""),
                            TextByLanguage.of(entry.get("source")),
                            TextByLanguage.find(entry, "clause"),
                            TextByLanguage.find(entry, "note"),
                            entry.text("date", ""),
                            confidence,
                            entry.flag("default_to_confirm", confidence.equals("GK"))));
        }
    }

    public String id() {
        return id;
    }

    /** Every name with its value, as one text: differs when any value does, though the id stays. */
    public String values() {
        return thresholds.values().stream().map(t -> t.name() + "=" + t.value()).collect(Collectors.joining(";"));
    }

    public Collection<Threshold> thresholds() {
        return List.copyOf(thresholds.values());
    }

    public Optional<Threshold> find(String name) {
        return Optional.ofNullable(thresholds.get(name));
    }

    /** @throws IllegalArgumentException when the standard has no such threshold */
    public Threshold threshold(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("standard " + id + " has no threshold '" + name
                        + "'. Maybe the profile should extend cn-national"));
    }

    public double number(String name) {
        return threshold(name).number();
    }

    public List<Double> numbers(String name) {
        return threshold(name).numbers();
    }

    public String text(String name) {
        return threshold(name).text();
    }

    public List<String> texts(String name) {
        return threshold(name).texts();
    }
}
