package org.terrace.formats.epanet;

import java.util.List;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.hydraulics.Control;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.PipeNetwork;

/** Puts the sections of an EPANET file together. What cannot be used is reported with its line. */
final class InpAssembly {
    private final InpSections sections;
    private final InpReport report;

    InpAssembly(InpSections sections, InpReport report) {
        this.sections = sections;
        this.report = report;
    }

    InpProject project() {
        for (InpSections.Line line : sections.unknown()) {
            report.unknownWord(line, String.join(" ", line.words()));
        }
        first("RULES").ifPresent(l -> report.report(Issue.error("inp_rules", report.at(l)), ""));
        first("LEAKAGE").ifPresent(l -> report.report(Issue.error("inp_leakage", report.at(l)), ""));
        InpOptions options = new InpOptions(sections.section("OPTIONS"), report);
        InpTables tables = new InpTables(sections, options, report);
        InpNodes nodes = new InpNodes(sections, options, tables, report);
        InpLinks links = new InpLinks(sections, options, tables, nodes, report);
        InpValvePlaces.atLevel(links.links(), nodes.nodes())
                .ifPresent(v -> report.report(Issue.error("inp_valve_at_level", report.file()), v.id()));
        InpValvePlaces.besideAnother(links.links())
                .ifPresent(v -> report.report(Issue.error("inp_valve_beside_valve", report.file()), v.id()));
        if (nodes.nodes().stream().allMatch(n -> n instanceof Node.Junction)) {
            report.report(Issue.error("inp_no_level", report.file()), "");
        }
        List<Control> controls = InpControls.read(sections.section("CONTROLS"), options, nodes, links, report);
        InpTimes times = new InpTimes(sections.section("TIMES"), report);
        return new InpProject(
                new PipeNetwork(
                        nodes.nodes(),
                        links.links(),
                        options.formula(),
                        options.viscosityM2PerS(),
                        options.emitterExponent()),
                times.clock(options.demandMultiplier()),
                controls,
                times.durationS(),
                options.units().name(),
                options.units().us());
    }

    private Optional<InpSections.Line> first(String section) {
        return sections.section(section).stream().findFirst();
    }
}
