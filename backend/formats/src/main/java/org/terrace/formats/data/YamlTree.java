package org.terrace.formats.data;

import java.util.Map;
import java.util.Optional;
import org.terrace.standard.Tree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML without tags as a {@link Tree}: the one place that knows the parser. */
public final class YamlTree {
    private YamlTree() {}

    /**
     * A file that people write by hand: an empty one is an empty map, of a key that stands twice the last counts.
     *
     * @param name of the file, for messages
     */
    public static Tree of(String name, String text) {
        return parse(name, text, true).orElseGet(() -> Tree.of(name, Map.of()));
    }

    /** Without duplicate keys; nothing for an empty file. */
    static Optional<Tree> strict(String name, String text) {
        return parse(name, text, false);
    }

    private static Optional<Tree> parse(String name, String text, boolean duplicateKeys) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(duplicateKeys);
        Object parsed = new Yaml(new SafeConstructor(options)).load(text);
        return parsed == null ? Optional.empty() : Optional.of(Tree.of(name, parsed));
    }
}
