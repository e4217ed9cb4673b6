package org.terrace.water.proposal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Places break-pressure tanks, from the source down: in the main where the static head, with the height error on the high side, would exceed
 * what mains are laid for; among the houses where it would exceed the most that taps bear. One stands only where everything that it feeds
 * lies below it with its heads; so at the bottom of a siphon there is none, and the pipe is of a stronger class instead. In a main as far
 * down as can be, among houses as low as can be.
 */
final class BreakPressure {
    /** One that takes away less than this is not worth its price. */
    private static final double LEAST_DROP_M = 10;

    private final SchemeTree tree;
    private final Margins margins;
    private final double mainStaticM;
    private final double tapStaticM;
    /** By point: metres of pipe from the source. */
    private final double[] alongM;

    private final Set<Integer> unsolved = new HashSet<>();

    private BreakPressure(SchemeTree tree, Margins margins, double mainStaticM, double tapStaticM) {
        this.tree = tree;
        this.margins = margins;
        this.mainStaticM = mainStaticM;
        this.tapStaticM = tapStaticM;
        this.alongM = new double[tree.size()];
        for (int p = 1; p < alongM.length; p++) {
            alongM[p] = alongM[tree.parent(p)] + tree.lengthM(p);
        }
    }

    /** @param firstOpen where to begin: the source, or the tank where a pump feeds it */
    static void place(SchemeTree tree, Margins margins, double mainStaticM, double tapStaticM, int firstOpen) {
        new BreakPressure(tree, margins, mainStaticM, tapStaticM).below(firstOpen);
    }

    private void below(int open) {
        while (true) {
            int at = tooDeep(open);
            boolean tap = at < 0;
            if (tap) {
                at = tapTooDeep(open);
            }
            if (at < 0) {
                break;
            }
            int place = place(open, at, tap);
            if (place < 0) {
                unsolved.add(at);
            } else {
                tree.breakPressureAt(place);
            }
        }
        for (int next : tree.zone(open)) {
            if (tree.isOpen(next)) {
                below(next);
            }
        }
    }

    private int tooDeep(int open) {
        for (int p : tree.zone(open)) {
            double error = Math.hypot(margins.modelErrorM(), margins.modelErrorM());
            if (!unsolved.contains(p) && tree.levelM(open) - tree.groundM(p) + error > mainStaticM) {
                return p;
            }
        }
        return -1;
    }

    /** The point whose tap stands lowest, of those that stand too low. */
    private int tapTooDeep(int open) {
        int lowest = -1;
        double most = tapStaticM;
        for (int p : tree.zone(open)) {
            for (NeedGroup.House house : tree.houses(p)) {
                double high = tree.levelM(open) - house.groundM() + Math.hypot(margins.modelErrorM(), house.errorM());
                if (high > most && !unsolved.contains(p) && !tree.isOpen(p)) {
                    most = high;
                    lowest = p;
                }
            }
        }
        return lowest;
    }

    private int place(int open, int at, boolean lowest) {
        int found = -1;
        double[] highest = highestBelow();
        for (int p = tree.parent(at); p != open; p = tree.parent(p)) {
            boolean mayDo = tree.groundM(p) <= tree.levelM(open) - LEAST_DROP_M
                    && highest[p] < tree.groundM(p)
                    && tree.houses(p).isEmpty()
                    && (found < 0 || tree.groundM(p) < tree.groundM(found));
            if (mayDo && feedsAllBelow(p)) {
                if (!lowest) {
                    return p;
                }
                found = p;
            }
        }
        return found;
    }

    /** The highest that anything asks for that a point would feed, without margins: who stands no higher need not be looked at closely. */
    private double[] highestBelow() {
        double[] highest = new double[tree.size()];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int p = tree.size() - 1; p > 0; p--) {
            double own = tree.groundM(p);
            if (!tree.isOpen(p)) {
                own = Math.max(own, highest[p]);
                for (NeedGroup.House house : tree.houses(p)) {
                    own = Math.max(own, house.groundM() + house.neededM());
                }
            }
            highest[tree.parent(p)] = Math.max(highest[tree.parent(p)], own);
        }
        return highest;
    }

    private boolean feedsAllBelow(int place) {
        List<Integer> zone = tree.zone(place);
        double level = tree.groundM(place);
        var line = margins.line(tree.at(place), level, margins.modelErrorM());
        for (int p : zone) {
            double fall = margins.fallPerM() * (alongM[p] - alongM[place]);
            double margin = line.marginM(tree.at(place).distance(tree.at(p)));
            if (tree.groundM(p) + margin + fall > level) {
                return false;
            }
            for (NeedGroup.House house : tree.houses(p)) {
                if (!tree.isOpen(p) && margins.needM(house, margins.modelErrorM()) + fall > level) {
                    return false;
                }
            }
        }
        return true;
    }
}
