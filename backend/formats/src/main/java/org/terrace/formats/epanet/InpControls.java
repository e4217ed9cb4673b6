package org.terrace.formats.epanet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.terrace.formats.issue.Issue;
import org.terrace.hydraulics.Control;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;

/** {@code LINK x status IF NODE y ABOVE/BELOW value}, {@code ... AT TIME t}, {@code ... AT CLOCKTIME t AM}. */
final class InpControls {
    private final InpOptions options;
    private final InpNodes nodes;
    private final InpLinks links;

    private InpControls(InpOptions options, InpNodes nodes, InpLinks links) {
        this.options = options;
        this.nodes = nodes;
        this.links = links;
    }

    static List<Control> read(
            List<InpSections.Line> lines, InpOptions options, InpNodes nodes, InpLinks links, InpReport report) {
        InpControls reader = new InpControls(options, nodes, links);
        List<Control> controls = new ArrayList<>();
        for (InpSections.Line line : lines) {
            Control control = reader.read(line);
            if (control == null) {
                report.report(Issue.error("inp_control", report.at(line)), String.join(" ", line.words()));
            } else {
                controls.add(control);
            }
        }
        return controls;
    }

    private @Nullable Control read(InpSections.Line line) {
        int link = links.number(line.word(1));
        if (link < 0) {
            return null;
        }
        Control.Action action = action(links.links().get(link), line.word(2));
        Control.When when = when(line);
        return action == null || when == null ? null : new Control(link, action, when);
    }

    private Control.@Nullable Action action(Link link, String word) {
        if (link instanceof Link.Pipe pipe && pipe.check()) {
            return null;
        }
        boolean open = word.equalsIgnoreCase("OPEN");
        if (open || word.equalsIgnoreCase("CLOSED")) {
            return new Control.Action.Open(open);
        }
        if (!InpReport.isNumber(word)) {
            return null;
        }
        double value = Double.parseDouble(word);
        if (link instanceof Link.Pipe) {
            return new Control.Action.Open(value != 0);
        }
        if (link instanceof Link.Valve valve) {
            return valve.kind() == Link.ValveKind.GENERAL
                    ? null
                    : new Control.Action.To(InpLinks.setting(valve.kind(), value, options));
        }
        return value < 0 ? null : new Control.Action.To(value);
    }

    private Control.@Nullable When when(InpSections.Line line) {
        String kind = line.upper(4);
        if (kind.equals("TIME") || kind.equals("CLOCKTIME")) {
            OptionalLong seconds = InpTimes.seconds(line.words().subList(5, line.size()));
            if (seconds.isEmpty()) {
                return null;
            }
            return kind.equals("TIME")
                    ? new Control.When.After(seconds.getAsLong())
                    : new Control.When.AtClock(seconds.getAsLong() % InpTimes.DAY_S);
        }
        int node = nodes.number(line.word(5));
        if (!kind.equals("NODE") || node < 0 || !InpReport.isNumber(line.word(7))) {
            return null;
        }
        double head = head(nodes.nodes().get(node), Double.parseDouble(line.word(7)));
        return switch (line.upper(6)) {
            case "ABOVE" -> new Control.When.Above(node, head);
            case "BELOW" -> new Control.When.Below(node, head);
            default -> null;
        };
    }

    private double head(Node node, double value) {
        if (node instanceof Node.Tank t) {
            return t.elevationM() + options.units().metres(value);
        }
        return node instanceof Node.Junction j
                ? j.elevationM() + options.pressureM(value)
                : ((Node.Reservoir) node).headM() + options.units().metres(value);
    }
}
