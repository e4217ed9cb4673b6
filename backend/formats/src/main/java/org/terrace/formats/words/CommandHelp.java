package org.terrace.formats.words;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The help of a command line, from the dictionaries, in the form that picocli asks for: the headings of a page under {@code usage.},
 * what a command does under {@code <prefix>command.<name>}, options under their own keys. A command of a command is called
 * {@code solve_walk} there.
 */
public final class CommandHelp extends ResourceBundle {
    private static final String ROOT = "terrace";

    private final Words words;
    private final Map<String, String> texts = new HashMap<>();

    /** @param prefix of the keys that hold the help: {@code cli.help.} */
    public CommandHelp(Words words, String prefix) {
        this.words = words;
        words.keys("usage.").forEach(key -> texts.put(key, words.say(key)));
        String commands = prefix + "command.";
        for (String key : words.keys(prefix)) {
            texts.put(key.startsWith(commands) ? command(key.substring(commands.length())) : key, words.say(key));
        }
    }

    private static String command(String name) {
        String qualified = name.equals(ROOT) ? ROOT : ROOT + "." + name.replace('_', '.');
        return qualified + ".usage.description";
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public boolean containsKey(String key) {
        return texts.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }

    @Override
    public Locale getLocale() {
        return Locale.forLanguageTag(words.language());
    }
}
