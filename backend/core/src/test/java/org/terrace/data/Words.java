package org.terrace.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrace.DataFolder;
import org.terrace.standard.Tree;

/** One language's words: the dictionary and its parts, merged; keys are paths with dots. */
final class Words {
    private final Map<String, String> byPath = new LinkedHashMap<>();
    private final List<String> twice = new ArrayList<>();

    static Words of(String lang) {
        Words words = new Words();
        words.add("words/" + lang + ".json");
        DataFolder.names("words/parts", "." + lang + ".json").forEach(words::add);
        return words;
    }

    private void add(String file) {
        collect(DataFolder.tree(file), "", file);
    }

    private void collect(Tree tree, String path, String file) {
        for (String key : tree.keys()) {
            Tree child = tree.get(key);
            String at = path.isEmpty() ? key : path + "." + key;
            if (child.isMap()) {
                collect(child, at, file);
            } else if (byPath.put(at, child.text()) != null) {
                twice.add(at + " (" + file + ")");
            }
        }
    }

    Map<String, String> all() {
        return byPath;
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** Keys that stand in more than one file. */
    List<String> twice() {
        return twice;
    }
}
