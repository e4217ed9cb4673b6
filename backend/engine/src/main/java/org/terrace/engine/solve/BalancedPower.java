package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.terrace.engine.RefusedException;
import org.terrace.engine.Speech;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Severity;
import org.terrace.formats.pandapower.PandapowerNetwork;
import org.terrace.formats.pandapower.PandapowerReader;
import org.terrace.powerflow.Balance;
import org.terrace.powerflow.Collapse;
import org.terrace.powerflow.FlowState;
import org.terrace.powerflow.Load;
import org.terrace.powerflow.PowerFlow;
import picocli.CommandLine;

/** Balanced power flow of a folder of pandapower's tables: reads, solves, writes and tells. */
final class BalancedPower {
    private final CommandLine line;
    private final Path folder;
    private final double hertz;

    BalancedPower(CommandLine line, Path folder, double hertz) {
        this.line = line;
        this.folder = folder;
        this.hertz = hertz;
    }

    void solve(Path buses, Optional<Path> branches) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!(hertz > 0) || Double.isInfinite(hertz)) {
            throw RefusedException.of("frequency", "frequency", hertz);
        }
        requireOutputs(buses, branches);
        Issues issues = new Issues();
        PandapowerNetwork read = PandapowerReader.read(folder, hertz, issues)
                .orElseThrow(() -> RefusedException.of(folder.toString(), errorsFirst(issues.all())));
        Speech.tell(line.getErr(), issues.all());
        FlowState state = PowerFlow.solve(read.network());
        if (state.collapse().isPresent()) {
            throw collapsed(state.collapse().get());
        }
        PowerTables.writeBuses(read, state, buses);
        if (branches.isPresent()) {
            PowerTables.writeBranches(read, state, branches.get());
        }
        tell(read, state);
    }

    /** No output may replace a table that is read. */
    private void requireOutputs(Path buses, Optional<Path> branches) throws IOException {
        Outputs.requireWritable(buses);
        for (String element : PandapowerReader.elements()) {
            Outputs.requireApart("FOLDER", folder.resolve(element + ".csv"), "--out", buses);
        }
        if (branches.isPresent()) {
            Outputs.requireWritable(branches.get());
            Outputs.requireApart("--out", buses, "--branches", branches.get());
            for (String element : PandapowerReader.elements()) {
                Outputs.requireApart("FOLDER", folder.resolve(element + ".csv"), "--branches", branches.get());
            }
        }
    }

    private static List<Issue> errorsFirst(List<Issue> issues) {
        return issues.stream().filter(i -> i.severity() == Severity.ERROR).toList();
    }

    private RefusedException collapsed(Collapse collapse) {
        String missing = kw(collapse.missingMva());
        return Double.isNaN(collapse.holdsAt())
                ? RefusedException.of("power_no_balance", "folder", folder, "bus", collapse.bus(), "missing", missing)
                : RefusedException.of(
                        "power_collapse",
                        "folder",
                        folder,
                        "percent",
                        String.format(Locale.ROOT, "%.2f", 100 * collapse.holdsAt()),
                        "bus",
                        collapse.bus(),
                        "voltage",
                        pu(collapse.vmPu()),
                        "branch",
                        collapse.branch(),
                        "missing",
                        missing);
    }

    private void tell(PandapowerNetwork read, FlowState state) {
        int[] dead = IntStream.range(0, read.shownBuses())
                .filter(i -> Double.isNaN(state.vmPu()[i]))
                .toArray();
        if (dead.length > 0) {
            line.getErr()
                    .println(Speech.say(
                            "power_dead",
                            "count",
                            dead.length,
                            "kw",
                            kw(unfedMw(read, state)),
                            "ids",
                            shortened(read, dead)));
        }
        say("power", "buses", read.shownBuses(), "branches", state.branches().size(), "method", method(state));
        Balance b = state.balance();
        say(
                "power_balance",
                "sources",
                kw(b.sourcesMw()),
                "feeds",
                kw(b.feedsMw()),
                "loads",
                kw(b.loadsMw()),
                "shunts",
                kw(b.shuntsMw()),
                "losses",
                kw(b.lossesMw()),
                "missing",
                String.format(Locale.ROOT, "%.1e", Math.abs(b.missingMw()) * 1000));
        int lowest = lowest(read, state);
        if (lowest >= 0) {
            say(
                    "power_lowest",
                    "losses",
                    kw(b.lossesMw()),
                    "voltage",
                    pu(state.vmPu()[lowest]),
                    "bus",
                    read.network().buses().get(lowest).id());
        }
    }

    /** Of the buses of the file: the star of a transformer is nobody's bus. */
    private static int lowest(PandapowerNetwork read, FlowState state) {
        return IntStream.range(0, read.shownBuses())
                .filter(i -> !Double.isNaN(state.vmPu()[i]))
                .reduce((a, b) -> state.vmPu()[b] < state.vmPu()[a] ? b : a)
                .orElse(-1);
    }

    private static String method(FlowState state) {
        if (state.method() == FlowState.Method.SWEEP) {
            return Speech.say("power_sweep", "rounds", state.rounds());
        }
        String reason = state.loops() > 0 ? "power_loops" : state.held() > 0 ? "power_held" : "power_hard";
        return Speech.say(reason, "loops", state.loops(), "held", state.held(), "rounds", state.rounds());
    }

    private static double unfedMw(PandapowerNetwork read, FlowState state) {
        return read.network().loads().stream()
                .filter(l -> l.inService() && Double.isNaN(state.vmPu()[l.bus()]))
                .mapToDouble(Load::pMw)
                .sum();
    }

    private static String shortened(PandapowerNetwork read, int[] buses) {
        int shown = Math.min(buses.length, 20);
        List<String> ids = IntStream.of(buses)
                .limit(shown)
                .mapToObj(i -> read.network().buses().get(i).id())
                .toList();
        return String.join(", ", ids) + (shown < buses.length ? ", …" : "");
    }

    private void say(String key, Object... namesAndValues) {
        line.getOut().println(Speech.say(key, namesAndValues));
    }

    private static String kw(double mw) {
        return String.format(Locale.ROOT, "%.4f", mw * 1000 + 0.0);
    }

    private static String pu(double voltage) {
        return String.format(Locale.ROOT, "%.6f", voltage);
    }
}
