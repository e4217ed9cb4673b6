package org.terrace.formats.epanet;

import java.util.List;
import java.util.Optional;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;

/**
 * Where a valve cannot do its work: at a level that is given, or beside another valve that would set the same pressure or flow.
 *
 * @see "EPANET 2.2 User Manual, errors 219 and 220; valvecheck in input1.c"
 */
final class InpValvePlaces {
    private InpValvePlaces() {}

    private static boolean holds(Link link, Link.ValveKind kind) {
        return link instanceof Link.Valve v && v.kind() == kind;
    }

    private static boolean holdsSomething(Link link) {
        return holds(link, Link.ValveKind.PRESSURE_REDUCING)
                || holds(link, Link.ValveKind.PRESSURE_SUSTAINING)
                || holds(link, Link.ValveKind.FLOW_CONTROL);
    }

    static Optional<Link> atLevel(List<Link> links, List<Node> nodes) {
        return links.stream()
                .filter(InpValvePlaces::holdsSomething)
                .filter(l -> !(nodes.get(l.from()) instanceof Node.Junction)
                        || !(nodes.get(l.to()) instanceof Node.Junction))
                .findFirst();
    }

    static Optional<Link> besideAnother(List<Link> links) {
        List<Link> valves =
                links.stream().filter(InpValvePlaces::holdsSomething).toList();
        return valves.stream()
                .filter(a -> valves.stream().anyMatch(b -> a != b && clash(a, b)))
                .findFirst();
    }

    private static boolean clash(Link a, Link b) {
        boolean aReduces = holds(a, Link.ValveKind.PRESSURE_REDUCING);
        boolean bReduces = holds(b, Link.ValveKind.PRESSURE_REDUCING);
        boolean aSustains = holds(a, Link.ValveKind.PRESSURE_SUSTAINING);
        boolean bSustains = holds(b, Link.ValveKind.PRESSURE_SUSTAINING);
        boolean bLimits = holds(b, Link.ValveKind.FLOW_CONTROL);
        if (aReduces && bReduces) {
            return a.to() == b.to() || a.to() == b.from() || a.from() == b.to();
        }
        if (aSustains && bSustains) {
            return a.from() == b.from() || a.to() == b.from() || a.from() == b.to();
        }
        return (aSustains && bReduces && a.from() == b.to())
                || (aSustains && bLimits && a.from() == b.to())
                || (aReduces && bLimits && a.to() == b.from());
    }
}
