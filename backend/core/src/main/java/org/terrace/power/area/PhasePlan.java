package org.terrace.power.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrace.power.grid.GridArea;
import org.terrace.power.grid.Section;
import org.terrace.power.load.Level;
import org.terrace.powerflow.phases.Conductor;

/**
 * Which phases reach each node of an area and which of them each customer hangs on: as on record; where not, spread as evenly as the
 * tree allows, single-phase spurs first and then customers along the three-phase lines.
 *
 * @param ofNode by node of the area, in the order A, B, C
 * @param ofCustomer by customer of the area: one phase, or three
 * @param assumed by customer: whether its phase is not on record
 * @param linesAssumed whether the number of phases of some line was not on record
 */
record PhasePlan(
        List<List<Conductor>> ofNode, List<List<Conductor>> ofCustomer, boolean[] assumed, boolean linesAssumed) {

    /** A customer as far as phases go. @param share what it draws, as a weight. @param phases 1, 3 or 0 where not on record */
    record Wish(int node, double share, int phases, String phase) {}

    static PhasePlan of(GridArea area, List<Wish> wishes, Assumed assumed, Level level) {
        return new Spreading(area, wishes, assumed, level).plan();
    }

    /** One plan in the making. */
    private static final class Spreading {
        private final GridArea area;
        private final List<Wish> wishes;
        private final double threePhaseFrom;
        private final double[] weightBeyond;
        private final boolean[] threeWished;
        private final double[] drawn = new double[3];
        private boolean linesAssumed;
        private final boolean[] recorded;

        Spreading(GridArea area, List<Wish> wishes, Assumed assumed, Level level) {
            this.area = area;
            this.wishes = wishes;
            this.threePhaseFrom = assumed.threePhaseFrom().at(level);
            this.weightBeyond = new double[area.nodes()];
            this.threeWished = new boolean[area.nodes()];
            this.recorded = new boolean[area.nodes()];
            for (Wish wish : wishes) {
                weightBeyond[wish.node()] += wish.share();
                threeWished[wish.node()] |= wish.phases() == 3;
            }
            for (int n = area.nodes() - 1; n > 0; n--) {
                weightBeyond[area.parent(n)] += weightBeyond[n];
                threeWished[area.parent(n)] |= threeWished[n];
            }
        }

        PhasePlan plan() {
            List<List<Conductor>> nodes = new ArrayList<>(List.of(Conductor.PHASES));
            recorded[0] = true;
            for (int n = 1; n < area.nodes(); n++) {
                nodes.add(reaching(n, nodes.get(area.parent(n))));
            }
            List<List<Conductor>> customers = new ArrayList<>();
            boolean[] open = new boolean[wishes.size()];
            for (int c = 0; c < wishes.size(); c++) {
                Wish wish = wishes.get(c);
                List<Conductor> there = nodes.get(wish.node());
                int asked = wish.phase().isEmpty() ? -1 : there.indexOf(conductor(wish.phase()));
                if (wish.phases() == 3 && there.size() == 3) {
                    customers.add(there);
                } else if (there.size() == 1) {
                    open[c] = !recorded[wish.node()];
                    customers.add(there);
                } else if (asked >= 0) {
                    drawn[there.get(asked).ordinal()] += wish.share();
                    customers.add(List.of(there.get(asked)));
                } else {
                    open[c] = true;
                    Conductor least = least(there);
                    drawn[least.ordinal()] += wish.share();
                    customers.add(List.of(least));
                }
            }
            return new PhasePlan(List.copyOf(nodes), List.copyOf(customers), open, linesAssumed);
        }

        private List<Conductor> reaching(int node, List<Conductor> parent) {
            Section section = area.feeding(node);
            int phases = section.phases();
            if (phases == 0) {
                phases = assumedPhases(section, node);
            }
            if (phases >= parent.size()) {
                recorded[node] = recorded[area.parent(node)];
                return parent;
            }
            int named = section.phase().isEmpty() ? -1 : parent.indexOf(conductor(section.phase()));
            if (phases == 2) {
                Conductor most = most(parent);
                return parent.stream().filter(p -> p != most).toList();
            }
            Conductor phase = named >= 0 ? parent.get(named) : least(parent);
            recorded[node] = named >= 0;
            drawn[phase.ordinal()] += weightBeyond[node];
            return List.of(phase);
        }

        private int assumedPhases(Section section, int node) {
            boolean drop = section.kind() == Section.Kind.SERVICE_DROP || section.kind() == Section.Kind.ASSUMED_DROP;
            if (section.kind() == Section.Kind.JOINT || section.kind() == Section.Kind.LEAD || threeWished[node]) {
                return 3;
            }
            if (drop) {
                return 1;
            }
            linesAssumed = true;
            return area.customersBeyond(node - 1) >= threePhaseFrom ? 3 : 1;
        }

        /** Of several that draw the same, the first. */
        private Conductor least(List<Conductor> of) {
            Conductor best = of.get(0);
            for (Conductor phase : of) {
                best = drawn[phase.ordinal()] < drawn[best.ordinal()] ? phase : best;
            }
            return best;
        }

        private Conductor most(List<Conductor> of) {
            Conductor best = of.get(0);
            for (Conductor phase : of) {
                best = drawn[phase.ordinal()] > drawn[best.ordinal()] ? phase : best;
            }
            return best;
        }
    }

    private static Conductor conductor(String phase) {
        return Conductor.valueOf(phase.toUpperCase(Locale.ROOT));
    }
}
