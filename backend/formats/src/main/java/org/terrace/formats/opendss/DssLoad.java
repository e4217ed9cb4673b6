package org.terrace.formats.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.PhaseLoad;

/**
 * A load as its statement describes it, taken apart into what hangs between two nodes each. Its nominal power is meant; shapes in time
 * are not looked at.
 */
final class DssLoad {
    private static final Set<String> READ =
            Set.of("phases", "bus1", "kv", "kw", "pf", "kvar", "kva", "conn", "model", "enabled");

    private static final Set<String> NO_MATTER = Set.of(
            "yearly",
            "daily",
            "duty",
            "growth",
            "class",
            "status",
            "vminpu",
            "vmaxpu",
            "vminnorm",
            "vminemerg",
            "numcust",
            "spectrum",
            "basefreq",
            "relweight",
            "%seriesrl");

    /** What OpenDSS takes where the file is silent. */
    private static final double USUAL_POWER_FACTOR = 0.88;

    private DssLoad() {}

    /** @param node position of the bus in the network's list */
    static List<PhaseLoad> of(DssStatement of, DssBus bus, int node, DssReport report) {
        report.others(of, READ, NO_MATTER);
        int phases = report.whole(of, "phases", 3, 1, 3);
        String conn =
                of.last("conn").map(p -> p.value().toLowerCase(Locale.ROOT)).orElse("wye");
        boolean delta = conn.startsWith("d") || conn.equals("ll");
        if (!delta && !conn.startsWith("w") && !conn.startsWith("y") && !conn.equals("ln")) {
            report.report(Issue.error("dss_load_connection", of.place()).value(conn));
            return List.of();
        }
        Optional<PhaseLoad.Dependence> dependence = dependence(of, report);
        double[] power = power(of, report);
        double kv = dependence.isPresent() && dependence.get() != PhaseLoad.Dependence.POWER
                ? report.positive(of, "kv")
                : 0;
        if (dependence.isEmpty() || Double.isNaN(power[0] + power[1] + kv)) {
            return List.of();
        }
        double volts = delta || phases == 1 ? 1_000 * kv : 1_000 * kv / Math.sqrt(3);
        List<Conductor[]> pairs = pairs(of, bus, phases, delta, report);
        List<PhaseLoad> loads = new ArrayList<>();
        for (int k = 0; k < pairs.size(); k++) {
            loads.add(new PhaseLoad(
                    pairs.size() == 1 ? of.name() : of.name() + "." + (k + 1),
                    node,
                    pairs.get(k)[0],
                    pairs.get(k)[1],
                    power[0] / pairs.size(),
                    power[1] / pairs.size(),
                    dependence.get(),
                    volts));
        }
        return loads;
    }

    private static Optional<PhaseLoad.Dependence> dependence(DssStatement of, DssReport report) {
        int model = report.whole(of, "model", 1, 1, 8);
        return switch (model) {
            case 1 -> Optional.of(PhaseLoad.Dependence.POWER);
            case 2 -> Optional.of(PhaseLoad.Dependence.IMPEDANCE);
            case 5 -> Optional.of(PhaseLoad.Dependence.CURRENT);
            default -> {
                report.report(Issue.error("dss_load_model", of.place()).value(model));
                yield Optional.empty();
            }
        };
    }

    /** Watts and vars: of kW, kvar, kVA and power factor two are enough, and kvar goes before the power factor. */
    private static double[] power(DssStatement of, DssReport report) {
        double factor = report.number(of, "pf", USUAL_POWER_FACTOR);
        if (!(Math.abs(factor) <= 1) || factor == 0) {
            report.report(Issue.error("dss_power_factor", of.place()).value(factor));
            return new double[] {Double.NaN, Double.NaN};
        }
        if (!of.has("kw") && !of.has("kva")) {
            report.missing(of, "kw");
            return new double[] {Double.NaN, Double.NaN};
        }
        double kw = of.has("kw") ? report.number(of, "kw") : report.number(of, "kva") * Math.abs(factor);
        double tan = Math.sqrt(1 / (factor * factor) - 1) * Math.signum(factor);
        double kvar = of.has("kvar") ? report.number(of, "kvar") : kw * tan;
        return new double[] {1_000 * kw, 1_000 * kvar};
    }

    private static List<Conductor[]> pairs(DssStatement of, DssBus bus, int phases, boolean delta, DssReport report) {
        List<Integer> usual = new ArrayList<>();
        for (int i = 1; i <= phases; i++) {
            usual.add(i);
        }
        if (!delta) {
            usual.add(0);
        } else if (phases == 1) {
            usual.add(2);
        }
        List<Conductor> nodes = bus.nodes(usual).stream().map(DssBus::conductor).toList();
        List<Conductor[]> pairs = new ArrayList<>();
        if (delta && phases == 3 && nodes.size() == 3) {
            for (int k = 0; k < 3; k++) {
                pairs.add(new Conductor[] {nodes.get(k), nodes.get((k + 1) % 3)});
            }
        } else if (nodes.size() == phases + 1 && (!delta || phases == 1)) {
            for (int k = 0; k < phases; k++) {
                pairs.add(new Conductor[] {nodes.get(k), nodes.get(phases)});
            }
        }
        boolean fits = !pairs.isEmpty();
        for (Conductor[] pair : pairs) {
            fits &= pair[0] != pair[1] && pair[0] != Conductor.EARTH;
        }
        if (!fits) {
            report.report(Issue.error("dss_bus_wires", of.place())
                    .field("bus1")
                    .value(of.last("bus1").map(DssStatement.Property::value).orElse(""))
                    .with("wires", phases));
            return List.of();
        }
        return pairs;
    }
}
