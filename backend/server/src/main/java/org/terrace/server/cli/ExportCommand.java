package org.terrace.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.terrace.server.runs.ResultExport;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.County;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes results as files. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    Common common = new Common();

    @Option(names = "--county", paramLabel = "CODE", descriptionKey = "cli.help.option.county")
    String county = "";

    @Option(names = "--format", paramLabel = "gpkg|geojson|csv", descriptionKey = "cli.help.option.format")
    String format = "";

    @Option(names = "--out", required = true, paramLabel = "FILE|DIR", descriptionKey = "cli.help.option.out")
    Path out = Path.of("");

    @Option(names = "--what", split = ",", paramLabel = "ANALYSIS", descriptionKey = "cli.help.option.what")
    List<String> what = List.of();

    @Override
    public Integer call() {
        ResultExport.Format wanted = format();
        try {
            return here(wanted);
        } catch (Stop stop) {
            Optional<RunningServer> server =
                    stop.exitCode() == ExitCode.IN_USE ? RunningServer.on(common.data) : Optional.empty();
            if (server.isEmpty()) {
                throw stop;
            }
            return by(server.get(), wanted, stop);
        }
    }

    /** By the server that holds the data folder. @param stop what to say when it does not answer */
    private int by(RunningServer server, ResultExport.Format wanted, Stop stop) {
        try {
            String found = server.county(county);
            List<Path> written = server.export(found, wanted, what, common.language, out);
            common.say("cli.export_by_server", Map.of("address", server.address()));
            told(found, written);
            return ExitCode.DONE;
        } catch (RunningServer.SilentException e) {
            throw stop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void told(String county, List<Path> written) {
        written.forEach(f -> common.say("cli.exported", Map.of("file", f)));
        common.say("cli.export_houses", Map.of());
        common.answer(Map.of(
                "county", county, "files", written.stream().map(Path::toString).toList()));
    }

    private int here(ResultExport.Format wanted) {
        return Program.with(common, context -> {
            County found = Program.county(context, county);
            Results results = context.getBean(Results.class);
            Set<String> analyses = new TreeSet<>();
            for (String id : what) {
                if (!id.equals("all")) {
                    analyses.add(results.find(id)
                            .orElseThrow(
                                    () -> new Stop(ExitCode.NOT_FOUND, "cli.unknown_analysis", Map.of("analysis", id)))
                            .id());
                }
            }
            Snapshot snapshot = context.getBean(Snapshots.class)
                    .newest(found)
                    .orElseThrow(() -> new Stop(ExitCode.REFUSED, "cli.county_empty", Map.of("county", found.code())));
            try {
                List<Path> written = context.getBean(ResultExport.class)
                        .write(
                                snapshot,
                                analyses,
                                wanted,
                                out,
                                key -> common.words()
                                        .find("analysis." + key.substring(0, key.indexOf('/')))
                                        .orElse(key));
                if (written.isEmpty()) {
                    throw new Stop(ExitCode.REFUSED, "cli.not_assessed", Map.of("county", found.code()));
                }
                told(found.code(), written);
                return ExitCode.DONE;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** As told, else by the ending of the file. */
    private ResultExport.Format format() {
        String word = format;
        if (word.isEmpty()) {
            String name = String.valueOf(out.getFileName());
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            // GeoJSON and CSV are several files: a name without an ending is their folder.
            word = name.indexOf('.') < 0 ? "csv" : ending;
        }
        for (ResultExport.Format f : ResultExport.Format.values()) {
            if (f.name().equalsIgnoreCase(word)) {
                return f;
            }
        }
        throw new Stop(ExitCode.USAGE, "error.bad_format", Map.of("format", word));
    }
}
