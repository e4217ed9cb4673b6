package org.terrace.engine.solve;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.terrace.engine.RefusedException;
import org.terrace.engine.Speech;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.opendss.OpenDssFeeder;
import org.terrace.formats.opendss.OpenDssReader;
import org.terrace.formats.source.InputFile;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.Feeder;
import org.terrace.powerflow.phases.PhaseFlow;
import org.terrace.powerflow.phases.PhaseNetwork;

/** {@code solve power --opendss}: voltages of an unbalanced feeder, phase by phase. */
final class PhasesFlow {
    /** What was computed is written, but some places have no value. */
    private static final int INCOMPLETE = 1;

    private static final int SHOWN = 20;

    private final Path folder;
    private final PrintWriter out;
    private final PrintWriter err;

    private PhasesFlow(Path folder, PrintWriter out, PrintWriter err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    /**
     * @param loads of one moment; empty for the nominal ones of the folder
     * @param buses file to write
     * @return exit code: 1 when some buses or loads are not fed
     * @throws RefusedException when the files are not understood, or no voltages hold; nothing is written then
     */
    static int solve(Path folder, Optional<Path> loads, Path buses, PrintWriter out, PrintWriter err)
            throws IOException {
        return new PhasesFlow(folder, out, err).solve(loads, buses);
    }

    private int solve(Optional<Path> loads, Path buses) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw RefusedException.of("no_folder", "file", folder);
        }
        if (loads.isPresent()) {
            if (!Files.isRegularFile(loads.get())) {
                throw new NoSuchFileException(loads.get().toString());
            }
            if (isSame(loads.get(), buses)) {
                throw RefusedException.of("same_file", "first", "--loads", "second", "--out", "file", buses);
            }
        }
        requireFolder(buses);
        Issues issues = new Issues();
        OpenDssFeeder read = OpenDssReader.read(folder, loads.map(InputFile::of), issues)
                .orElseThrow(() -> RefusedException.of(folder.toString(), byLine(issues.all())));
        Speech.tell(err, issues.all());
        Feeder feeder = Feeder.of(read.network());
        PhaseFlow flow = feeder.solve();
        refuseUnsolved(flow);
        boolean zero = PhasesTable.write(read.network(), flow, buses);
        report(read, feeder, flow, zero);
        return troubles(flow) ? INCOMPLETE : 0;
    }

    private void refuseUnsolved(PhaseFlow flow) {
        for (PhaseFlow.Trouble trouble : flow.trouble()) {
            switch (trouble.kind()) {
                case VOLTAGE_COLLAPSE ->
                    throw RefusedException.of(
                            "phases_collapse",
                            "file",
                            folder,
                            "share",
                            plain("%.3g", 100 * trouble.value()),
                            "place",
                            trouble.ids().get(0));
                case SPLIT_SUPPLY ->
                    throw RefusedException.of("phases_split", "file", folder, "ids", shortened(trouble.ids()));
                case LOOP_WITHOUT_IMPEDANCE ->
                    throw RefusedException.of("phases_loop", "file", folder, "ids", shortened(trouble.ids()));
                case NOT_FED, LOAD_NOT_FED -> {
                    // told after the table is written
                }
            }
        }
    }

    private void report(OpenDssFeeder read, Feeder feeder, PhaseFlow flow, boolean zero) {
        PhaseNetwork network = read.network();
        String method = feeder.loops() == 0
                ? Speech.say("phases_radial")
                : Speech.say("phases_meshed", "loops", feeder.loops());
        out.println(Speech.say(
                "phases",
                "buses",
                network.nodes().size(),
                "branches",
                network.branches().size(),
                "loads",
                network.loads().size(),
                "method",
                method,
                "rounds",
                flow.rounds()));
        double infeed = flow.infeedWatts() / 1_000;
        double losses = flow.lossWatts() / 1_000;
        out.println(Speech.say(
                "phases_losses",
                "losses",
                plain("%.3f", losses),
                "infeed",
                plain("%.3f", infeed),
                "percent",
                plain("%.2f", infeed == 0 ? 0 : 100 * losses / infeed),
                "a",
                plain("%.3f", flow.infeedWatts(Conductor.A) / 1_000),
                "b",
                plain("%.3f", flow.infeedWatts(Conductor.B) / 1_000),
                "c",
                plain("%.3f", flow.infeedWatts(Conductor.C) / 1_000)));
        flow.lowest()
                .ifPresent(lowest -> out.println(Speech.say(
                        "phases_lowest",
                        "pu",
                        plain("%.5f", lowest.perUnit()),
                        "volts",
                        plain("%.2f", flow.phaseVolts(lowest.node(), lowest.phase())),
                        "bus",
                        network.nodes().get(lowest.node()).id(),
                        "phase",
                        lowest.phase().name().toLowerCase(Locale.ROOT))));
        unbalance(network, flow);
        if (read.nominalLoads()) {
            err.println(Speech.say("phases_nominal"));
        }
        if (zero) {
            out.println(Speech.say(
                    "phases_zero",
                    "bus",
                    network.nodes().get(network.source().node()).id()));
        }
    }

    private void unbalance(PhaseNetwork network, PhaseFlow flow) {
        int worst = -1;
        for (int i = 0; i < network.nodes().size(); i++) {
            double unbalance = flow.unbalance(i);
            if (!Double.isNaN(unbalance) && (worst < 0 || unbalance > flow.unbalance(worst))) {
                worst = i;
            }
        }
        if (worst >= 0) {
            out.println(Speech.say(
                    "phases_unbalance",
                    "percent",
                    plain("%.3f", 100 * flow.unbalance(worst)),
                    "bus",
                    network.nodes().get(worst).id()));
        }
    }

    private boolean troubles(PhaseFlow flow) {
        for (PhaseFlow.Trouble trouble : flow.trouble()) {
            err.println(Speech.say(
                    "phases_" + trouble.kind().name().toLowerCase(Locale.ROOT),
                    "count",
                    trouble.ids().size(),
                    "ids",
                    shortened(trouble.ids())));
        }
        return !flow.trouble().isEmpty();
    }

    /** File by file, as they stand in each. */
    private static List<Issue> byLine(List<Issue> issues) {
        return issues.stream()
                .sorted(Comparator.comparing((Issue i) -> i.place().file())
                        .thenComparingInt(i -> i.place().isWholeFile()
                                ? 0
                                : Integer.parseInt(i.place().id())))
                .toList();
    }

    private static String shortened(List<String> ids) {
        int shown = Math.min(ids.size(), SHOWN);
        return String.join(", ", ids.subList(0, shown)) + (shown < ids.size() ? ", …" : "");
    }

    private static String plain(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static boolean isSame(Path a, Path b) throws IOException {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
                || (Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
    }

    private static void requireFolder(Path out) {
        Path parent = out.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw RefusedException.of("folder_missing", "file", out, "folder", String.valueOf(parent));
        }
        if (Files.isDirectory(out)) {
            throw RefusedException.of("is_folder", "file", out);
        }
    }
}
