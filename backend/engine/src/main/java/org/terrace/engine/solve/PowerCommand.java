package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Voltages, flows and losses of a power network. */
@Command(name = "power")
public final class PowerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "FOLDER", descriptionKey = "solve.help.option.pandapower")
    private Path folder = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "CSV", descriptionKey = "solve.help.option.out_voltages")
    private Path out = Path.of("");

    @Option(names = "--branches", paramLabel = "CSV", descriptionKey = "solve.help.option.out_branches")
    private Optional<Path> branches = Optional.empty();

    @Option(
            names = "--frequency",
            defaultValue = "50",
            paramLabel = "HZ",
            descriptionKey = "solve.help.option.frequency")
    private double frequency;

    @Override
    public Integer call() throws IOException {
        new BalancedPower(spec.commandLine(), folder, frequency).solve(out, branches);
        return 0;
    }
}
