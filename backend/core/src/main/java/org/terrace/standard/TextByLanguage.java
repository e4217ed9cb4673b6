package org.terrace.standard;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text of a data file that people read: {@code {en: ..., zh-CN: ...}}, or one text that stands for every language, as a county's own
 * file may write it.
 */
public final class TextByLanguage {
    private static final String ANY = "";
    private static final TextByLanguage NONE = new TextByLanguage(Map.of(ANY, ""));

    private final Map<String, String> texts;

    private TextByLanguage(Map<String, String> texts) {
        this.texts = texts;
    }

    /** @throws IllegalArgumentException naming the path when there is neither a text nor a map with at least one language */
    public static TextByLanguage of(Tree tree) {
        if (!tree.isMap()) {
            return new TextByLanguage(Map.of(ANY, tree.text()));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        tree.keys().forEach(language -> texts.put(language, tree.text(language)));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(tree.path() + " has a text in no language");
        }
        return new TextByLanguage(texts);
    }

    /** The text below a key; the empty text when the key is absent. */
    static TextByLanguage find(Tree tree, String key) {
        return tree.find(key).map(TextByLanguage::of).orElse(NONE);
    }

    /** @param language {@code en}, {@code zh-CN}. @return the text, in the first language of the file where this one is absent */
    public String in(String language) {
        String text = texts.get(language);
        return text == null ? texts.values().iterator().next() : text;
    }

    public boolean isEmpty() {
        return texts.values().stream().allMatch(String::isEmpty);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextByLanguage that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
