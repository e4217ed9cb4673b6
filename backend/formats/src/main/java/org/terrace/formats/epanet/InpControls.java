package org.terrace.formats.epanet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.hydraulics.Control;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;

/** {@code LINK x status IF NODE y ABOVE/BELOW value}, {@code ... AT TIME t}, {@code ... AT CLOCKTIME t AM}. */
final class InpControls {
    private final String file;
    private final List<InpReader.Line> lines;
    private final InpUnits units;
    private final Map<String, Integer> nodeNumbers;
    private final Map<String, Integer> linkNumbers;
    private final List<Node> nodes;
    private final List<Link> links;
    private final Issues issues;

    InpControls(
            String file,
            List<InpReader.Line> lines,
            InpUnits units,
            Map<String, Integer> nodeNumbers,
            Map<String, Integer> linkNumbers,
            List<Node> nodes,
            List<Link> links,
            Issues issues) {
        this.file = file;
        this.lines = lines;
        this.units = units;
        this.nodeNumbers = nodeNumbers;
        this.linkNumbers = linkNumbers;
        this.nodes = nodes;
        this.links = links;
        this.issues = issues;
    }

    List<Control> read() {
        List<Control> controls = new ArrayList<>();
        for (InpReader.Line line : lines) {
            try {
                Control control = read(line);
                if (control != null) {
                    controls.add(control);
                    continue;
                }
            } catch (NumberFormatException e) {
                // Reported below: a number that is none, like a word that is unknown.
            }
            issues.report(Issue.error("inp_control", Place.line(file, "CONTROLS", line.number()))
                    .value(String.join(" ", line.words())));
        }
        return controls;
    }

    private @Nullable Control read(InpReader.Line line) {
        Integer link = linkNumbers.get(line.word(1));
        if (link == null) {
            return null;
        }
        Control.When when = when(line);
        return when == null ? null : new Control(link, action(links.get(link), line.word(2)), when);
    }

    private Control.Action action(Link link, String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "OPEN" -> new Control.Action.Open(true);
            case "CLOSED" -> new Control.Action.Open(false);
            default ->
                new Control.Action.To(
                        link instanceof Link.Valve v
                                ? InpAssembly.setting(v.kind(), Double.parseDouble(word), units, "")
                                : Double.parseDouble(word));
        };
    }

    private Control.@Nullable When when(InpReader.Line line) {
        String kind = line.word(4).toUpperCase(Locale.ROOT);
        if (kind.equals("TIME")) {
            return new Control.When.After(InpTimes.seconds(line.word(5) + " " + line.word(6)));
        }
        if (kind.equals("CLOCKTIME")) {
            return new Control.When.AtClock(InpTimes.seconds(line.word(5) + " " + line.word(6)));
        }
        Integer node = nodeNumbers.get(line.word(5));
        if (!kind.equals("NODE") || node == null) {
            return null;
        }
        double value = Double.parseDouble(line.word(7));
        double head = nodes.get(node) instanceof Node.Tank t
                ? t.elevationM() + units.metres(value)
                : nodes.get(node) instanceof Node.Junction j ? j.elevationM() + units.pressureM(value, "") : value;
        return switch (line.word(6).toUpperCase(Locale.ROOT)) {
            case "ABOVE" -> new Control.When.Above(node, head);
            case "BELOW" -> new Control.When.Below(node, head);
            default -> null;
        };
    }
}
