package org.terrace.server.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.terrace.formats.words.Words;
import org.terrace.server.importing.Dictionaries;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Options of every command, and how it speaks: sentences for people on standard output, or one JSON object for programs. */
final class Common {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "cli.help.option.data", defaultValue = ".terrace")
    Path data = Path.of(".terrace");

    @Option(names = "--json", descriptionKey = "cli.help.option.json")
    boolean json;

    @Option(names = "--lang", paramLabel = "en|zh-CN", descriptionKey = "cli.help.option.lang")
    String language = defaultLanguage();

    @Option(
            names = {"--help", "-h"},
            usageHelp = true,
            descriptionKey = "cli.help.option.help")
    boolean help;

    static String defaultLanguage() {
        String given = System.getenv("TERRACE_LANG");
        return given == null || given.isBlank() ? "en" : given;
    }

    Words words() {
        return Dictionaries.of(language);
    }

    /** A sentence for people; silent when a program listens. */
    void say(String key, Map<String, ?> values) {
        if (!json) {
            out().println(words().say(key, values));
        }
    }

    void line(String text) {
        if (!json) {
            out().println(text);
        }
    }

    void answer(Map<String, ?> answer) {
        if (json) {
            out().println(JsonMapper.shared().writeValueAsString(answer));
        }
    }

    static PrintStream out() {
        return System.out;
    }
}
