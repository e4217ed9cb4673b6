package org.terrace.formats.words;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.terrace.formats.issue.Issue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The sentences of one language, from the same dictionaries as the map's. A key without words stands for itself. Which files are read
 * is the caller's: a program that must start quickly reads few.
 */
public final class Words {
    /** Every language that is complete. */
    public static final List<String> LANGUAGES = List.of("en", "zh-CN");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9_.:]+)}");

    private final String language;
    private final Map<String, String> sentences;

    private Words(String language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** The language spoken for a tag: whatever begins with zh is Chinese, all else English. */
    public static String known(String tag) {
        return tag.startsWith("zh") ? "zh-CN" : "en";
    }

    /** @param language one of {@link #LANGUAGES}; @param files dictionaries: sentences in JSON objects in objects, UTF-8 */
    public static Words parse(String language, Collection<byte[]> files) {
        Map<String, String> all = new HashMap<>();
        JsonFactory json = new JsonFactory();
        for (byte[] file : files) {
            try (JsonParser parser = json.createParser(ObjectReadContext.empty(), file)) {
                flatten(parser, all);
            }
        }
        return new Words(language, all);
    }

    private static void flatten(JsonParser parser, Map<String, String> into) {
        Deque<String> paths = new ArrayDeque<>();
        String path = "";
        String name = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> name = parser.currentName();
                case START_OBJECT -> {
                    paths.push(path);
                    path = paths.size() == 1 ? "" : below(path, name);
                }
                case END_OBJECT -> path = paths.pop();
                default -> into.put(below(path, name), parser.getString());
            }
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
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
            return say(find(key).isPresent() ? key : key + ".says", told(issue));
        }
        String values = issue.field() + (issue.value().isEmpty() ? "" : " \"" + issue.value() + "\"");
        return issue.code() + (values.isBlank() ? "" : ": " + values.strip());
    }

    private Map<String, String> told(Issue issue) {
        Map<String, String> values = new HashMap<>(issue.words());
        values.computeIfPresent("detail", (name, detail) -> detail(detail));
        return values;
    }

    /**
     * What a library said of a failure, as a part of a sentence. It says it in English: what is known is said in the language of
     * the words, the rest is marked as what only a technician reads.
     */
    public String detail(String said) {
        for (KnownDetail known : KnownDetail.values()) {
            Optional<Map<String, String>> values = known.values(said);
            if (values.isPresent()) {
                return say("issue_detail." + known.name().toLowerCase(Locale.ROOT), values.get());
            }
        }
        String first = said.lines().findFirst().orElse("").strip();
        return say("issue_detail.technical", Map.of("detail", first));
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
