package org.terrace.formats.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.phases.Branch;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.PhaseMatrix;
import org.terrace.powerflow.phases.Shunt;
import org.terrace.powerflow.phases.Transformers;

/**
 * A transformer of two windings as its statement describes it; either winding may be the one that is fed. Read are the vector groups
 * delta-wye (the low side lags by 30 degrees unless LeadLag says lead) and wye-wye, and single-phase units.
 *
 * @param reactancePercent between the windings, on the rating of the first
 */
record DssTransformer(
        DssStatement at,
        int phases,
        Winding first,
        Winding second,
        double reactancePercent,
        boolean lead,
        double noLoadLossPercent,
        double magnetisingPercent) {

    /** One side. @param kv between phases of three, across the winding of one. @param neutralOhm negative where nothing earths the star point */
    record Winding(
            DssBus bus,
            boolean delta,
            double kv,
            double kva,
            double tap,
            double percentR,
            double neutralOhm,
            double neutralX) {}

    private static final Set<String> READ = Set.of(
            "phases",
            "windings",
            "buses",
            "conns",
            "kvs",
            "kvas",
            "taps",
            "%rs",
            "wdg",
            "bus",
            "conn",
            "kv",
            "kva",
            "tap",
            "%r",
            "rneut",
            "xneut",
            "xhl",
            "x12",
            "%loadloss",
            "%noloadloss",
            "%imag",
            "leadlag",
            "enabled");

    private static final Set<String> NO_MATTER = Set.of(
            "sub",
            "subname",
            "normhkva",
            "emerghkva",
            "thermal",
            "n",
            "m",
            "flrise",
            "hsrise",
            "maxtap",
            "mintap",
            "numtaps",
            "ppm_antifloat",
            "bank",
            "xrconst",
            "faultrate",
            "pctperm",
            "repair",
            "seasons",
            "ratings");

    /** What OpenDSS takes for each winding where the file is silent, percent. */
    private static final double USUAL_R = 0.2;

    private static final double USUAL_X = 7;

    /** Values of one winding while they are read; what is not said is NaN or empty. */
    private static final class Said {
        Optional<DssBus> bus = Optional.empty();
        boolean delta;
        double kv = Double.NaN;
        double kva = Double.NaN;
        double tap = 1;
        double percentR = USUAL_R;
        double neutralOhm = -1;
        double neutralX;
    }

    static Optional<DssTransformer> of(DssStatement of, DssReport report) {
        report.others(of, READ, NO_MATTER);
        int phases = report.whole(of, "phases", 3, 1, 3);
        report.whole(of, "windings", 2, 2, 2);
        if (phases == 2) {
            report.report(Issue.error("dss_whole", of.place())
                    .field("phases")
                    .value(2)
                    .with("least", 1)
                    .with("most", 3));
            return Optional.empty();
        }
        Said[] said = {new Said(), new Said()};
        int active = 0;
        for (DssStatement.Property p : of.properties()) {
            switch (p.key()) {
                case "wdg" -> {
                    double number = report.number(of, p);
                    if (number != 1 && number != 2) {
                        winding(of, p, report);
                        return Optional.empty();
                    }
                    active = (int) number - 1;
                }
                case "bus", "conn", "kv", "kva", "tap", "%r", "rneut", "xneut" ->
                    set(of, p, p.key(), p.value(), said[active], report);
                case "buses" -> all(of, p, "bus", said, report);
                case "conns" -> all(of, p, "conn", said, report);
                case "kvs" -> all(of, p, "kv", said, report);
                case "kvas" -> all(of, p, "kva", said, report);
                case "taps" -> all(of, p, "tap", said, report);
                case "%rs" -> all(of, p, "%r", said, report);
                case "%loadloss" -> {
                    double half = report.number(of, p) / 2;
                    said[0].percentR = half;
                    said[1].percentR = half;
                }
                default -> {
                    // read below, or told by others()
                }
            }
        }
        return made(of, phases, said, report);
    }

    private static void all(DssStatement of, DssStatement.Property p, String key, Said[] said, DssReport report) {
        List<String> parts = DssReport.parts(p.value());
        if (parts.size() != 2) {
            winding(of, p, report);
            return;
        }
        for (int w = 0; w < 2; w++) {
            set(of, p, key, parts.get(w), said[w], report);
        }
    }

    private static void winding(DssStatement of, DssStatement.Property p, DssReport report) {
        report.report(
                Issue.error("dss_winding", of.place(p.line())).field(p.key()).value(p.value()));
    }

    private static void set(
            DssStatement of, DssStatement.Property p, String key, String text, Said said, DssReport report) {
        switch (key) {
            case "bus" -> said.bus = DssBus.of(of, p, text, report);
            case "conn" -> {
                String conn = text.toLowerCase(Locale.ROOT);
                said.delta = conn.startsWith("d") || conn.equals("ll");
                if (!said.delta && !conn.startsWith("w") && !conn.startsWith("y") && !conn.equals("ln")) {
                    winding(of, p, report);
                }
            }
            default -> {
                double value = report.number(of.place(p.line()), p.key(), text);
                switch (key) {
                    case "kv" -> said.kv = value;
                    case "kva" -> said.kva = value;
                    case "tap" -> said.tap = value;
                    case "%r" -> said.percentR = value;
                    case "rneut" -> said.neutralOhm = value;
                    default -> said.neutralX = value;
                }
            }
        }
    }

    private static Optional<DssTransformer> made(DssStatement of, int phases, Said[] said, DssReport report) {
        // As OpenDSS: with two windings, what is said of one rating holds for both.
        said[0].kva = Double.isNaN(said[0].kva) ? said[1].kva : said[0].kva;
        said[1].kva = Double.isNaN(said[1].kva) ? said[0].kva : said[1].kva;
        boolean whole = true;
        for (Said side : said) {
            whole &= side.bus.isPresent() && side.kv > 0 && side.kva > 0 && side.tap > 0 && side.percentR >= 0;
        }
        double x = report.number(of, of.has("x12") ? "x12" : "xhl", USUAL_X);
        double loss = report.number(of, "%noloadloss", 0);
        double magnetising = report.number(of, "%imag", 0);
        if (!whole) {
            report.report(Issue.error("dss_transformer", of.place()).value(of.name()));
            return Optional.empty();
        }
        if (Double.isNaN(x + loss + magnetising)) {
            return Optional.empty();
        }
        boolean lead = of.last("leadlag")
                .map(p -> p.value().toLowerCase(Locale.ROOT))
                .filter(v -> v.startsWith("le") || v.startsWith("e"))
                .isPresent();
        return Optional.of(
                new DssTransformer(of, phases, winding(said[0]), winding(said[1]), x, lead, loss, magnetising));
    }

    private static Winding winding(Said said) {
        return new Winding(
                said.bus.orElseThrow(),
                said.delta,
                said.kv,
                said.kva,
                said.tap,
                said.percentR,
                said.neutralOhm,
                said.neutralX);
    }

    /** Nominal volts, phase to neutral, of the side that is not fed. */
    double volts(boolean fromFirst) {
        double kv = (fromFirst ? second : first).kv;
        return phases == 1 ? 1_000 * kv : 1_000 * kv / Math.sqrt(3);
    }

    /** The branch and the iron, as fed from one side. */
    record Made(Branch branch, List<Shunt> iron) {}

    /** @return empty when reported: a vector group that is not computed, or a star point that nothing earths */
    Optional<Made> made(boolean fromFirst, int from, int to, DssReport report) {
        Winding high = fromFirst ? first : second;
        Winding low = fromFirst ? second : first;
        double ratio = high.kv * high.tap / (low.kv * low.tap);
        double ohm = low.kv * low.tap * low.kv * low.tap * 1_000 / first.kva / 100;
        double r = ohm * (first.percentR + second.percentR * first.kva / second.kva);
        double x = ohm * reactancePercent;
        List<Integer> usualHigh = phases == 3 ? List.of(1, 2, 3, 0) : high.delta ? List.of(1, 2) : List.of(1, 0);
        List<Integer> usualLow = phases == 3 ? List.of(1, 2, 3, 0) : List.of(1, 0);
        List<Integer> highNodes = high.bus.nodes(usualHigh);
        List<Integer> lowNodes = low.bus.nodes(usualLow);
        int star = lowNodes.get(lowNodes.size() - 1);
        boolean wire = star == 4;
        List<Conductor> phasesOfLow = conductors(lowNodes.subList(0, phases));
        List<Conductor> phasesOfHigh =
                conductors(highNodes.subList(0, phases == 1 && highNodes.get(1) != 0 ? 2 : phases));
        boolean starOfHigh = phases == 1 || high.delta || highNodes.get(3) == 0;
        if (low.delta
                || lowNodes.size() != phases + 1
                || (!wire && star != 0)
                || !starOfHigh
                || phasesOfLow.stream().anyMatch(c -> c == Conductor.EARTH || c == Conductor.N)
                || phasesOfHigh.stream().anyMatch(c -> c == Conductor.EARTH || c == Conductor.N)) {
            report.report(Issue.error("dss_group", at.place()).value(at.name()));
            return Optional.empty();
        }
        if (wire && low.neutralOhm < 0) {
            report.report(Issue.error("dss_neutral_floats", at.place()).value(low.bus.label()));
            return Optional.empty();
        }
        Transformers.StarPoint point =
                new Transformers.StarPoint(wire, Math.max(0, wire ? low.neutralOhm : 0), wire ? low.neutralX : 0);
        Branch.Transformer branch = phases == 1
                ? Transformers.singlePhase(at.name(), from, to, phasesOfHigh, phasesOfLow.get(0), ratio, r, x, point)
                : turned(
                        Transformers.threePhase(
                                at.name(), from, to, group(high), ratio, new Transformers.Leakage(r, x, r, x), point),
                        phasesOfHigh,
                        phasesOfLow);
        return Optional.of(new Made(branch, iron(to, low, phasesOfLow, wire)));
    }

    private Transformers.Group group(Winding high) {
        return !high.delta ? Transformers.Group.YNYN0 : lead ? Transformers.Group.DYN11 : Transformers.Group.DYN1;
    }

    private static List<Conductor> conductors(List<Integer> nodes) {
        return nodes.stream().map(DssBus::conductor).toList();
    }

    /** With the phases in the order that the buses name them. */
    private static Branch.Transformer turned(Branch.Transformer t, List<Conductor> high, List<Conductor> low) {
        List<Conductor> wires = new ArrayList<>(low);
        if (t.toConductors().contains(Conductor.N)) {
            wires.add(Conductor.N);
        }
        return new Branch.Transformer(t.id(), t.from(), t.to(), high, wires, t.turns(), t.ohms());
    }

    /** What the iron takes at the low side, each phase to the star point. */
    private List<Shunt> iron(int node, Winding low, List<Conductor> phasesOfLow, boolean wire) {
        if (noLoadLossPercent == 0 && magnetisingPercent == 0) {
            return List.of();
        }
        double perPercent = first.kva * 1_000 / (low.kv * low.kv * 1e6) / 100;
        double g = noLoadLossPercent * perPercent;
        double b = -magnetisingPercent * perPercent;
        List<Conductor> wires = new ArrayList<>(phasesOfLow);
        int n = phases;
        PhaseMatrix siemens = PhaseMatrix.alike(n, g, b, 0, 0);
        if (wire) {
            wires.add(Conductor.N);
            double[][] re = new double[n + 1][n + 1];
            double[][] im = new double[n + 1][n + 1];
            for (int i = 0; i < n; i++) {
                re[i][i] = g;
                im[i][i] = b;
                re[i][n] = re[n][i] = -g;
                im[i][n] = im[n][i] = -b;
            }
            re[n][n] = n * g;
            im[n][n] = n * b;
            siemens = PhaseMatrix.of(re, im);
        }
        return List.of(new Shunt(at.name() + " iron", node, wires, siemens));
    }
}
