package org.terrace.engine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.Optional;
import org.terrace.engine.bench.BenchCommand;
import org.terrace.engine.solve.SolveCommand;
import org.terrace.formats.words.CommandHelp;
import org.terrace.formats.words.SpokenLanguage;
import org.terrace.formats.words.UsageMistake;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The main of {@code ./terrace solve} and {@code ./terrace bench}. */
@Command(
        name = "terrace",
        subcommands = {SolveCommand.class, BenchCommand.class})
public final class Engine {
    private static final String HELP = "solve.help.";

    private Engine() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command line; 0 = done, 1 = the data was refused, 2 = the words of the call are off. */
    public static int run(String... args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Speech.choose(args);
        Optional<String> unknown = SpokenLanguage.unknown(args);
        if (unknown.isPresent()) {
            err.println(SpokenLanguage.refusal(unknown.get(), Speech.words()));
            return 2;
        }
        CommandLine line = new CommandLine(new Engine());
        withCommonOptions(line);
        line.setResourceBundle(new CommandHelp(Speech.words(), HELP));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(err);
        line.setParameterExceptionHandler((mistake, given) -> {
            err.println(UsageMistake.of(mistake, Speech.words()));
            mistake.getCommandLine().usage(err);
            return 2;
        });
        line.setExecutionExceptionHandler((exception, commandLine, parsed) -> {
            RefusedException refused = refusal(exception);
            err.println("terrace: " + Speech.refusal(refused));
            if (refused.key().endsWith(".slip")) {
                exception.printStackTrace(err);
            }
            return 1;
        });
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            err.println("terrace: " + Speech.refusal(RefusedException.of("memory")));
            return 1;
        }
    }

    private static RefusedException refusal(Exception exception) {
        Throwable cause = exception instanceof UncheckedIOException unchecked
                ? Objects.requireNonNull(unchecked.getCause())
                : exception;
        if (cause instanceof RefusedException refused) {
            return refused;
        }
        String detail = String.valueOf(cause.getMessage());
        if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
            return RefusedException.of("file_missing", "file", String.valueOf(((FileSystemException) cause).getFile()));
        }
        if (cause instanceof AccessDeniedException closed) {
            return RefusedException.of("file_closed", "file", closed.getFile());
        }
        if (cause instanceof FileNotFoundException) {
            return RefusedException.of("file_missing", "file", detail.replaceFirst(" \\(.*\\)$", ""));
        }
        return cause instanceof IOException
                ? RefusedException.of("io", "detail", detail)
                : RefusedException.of("slip", "detail", detail);
    }

    /** Every command answers --help and speaks --lang, its subcommands too. */
    private static void withCommonOptions(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("--help", "-h")
                        .usageHelp(true)
                        .descriptionKey(HELP + "option.help")
                        .build())
                .addOption(OptionSpec.builder("--lang")
                        .type(String.class)
                        .paramLabel("en|zh-CN")
                        .descriptionKey(HELP + "option.lang")
                        .build());
        line.getSubcommands().values().forEach(Engine::withCommonOptions);
    }
}
