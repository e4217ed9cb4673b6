package org.terrace.server.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.terrace.formats.words.CommandHelp;
import org.terrace.formats.words.SpokenLanguage;
import org.terrace.formats.words.UsageMistake;
import org.terrace.formats.words.Words;
import org.terrace.server.importing.Dictionaries;
import org.terrace.server.importing.ImportChoices;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

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
            PruneCommand.class,
            BenchStoreCommand.class
        })
public final class Cli implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    private Cli() {}

    /** @param application the class that the program starts from. @return the exit code */
    public static int run(Class<?> application, String... args) {
        Program.is(application);
        Optional<String> unknown = SpokenLanguage.unknown(args);
        if (unknown.isPresent()) {
            String message = SpokenLanguage.refusal(unknown.get(), Dictionaries.of(Common.defaultLanguage()));
            System.err.println(message);
            answer("cli.usage_error", message, args);
            return ExitCode.USAGE;
        }
        String language = SpokenLanguage.asked(args).orElseGet(Common::defaultLanguage);
        CommandLine line = new CommandLine(new Cli());
        line.setResourceBundle(new CommandHelp(Dictionaries.of(language), "cli.help."));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, given) -> {
            String message = UsageMistake.of(e, Dictionaries.of(language));
            System.err.println(message);
            answer("cli.usage_error", message, given);
            e.getCommandLine().usage(System.err);
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, at, parsed) -> failed(e, Dictionaries.of(language), args));
        return line.execute(args);
    }

    /** True after Ctrl-C: what fails then fails because the program is being ended. */
    private static boolean isEnding() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** One JSON object on standard output, also for what went wrong. */
    private static void answer(String code, String message, String... args) {
        if (List.of(args).contains("--json")) {
            Common.out()
                    .println(JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of("ok", false, "error", Map.of("code", code, "message", message))));
        }
    }

    private static int failed(Exception e, Words words, String... args) {
        if (isEnding()) {
            System.err.println(words.say("cli.interrupted"));
            return ExitCode.FAILED;
        }
        if (e instanceof Stop stop) {
            String message = words.say(stop.key(), stop.values());
            System.err.println(message);
            answer(stop.key(), message, args);
            return stop.exitCode();
        }
        if (e instanceof ImportChoices.BadChoiceException bad) {
            String message = words.say("error.bad_" + bad.choice(), Map.of("value", bad.value()));
            System.err.println(message);
            answer("error.bad_" + bad.choice(), message, args);
            return ExitCode.USAGE;
        }
        LoggerFactory.getLogger(Cli.class).error("the command failed", e);
        Stop told = sentence(e, words);
        String message = words.say(told.key(), told.values());
        System.err.println(message);
        answer(told.key(), message, args);
        return ExitCode.FAILED;
    }

    /** Files that cannot be read or written are named; what else fails is the program's fault, and the log has it. */
    private static Stop sentence(Exception e, Words words) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof FileSystemException fault) {
                String file = fault.getOtherFile() == null ? String.valueOf(fault.getFile()) : fault.getOtherFile();
                String reason = fault instanceof AccessDeniedException
                        ? "closed"
                        : fault instanceof NoSuchFileException
                                ? "missing"
                                : fault instanceof FileAlreadyExistsException || fault instanceof NotDirectoryException
                                        ? "no_folder"
                                        : "other";
                return new Stop(
                        ExitCode.FAILED,
                        "cli.file_fault." + reason,
                        Map.of("file", file, "detail", words.detail(String.valueOf(fault.getReason()))));
            }
        }
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Stop(ExitCode.FAILED, "cli.failed", Map.of("detail", words.detail(said)));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "COMMAND");
    }
}
