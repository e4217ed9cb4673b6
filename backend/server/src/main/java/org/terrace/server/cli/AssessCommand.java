package org.terrace.server.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Deadline;
import org.terrace.server.runs.CountySummary;
import org.terrace.server.runs.ReferenceLibrary;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs every analysis of a county and prints its result by township. */
@Command(name = "assess")
final class AssessCommand implements Callable<Integer> {
    @Mixin
    Common common = new Common();

    @Option(names = "--county", paramLabel = "CODE", descriptionKey = "cli.help.option.county")
    String county = "";

    @Option(names = "--profile", paramLabel = "ID", descriptionKey = "cli.help.option.standard")
    String profile = "";

    @Override
    public Integer call() {
        return Program.with(common, context -> {
            County found = Program.county(context, county);
            if (!profile.isEmpty()) {
                if (!context.getBean(ReferenceLibrary.class).standards().contains(profile)) {
                    throw new Stop(ExitCode.NOT_FOUND, "cli.unknown_standard", Map.of("standard", profile));
                }
                found = context.getBean(CountyStore.class).setProfile(found.code(), profile);
            }
            return assess(context, found, common) ? ExitCode.DONE : ExitCode.REFUSED;
        });
    }

    /** @return false when the county has no data */
    static boolean assess(ConfigurableApplicationContext context, County county, Common common) {
        Optional<Snapshot> snapshot = context.getBean(Snapshots.class).newest(county);
        if (snapshot.isEmpty()) {
            common.say("cli.county_empty", Map.of("county", county.code()));
            common.answer(Map.of("county", county.code(), "assessed", false));
            return false;
        }
        long start = System.nanoTime();
        Results results = context.getBean(Results.class);
        Map<String, AnalysisResult> done = results.assess(snapshot.get(), Deadline.NEVER, Results.Listener.NONE);
        Optional<CountySummary> summary = CountySummary.of(snapshot.get(), results);
        summary.ifPresent(s -> {
            common.line("");
            common.line(AreaTable.of(s, county.name(), common.words()));
        });
        done.forEach((id, result) -> tell(id, result, common));
        double seconds = Math.round((System.nanoTime() - start) / 1e8) / 10.0;
        common.say("cli.assessed", Map.of("county", county.name(), "analyses", done.size(), "seconds", seconds));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("county", county.code());
        answer.put("version", snapshot.get().version().id());
        answer.put("assessed", true);
        answer.put("analyses", done.keySet());
        answer.put("seconds", seconds);
        summary.ifPresent(s -> {
            answer.put("households", s.households());
            answer.put("needs", s.needs());
            answer.put("townships", s.townships());
            answer.put("lacks", s.lacks());
        });
        common.answer(answer);
        return true;
    }

    /** The facts of a run that are not nothing and have a sentence: {@code fact.<analysis>.<name>}. */
    private static void tell(String analysis, AnalysisResult result, Common common) {
        new TreeMap<>(result.facts()).forEach((name, value) -> {
            String key = "fact." + analysis + "." + name;
            if (value != 0 && common.words().find(key).isPresent()) {
                common.say(key, Map.of("value", String.format(Locale.ROOT, "%,.0f", value)));
            }
        });
    }
}
