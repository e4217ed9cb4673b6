package org.terrace.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.words.SpokenLanguage;
import org.terrace.formats.words.Words;

/** What a command says: sentences of the user's language, from the dictionaries. */
public final class Speech {
    /** So many of a kind are said one by one. */
    private static final int SHOWN = 5;

    private static String language = "en";

    private Speech() {}

    /** The language as said by {@code --lang}, else by the launcher. */
    static void choose(String... args) {
        String usual = System.getenv().getOrDefault("TERRACE_LANG", "en");
        String said = SpokenLanguage.unknown(args).isPresent()
                ? usual
                : SpokenLanguage.asked(args).orElse(usual);
        language = Words.known(said);
    }

    /** The commands' own words; quickly read. */
    static Words words() {
        return read("engine");
    }

    private static Words read(String... parts) {
        try {
            List<byte[]> files = new ArrayList<>();
            for (String part : parts) {
                Path file = DataFiles.folder().resolve("words/parts/" + part + "." + language + ".json");
                files.add(Files.readAllBytes(file));
            }
            return Words.parse(language, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param key below {@code solve.says}; @param namesAndValues of its placeholders, in turn */
    public static String say(String key, Object... namesAndValues) {
        return words().say("solve.says." + key, RefusedException.values(namesAndValues));
    }

    static String refusal(RefusedException refused) {
        return refused.issues().isEmpty()
                ? words().say(refused.key(), refused.values())
                : refused.issues().stream()
                        .limit(SHOWN)
                        .map(issue -> sentence(read("engine", "formats", "raster"), issue))
                        .collect(Collectors.joining("\n"));
    }

    /** Says the first few in full and counts the others. */
    public static void tell(PrintWriter to, List<Issue> issues) {
        if (issues.isEmpty()) {
            return;
        }
        Words words = read("engine", "formats", "raster");
        issues.stream().limit(SHOWN).forEach(issue -> to.println(sentence(words, issue)));
        if (issues.size() > SHOWN) {
            to.println(words.say("solve.says.more", RefusedException.values("count", issues.size() - SHOWN)));
        }
    }

    private static String sentence(Words words, Issue issue) {
        String hint = words.hint(issue);
        return words.issue(issue) + (hint.isEmpty() ? "" : " " + hint);
    }
}
