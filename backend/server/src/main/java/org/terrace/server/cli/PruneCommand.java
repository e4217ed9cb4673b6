package org.terrace.server.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.terrace.server.runs.Results;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.Pruning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets old data versions of a county. */
@Command(name = "prune")
final class PruneCommand implements Callable<Integer> {
    @Mixin
    Common common = new Common();

    @Option(names = "--county", paramLabel = "CODE", descriptionKey = "cli.help.option.county")
    String county = "";

    @Option(names = "--keep", paramLabel = "N", descriptionKey = "cli.help.option.keep")
    int keep = 5;

    @Override
    public Integer call() {
        if (keep < 1) {
            throw new Stop(ExitCode.USAGE, "cli.keep_at_least_one", Map.of());
        }
        return Program.with(common, context -> {
            County found = Program.county(context, county);
            int versions = context.getBean(Pruning.class).prune(found.code(), keep);
            int results = context.getBean(Results.class)
                    .keepOnly(found, context.getBean(CountyStore.class).versions(found.code()));
            common.say("cli.pruned", Map.of("county", found.code(), "versions", versions, "results", results));
            common.answer(Map.of("county", found.code(), "versions", versions, "results", results));
            return ExitCode.DONE;
        });
    }
}
