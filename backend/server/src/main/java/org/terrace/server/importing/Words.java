package org.terrace.server.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.terrace.formats.issue.Issue;
import org.terrace.server.store.ShippedFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sentences of one language, from the same dictionaries as the map's. A key without words stands for itself. */
public final class Words {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9_.:]+)}");
    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, String> sentences;

    private Words(String language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** @param language a tag: whatever begins with zh is Chinese, all else English */
    public static Words of(String language) {
        String known = language.startsWith("zh") ? "zh-CN" : "en";
        return READ.computeIfAbsent(known, l -> new Words(l, read(l)));
    }

    private static Map<String, String> read(String language) {
        Map<String, String> all = new HashMap<>();
        for (String pattern : List.of("words/" + language + ".json", "words/parts/*." + language + ".json")) {
            for (byte[] file : ShippedFiles.read(pattern).values()) {
                flatten("", JsonMapper.shared().readTree(file), all);
            }
        }
        return all;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        node.properties().forEach(entry -> {
            String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(key, entry.getValue(), into);
            } else {
                into.put(key, entry.getValue().asString());
            }
        });
    }

    public String language() {
        return language;
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(sentences.get(key));
    }

    /** All keys that begin so. */
    public List<String> keys(String prefix) {
        return sentences.keySet().stream()
                .filter(k -> k.startsWith(prefix))
                .sorted()
                .toList();
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    public String say(String key, Map<String, ?> values) {
        String sentence = sentences.getOrDefault(key, key);
        Matcher m = PLACEHOLDER.matcher(sentence);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            Object value = values.get(m.group(1));
            m.appendReplacement(out, Matcher.quoteReplacement(value == null ? "—" : value.toString()));
        }
        m.appendTail(out);
        return out.toString();
    }

    /** What an issue says; codes without words say themselves with their values. */
    public String issue(Issue issue) {
        String key = "issue." + issue.code();
        Optional<String> plain = find(key).or(() -> find(key + ".says"));
        if (plain.isPresent()) {
            return say(find(key).isPresent() ? key : key + ".says", issue.words());
        }
        String values = issue.field() + (issue.value().isEmpty() ? "" : " \"" + issue.value() + "\"");
        return issue.code() + (values.isBlank() ? "" : ": " + values.strip());
    }

    public String hint(Issue issue) {
        String hint = issue.words().getOrDefault("hint", "");
        String key = "issue." + issue.code() + ".hint";
        if (find(key).isPresent()) {
            return say(key, issue.words());
        }
        return hint.isEmpty() ? "" : find("issue.hint." + hint).orElse("");
    }
}
