package org.terrace.formats.words;

import java.util.Map;
import java.util.Optional;

/** The language that a command line asks for with {@code --lang}: told before the rest is read, for what is said of the rest. */
public final class SpokenLanguage {
    private static final String OPTION = "--lang";

    private SpokenLanguage() {}

    /** What stands behind the option; empty where it does not stand. */
    public static Optional<String> asked(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                return Optional.of(args[i].substring(OPTION.length() + 1));
            }
            if (args[i].equals(OPTION) && i + 1 < args.length) {
                return Optional.of(args[i + 1]);
            }
        }
        return Optional.empty();
    }

    /** What was asked for and is not spoken; another language in its place would look like an answer. */
    public static Optional<String> unknown(String... args) {
        return asked(args).filter(tag -> !tag.matches("(?i)(en|zh)([-_.].*)?"));
    }

    /** @param words in which it is said */
    public static String refusal(String tag, Words words) {
        return words.say(
                "usage.mistake.language", Map.of("language", tag, "languages", String.join(", ", Words.LANGUAGES)));
    }
}
