package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.terrace.engine.RefusedException;
import org.terrace.engine.Speech;
import org.terrace.formats.epanet.InpProject;
import org.terrace.formats.epanet.InpReader;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.hydraulics.Simulation;
import org.terrace.hydraulics.SteadyState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Heads and flows of a pipe network in the input format of EPANET, at one moment. */
@Command(name = "water")
public final class WaterCommand implements Callable<Integer> {
    private static final int HOUR_S = 3_600;

    /** What was computed is written, but some places have no value. */
    private static final int INCOMPLETE = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "INP", descriptionKey = "solve.help.option.inp")
    private Path file = Path.of("");

    @Option(names = "--hour", defaultValue = "0", paramLabel = "H", descriptionKey = "solve.help.option.hour")
    private double hour;

    @Option(names = "--nodes", required = true, paramLabel = "CSV", descriptionKey = "solve.help.option.out_nodes")
    private Path nodes = Path.of("");

    @Option(names = "--links", required = true, paramLabel = "CSV", descriptionKey = "solve.help.option.out_links")
    private Path links = Path.of("");

    @Override
    public Integer call() throws IOException {
        Outputs.requireApart("--nodes", nodes, "--links", links);
        Outputs.requireApart("INP", file, "--nodes", nodes);
        Outputs.requireApart("INP", file, "--links", links);
        Outputs.requireWritable(nodes);
        Outputs.requireWritable(links);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!(hour >= 0) || Double.isInfinite(hour)) {
            throw RefusedException.of("hour", "hour", hour);
        }
        Issues issues = new Issues();
        InpProject project = InpReader.read(InputFile.of(file), issues)
                .orElseThrow(() -> RefusedException.of(file.toString(), byLine(issues.all())));
        Speech.tell(spec.commandLine().getErr(), issues.all());
        long seconds = Math.round(hour * HOUR_S);
        if (seconds > project.durationS()) {
            throw RefusedException.of(
                    "after_the_end", "hour", plain(hour), "file", file, "duration", clock(project.durationS()));
        }
        Simulation simulation = new Simulation(project.network(), project.clock(), project.controls());
        SteadyState state = simulation.at(seconds);
        if (!simulation.unbalanced().isEmpty()) {
            throw unbalanced(state, simulation.unbalanced().get(0));
        }
        WaterTables.write(project.network(), state, nodes, links);
        return report(project, state);
    }

    /** As they stand in the file. */
    private static List<Issue> byLine(List<Issue> issues) {
        return issues.stream()
                .sorted(Comparator.comparingInt(i ->
                        i.place().isWholeFile() ? 0 : Integer.parseInt(i.place().id())))
                .toList();
    }

    /** Results that do not balance are not written: nobody could tell them from good ones. */
    private RefusedException unbalanced(SteadyState state, long at) {
        List<String> worst = state.trouble().stream()
                .filter(t -> t.kind() == SteadyState.Kind.NOT_BALANCED)
                .flatMap(t -> t.ids().stream())
                .toList();
        return worst.isEmpty()
                ? RefusedException.of("water_unbalanced_before", "file", file, "time", clock(at))
                : RefusedException.of(
                        "water_unbalanced", "file", file, "time", clock(at), "links", String.join(", ", worst));
    }

    private int report(InpProject project, SteadyState state) {
        boolean incomplete = false;
        for (SteadyState.Trouble trouble : state.trouble()) {
            spec.commandLine()
                    .getErr()
                    .println(Speech.say(
                            "water_" + trouble.kind().name().toLowerCase(Locale.ROOT),
                            "count",
                            trouble.ids().size(),
                            "ids",
                            shortened(trouble.ids()),
                            "value",
                            String.format(Locale.ROOT, "%.4g", trouble.value())));
            incomplete |= trouble.kind() == SteadyState.Kind.CUT_OFF;
        }
        spec.commandLine()
                .getOut()
                .println(Speech.say(
                        "water",
                        "nodes",
                        project.network().nodes().size(),
                        "links",
                        project.network().links().size(),
                        "hour",
                        plain(hour),
                        "rounds",
                        state.iterations()));
        spec.commandLine()
                .getOut()
                .println(Speech.say("water_units_" + (project.us() ? "us" : "metric"), "flow", project.flowUnit()));
        return incomplete ? INCOMPLETE : 0;
    }

    private static String shortened(List<String> ids) {
        int shown = Math.min(ids.size(), 20);
        return String.join(", ", ids.subList(0, shown)) + (shown < ids.size() ? ", …" : "");
    }

    private static String plain(double hours) {
        return hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours);
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR_S, seconds / 60 % 60, seconds % 60);
    }
}
