package org.terrace.server.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.terrace.region.LayerKind;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.LayerRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the counties of a data folder. */
@Command(name = "counties")
final class CountiesCommand implements Callable<Integer> {
    @Mixin
    Common common = new Common();

    @Override
    public Integer call() {
        return Program.with(common, context -> {
            CountyStore store = context.getBean(CountyStore.class);
            List<Map<String, Object>> answers = new ArrayList<>();
            for (County county : store.counties()) {
                var newest = store.newest(county.code());
                long households = newest.flatMap(v -> v.layer(LayerKind.HOUSEHOLD))
                        .map(LayerRevision::count)
                        .orElse(0L);
                long version = newest.map(DataVersion::id).orElse(0L);
                common.say(
                        "cli.county",
                        Map.of(
                                "code",
                                county.code(),
                                "name",
                                county.name(),
                                "households",
                                households,
                                "version",
                                version,
                                "standard",
                                county.profile()));
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("code", county.code());
                answer.put("name", county.name());
                answer.put("synthetic", county.synthetic());
                answer.put("epsg", county.epsg());
                answer.put("profile", county.profile());
                answer.put("version", version);
                answer.put("households", households);
                answers.add(answer);
            }
            if (answers.isEmpty()) {
                common.say("cli.no_county", Map.of());
            }
            common.answer(Map.of("counties", answers));
            return ExitCode.DONE;
        });
    }
}
