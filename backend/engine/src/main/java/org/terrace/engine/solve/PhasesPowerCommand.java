package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Voltages of an unbalanced feeder of three or four wires, from a folder of OpenDSS statements. */
@Command(name = "power")
public final class PhasesPowerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--opendss", required = true, paramLabel = "FOLDER", descriptionKey = "solve.help.option.opendss")
    private Path folder = Path.of("");

    @Option(names = "--loads", paramLabel = "CSV", descriptionKey = "solve.help.option.loads")
    private @Nullable Path loads;

    @Option(names = "--out", required = true, paramLabel = "CSV", descriptionKey = "solve.help.option.out_buses")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        return PhasesFlow.solve(
                folder,
                Optional.ofNullable(loads),
                out,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}
