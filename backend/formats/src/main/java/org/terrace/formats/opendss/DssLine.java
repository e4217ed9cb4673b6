package org.terrace.formats.opendss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.phases.Conductor;
import org.terrace.powerflow.phases.PhaseMatrix;

/** A line as its statement and its line code describe it, in ohms and siemens. */
record DssLine(
        DssStatement at,
        String from,
        String to,
        List<Conductor> fromConductors,
        List<Conductor> toConductors,
        PhaseMatrix ohms,
        PhaseMatrix siemens) {
    private static final Set<String> READ = Set.of(
            "bus1",
            "bus2",
            "linecode",
            "length",
            "switch",
            "enabled",
            "phases",
            "r1",
            "x1",
            "r0",
            "x0",
            "c1",
            "c0",
            "b1",
            "b0",
            "rmatrix",
            "xmatrix",
            "cmatrix",
            "units",
            "basefreq");

    private static final Set<String> NO_MATTER = Set.of(
            "normamps",
            "emergamps",
            "faultrate",
            "pctperm",
            "repair",
            "rg",
            "xg",
            "rho",
            "seasons",
            "ratings",
            "earthmodel",
            "linetype");

    /** @param codes by name in lower case; empty for a code that was reported itself */
    static Optional<DssLine> of(
            DssStatement of, Map<String, Optional<DssWires>> codes, double hertz, DssReport report) {
        report.others(of, READ, NO_MATTER);
        Optional<DssBus> from = DssBus.of(of, "bus1", report);
        Optional<DssBus> to = DssBus.of(of, "bus2", report);
        boolean isSwitch =
                of.last("switch").filter(p -> DssReport.isYes(p.value())).isPresent();
        Optional<DssWires> wires = isSwitch
                ? Optional.of(DssWires.ofSwitch(report.whole(of, "phases", 3, 1, 4)))
                : wires(of, codes, hertz, report);
        double length = isSwitch ? 1 : length(of, report);
        if (from.isEmpty() || to.isEmpty() || wires.isEmpty() || Double.isNaN(length)) {
            return Optional.empty();
        }
        if (from.get().label().equalsIgnoreCase(to.get().label())) {
            report.report(Issue.error("dss_line_to_itself", of.place()).value(of.name()));
            return Optional.empty();
        }
        int phases = wires.get().phases();
        Optional<List<Conductor>> near = conductors(of, "bus1", from.get(), phases, report);
        Optional<List<Conductor>> far = conductors(of, "bus2", to.get(), phases, report);
        if (near.isEmpty() || far.isEmpty()) {
            return Optional.empty();
        }
        double units = isSwitch ? 1 : length * factor(of, wires.get(), report);
        return Optional.of(new DssLine(
                of,
                from.get().label(),
                to.get().label(),
                near.get(),
                far.get(),
                wires.get().ohms().times(units),
                wires.get().siemens().times(units)));
    }

    /** What a line says itself is for each of its own units. */
    private static double factor(DssStatement of, DssWires wires, DssReport report) {
        return of.has("linecode") ? DssUnits.factor(DssUnits.metres(of, report), wires.unitM()) : 1;
    }

    private static double length(DssStatement of, DssReport report) {
        double length = report.number(of, "length");
        if (length < 0) {
            report.report(
                    Issue.error("dss_not_positive", of.place()).field("length").value(length));
            return Double.NaN;
        }
        return length;
    }

    private static Optional<DssWires> wires(
            DssStatement of, Map<String, Optional<DssWires>> codes, double hertz, DssReport report) {
        Optional<DssStatement.Property> code = of.last("linecode");
        if (code.isEmpty()) {
            if (!DssWires.isSaid(of)) {
                report.missing(of, "linecode");
                return Optional.empty();
            }
            return DssWires.of(of, hertz, report);
        }
        if (DssWires.isSaid(of)) {
            report.report(Issue.error("dss_both", of.place()).value("Linecode, R1 … Rmatrix"));
            return Optional.empty();
        }
        String name = code.get().value().toLowerCase(Locale.ROOT);
        Optional<DssWires> wires = codes.getOrDefault(name, Optional.empty());
        if (!codes.containsKey(name)) {
            report.report(Issue.error("dss_no_linecode", of.place(code.get().line()))
                    .value(code.get().value()));
            return Optional.empty();
        }
        if (wires.isPresent() && of.has("phases")) {
            int said = report.whole(of, "phases", 3, 1, 4);
            if (said != wires.get().phases()) {
                report.report(Issue.error("dss_phases_differ", of.place())
                        .value(said)
                        .with("code", code.get().value())
                        .with("wires", wires.get().phases()));
                return Optional.empty();
            }
        }
        return wires;
    }

    private static Optional<List<Conductor>> conductors(
            DssStatement of, String key, DssBus bus, int phases, DssReport report) {
        List<Integer> usual = new ArrayList<>();
        for (int i = 1; i <= phases; i++) {
            usual.add(i);
        }
        List<Conductor> conductors =
                bus.nodes(usual).stream().map(DssBus::conductor).toList();
        boolean once = conductors.stream().distinct().count() == conductors.size();
        if (conductors.size() != phases || !once || conductors.contains(Conductor.EARTH)) {
            report.report(Issue.error("dss_bus_wires", of.place())
                    .field(key)
                    .value(of.last(key).map(DssStatement.Property::value).orElse(""))
                    .with("wires", phases));
            return Optional.empty();
        }
        return Optional.of(conductors);
    }
}
