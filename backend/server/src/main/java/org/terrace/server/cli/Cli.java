package org.terrace.server.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.terrace.server.importing.ImportChoices;
import org.terrace.server.importing.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of Terrace. Exit codes: 0 done; 1 data refused, nothing changed; 2 command not understood; 3 file or county not
 * found; 4 data folder in use; 5 failed.
 */
@Command(
        name = "terrace",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            AssessCommand.class,
            ExportCommand.class,
            CountiesCommand.class,
            SampleCommand.class,
            PruneCommand.class
        })
public final class Cli implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private Cli() {}

    /** @param application the class that the program starts from. @return the exit code */
    public static int run(Class<?> application, String... args) {
        Program.is(application);
        String language = language(args);
        CommandLine line = new CommandLine(new Cli());
        line.setResourceBundle(new Help(Words.of(language)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, given) -> {
            System.err.println(
                    Words.of(language).say("cli.usage_error", Map.of("detail", String.valueOf(e.getMessage()))));
            e.getCommandLine().usage(System.err);
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, at, parsed) -> failed(e, Words.of(language)));
        return line.execute(args);
    }

    private static String language(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                return args[i].substring("--lang=".length());
            }
            if (args[i].equals("--lang") && i + 1 < args.length) {
                return args[i + 1];
            }
        }
        return Common.defaultLanguage();
    }

    private static int failed(Exception e, Words words) {
        if (e instanceof Stop stop) {
            System.err.println(words.say(stop.key(), stop.values()));
            return stop.exitCode();
        }
        if (e instanceof ImportChoices.BadChoiceException bad) {
            System.err.println(words.say("error.bad_" + bad.choice(), Map.of("value", bad.value())));
            return ExitCode.USAGE;
        }
        LoggerFactory.getLogger(Cli.class).error("the command failed", e);
        System.err.println(words.say("cli.failed", Map.of("detail", String.valueOf(e.getMessage()))));
        return ExitCode.FAILED;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "COMMAND");
    }

    /** The dictionary in the form that picocli asks: descriptions by command and option. */
    private static final class Help extends ResourceBundle {
        private static final String COMMANDS = "cli.help.command.";

        private final Words words;
        private final Map<String, String> texts = new HashMap<>();

        Help(Words words) {
            this.words = words;
            for (String key : words.keys("cli.help.")) {
                String command = key.startsWith(COMMANDS) ? key.substring(COMMANDS.length()) : "";
                String theirs = command.isEmpty()
                        ? key
                        : (command.equals("terrace") ? "terrace" : "terrace." + command) + ".usage.description";
                texts.put(theirs, words.say(key));
            }
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
}
