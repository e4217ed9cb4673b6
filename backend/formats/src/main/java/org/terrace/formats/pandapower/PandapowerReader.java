package org.terrace.formats.pandapower;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.issue.Severity;
import org.terrace.powerflow.PowerNetwork;
import org.terrace.powerflow.SetPoints;

/**
 * Reads a folder of tables as pandapower 3 has them, one CSV file for each kind of element: {@code bus.csv}, {@code line.csv},
 * {@code trafo.csv}, {@code load.csv}, {@code ext_grid.csv} and others where they exist. Columns that are not there get pandapower's
 * usual values, columns that do not bear on power flow are skipped. Elements in service that are not computed are refused, for
 * without them the answer would be another.
 *
 * @see "pandapower documentation, Datastructure and Elements"
 */
public final class PandapowerReader {
    private static final List<String> COMPUTED = List.of(
            "bus",
            "line",
            "impedance",
            "trafo",
            "trafo3w",
            "load",
            "sgen",
            "storage",
            "asymmetric_load",
            "asymmetric_sgen",
            "motor",
            "shunt",
            "ward",
            "xward",
            "ext_grid",
            "gen",
            "switch");

    private static final List<String> NOT_COMPUTED = List.of(
            "dcline",
            "svc",
            "ssc",
            "tcsc",
            "vsc",
            "vsc_stacked",
            "vsc_bipolar",
            "b2b_vsc",
            "bi_vsc",
            "line_dc",
            "load_dc",
            "source_dc");

    private PandapowerReader() {}

    /** Kinds of elements whose tables are read. */
    public static List<String> elements() {
        return Stream.concat(COMPUTED.stream(), NOT_COMPUTED.stream()).toList();
    }

    /** @return empty when an error was reported: the network would be another than the folder's */
    public static Optional<PandapowerNetwork> read(Path folder, double hertz, Issues issues) {
        ElementTable busTable = ElementTable.read(folder, "bus", issues);
        if (!busTable.isThere()) {
            issues.report(Issue.error("pp_no_network", busTable.place()));
            return Optional.empty();
        }
        PowerNetwork.Builder grid = PowerNetwork.builder(hertz);
        Buses buses = new Buses(busTable, grid);
        Branches branches = new Branches(grid, buses);
        branches.readLines(ElementTable.read(folder, "line", issues));
        branches.readImpedances(ElementTable.read(folder, "impedance", issues));
        Transformers transformers = new Transformers(grid, buses);
        transformers.read(ElementTable.read(folder, "trafo", issues));
        transformers.readThreeWindings(ElementTable.read(folder, "trafo3w", issues));
        readInjections(folder, issues, new Injections(grid, buses), branches);
        Sources sources = new Sources(grid, buses);
        sources.readExternal(ElementTable.read(folder, "ext_grid", issues));
        sources.readGenerators(ElementTable.read(folder, "gen", issues));
        new Switches(grid, buses, branches, transformers).read(ElementTable.read(folder, "switch", issues));
        refuseOthers(folder, issues);
        if (hasErrors(issues)) {
            return Optional.empty();
        }
        sources.requireAny(issues);
        PowerNetwork network = grid.build();
        SetPoints.conflict(network)
                .ifPresent(c -> issues.report(Issue.error("pp_set_points", Place.file("ext_grid.csv"))
                        .with("bus", c.busA())
                        .with("voltage", c.voltageA())
                        .with("other_bus", c.busB())
                        .with("other_voltage", c.voltageB())));
        if (hasErrors(issues)) {
            return Optional.empty();
        }
        List<String> kinds = new ArrayList<>(Collections.nCopies(branches.lines(), "line"));
        kinds.addAll(transformers.kinds());
        kinds.addAll(branches.impedanceKinds());
        return Optional.of(new PandapowerNetwork(network, buses.count(), kinds));
    }

    private static void readInjections(Path folder, Issues issues, Injections injections, Branches branches) {
        injections.readLoads(ElementTable.read(folder, "load", issues));
        injections.readPowers(ElementTable.read(folder, "sgen", issues), -1);
        injections.readPowers(ElementTable.read(folder, "storage", issues), 1);
        injections.readPhases(ElementTable.read(folder, "asymmetric_load", issues), 1);
        injections.readPhases(ElementTable.read(folder, "asymmetric_sgen", issues), -1);
        injections.readMotors(ElementTable.read(folder, "motor", issues));
        injections.readShunts(ElementTable.read(folder, "shunt", issues));
        injections.readWards(ElementTable.read(folder, "ward", issues));
        injections.readExtendedWards(ElementTable.read(folder, "xward", issues), branches);
    }

    private static void refuseOthers(Path folder, Issues issues) {
        for (String element : NOT_COMPUTED) {
            for (ElementRow row : ElementTable.read(folder, element, issues).rows()) {
                if (row.inService()) {
                    row.refuse(Issue.error("pp_not_computed", row.place()), element);
                    break;
                }
            }
        }
    }

    private static boolean hasErrors(Issues issues) {
        return issues.all().stream().anyMatch(i -> i.severity() == Severity.ERROR);
    }
}
