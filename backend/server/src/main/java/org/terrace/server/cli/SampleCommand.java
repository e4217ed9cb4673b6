package org.terrace.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.terrace.sample.SampleCounty;
import org.terrace.sample.SampleOptions;
import org.terrace.sample.SampleWriter;
import org.terrace.sample.SyntheticCounty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a synthetic county as a folder of files. */
@Command(name = "sample")
final class SampleCommand implements Callable<Integer> {
    @Mixin
    Common common = new Common();

    @Option(names = "--households", paramLabel = "N", descriptionKey = "cli.help.option.households")
    int households = 6_000;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.help.option.seed")
    long seed = SampleOptions.committed().seed();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "cli.help.option.out")
    Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (households < 500) {
            throw new Stop(ExitCode.USAGE, "cli.sample_too_small", Map.of("households", households));
        }
        SyntheticCounty county = SampleCounty.generate(new SampleOptions(seed, households));
        SampleWriter.write(county, out);
        common.say("cli.sample_written", Map.of("folder", out, "households", households, "seed", seed));
        common.answer(Map.of("folder", out.toString(), "county", county.code(), "households", households));
        return ExitCode.DONE;
    }
}
