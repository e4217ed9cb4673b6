package org.terrace.engine;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.terrace.engine.bench.BenchCommand;
import org.terrace.engine.solve.SolveCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The main of {@code ./terrace solve} and {@code ./terrace bench}. */
@Command(
        name = "terrace",
        description = "One engine on one plain file, and the benchmarks",
        subcommands = {SolveCommand.class, BenchCommand.class})
public final class Engine {
    private Engine() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command line; 0 = done, 1 = the data was refused, 2 = the words of the call are off. */
    public static int run(String... args) {
        CommandLine line = new CommandLine(new Engine());
        withHelp(line);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((exception, commandLine, parsed) -> {
            if (exception instanceof RefusedException refused) {
                commandLine.getErr().println("terrace: " + refused.getMessage());
                return 1;
            }
            throw exception;
        });
        return line.execute(args);
    }

    /** Every command answers --help, its subcommands too. */
    private static void withHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("--help", "-h")
                        .usageHelp(true)
                        .description("show this help")
                        .build());
        line.getSubcommands().values().forEach(Engine::withHelp);
    }
}
