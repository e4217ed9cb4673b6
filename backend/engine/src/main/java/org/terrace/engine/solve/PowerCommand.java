package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.terrace.engine.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Voltages, flows and losses of a power network: balanced from pandapower's tables, or phase by phase from OpenDSS statements. */
@Command(name = "power")
public final class PowerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "solve.help.option.pandapower")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--opendss", paramLabel = "FOLDER", descriptionKey = "solve.help.option.opendss")
    private Optional<Path> opendss = Optional.empty();

    @Option(names = "--loads", paramLabel = "CSV", descriptionKey = "solve.help.option.loads")
    private Optional<Path> loads = Optional.empty();

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
        if (folder.isPresent() == opendss.isPresent()) {
            throw RefusedException.of("one_of", "first", "FOLDER", "second", "--opendss");
        }
        if (opendss.isPresent()) {
            if (branches.isPresent()) {
                throw RefusedException.of("not_both", "first", "--opendss", "second", "--branches");
            }
            return PhasesFlow.solve(
                    opendss.get(),
                    loads,
                    out,
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
        if (loads.isPresent()) {
            throw RefusedException.of("together", "first", "--loads", "second", "--opendss");
        }
        new BalancedPower(spec.commandLine(), folder.orElseThrow(), frequency).solve(out, branches);
        return 0;
    }
}
