package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.terrace.network.Network;
import org.terrace.region.FeatureTable;

/**
 * A piece of the network with several transformers, parted among them. A wire whose line names one of them goes to that one, and with it the
 * shortest way there over wires that name nobody, unless another has as good a claim. Every other wire goes to the transformer that is
 * nearest along such wires, and is cut where two are equally far; of several equally near the first by code is taken. A name that no way
 * leads to is none.
 */
final class SharedPiece {
    private static final int NOBODY = LineNames.NOBODY;

    private final Wires wires;
    private final List<Integer> own;
    private final List<Integer> transformers;
    private final int[] start;
    private final double[] length;
    /** By wire: place of its transformer in the list, or nobody. */
    private final int[] named;

    private final Network network;
    private final NearestFeeders feeders;
    private final Map<Integer, Parting> partings = new TreeMap<>();
    /** By wire: place in the list of the transformer that it is given to; of one that is cut, for either half. */
    private final int[] before;

    private final int[] after;

    /**
     * A wire that two transformers share.
     *
     * @param metres plan metres along its line. @param wayM metres of wire from either transformer
     */
    record Parting(double metres, int before, int after, double wayM) {}

    /**
     * @param own wires of the piece. @param transformers rows, ascending, at least two. @param nodeOf by facility
     * @param lengthM of a wire. @param names of lines
     */
    SharedPiece(
            Wires wires,
            List<Integer> own,
            List<Integer> transformers,
            int[] nodeOf,
            IntToDoubleFunction lengthM,
            LineNames names) {
        this.wires = wires;
        this.own = own;
        this.transformers = transformers;
        int n = own.size();
        this.length = new double[n];
        this.named = new int[n];
        int[] a = new int[n];
        int[] b = new int[n];
        Map<Integer, Integer> local = new TreeMap<>();
        for (int i = 0; i < n; i++) {
            Wires.Wire wire = wires.wire(own.get(i));
            a[i] = number(local, wire.from());
            b[i] = number(local, wire.to());
            length[i] = lengthM.applyAsDouble(own.get(i));
            named[i] = switch (wire.kind()) {
                case LEAD -> leadOf(wire.from(), nodeOf);
                case JOINT -> NOBODY;
                case DRAWN -> transformers.indexOf(names.of(wire.line()));
            };
        }
        this.start =
                transformers.stream().mapToInt(t -> number(local, nodeOf[t])).toArray();
        double[] places = new double[local.size()];
        this.network = new Network(places, places, a, b, new int[n], new double[n], length);
        this.feeders = new NearestFeeders(network, start, named);
        this.before = new int[n];
        this.after = new int[n];
        feeders.search();
        feeders.claimWays();
        do {
            feeders.search();
            partings.clear();
            for (int i = 0; i < n; i++) {
                give(i);
            }
        } while (dropNamesThatHangOnNothing());
        giveToWhoeverLeadsThere();
    }

    private static int number(Map<Integer, Integer> local, int node) {
        Integer number = local.putIfAbsent(node, local.size());
        return number == null ? local.size() - 1 : number;
    }

    private int leadOf(int node, int[] nodeOf) {
        for (int k = 0; k < transformers.size(); k++) {
            if (nodeOf[transformers.get(k)] == node) {
                return k;
            }
        }
        return NOBODY;
    }

    private void give(int i) {
        int a = named[i] == NOBODY ? feeders.nearest(network.from(i)) : named[i];
        int b = named[i] == NOBODY ? feeders.nearest(network.to(i)) : named[i];
        before[i] = a;
        after[i] = b;
        if (a == b) {
            return;
        }
        double wayA = feeders.metres(network.from(i));
        double wayB = feeders.metres(network.to(i));
        double share = length[i] > 0 ? (length[i] + wayB - wayA) / 2 / length[i] : 0;
        Wires.Wire wire = wires.wire(own.get(i));
        double at = wire.fromM() + share * (wire.toM() - wire.fromM());
        if (at > wire.fromM() && at < wire.toM()) {
            partings.put(
                    own.get(i), new Parting(at, transformers.get(a), transformers.get(b), wayA + share * length[i]));
        } else {
            giveWhole(i, share <= 0 ? b : a);
        }
    }

    private void giveWhole(int i, int transformer) {
        before[i] = transformer;
        after[i] = transformer;
        partings.remove(own.get(i));
    }

    private Reached reached() {
        return new Reached(network, start, before, after);
    }

    /** Whether there were any: wires that are given to the transformer that they name, to which no wire that is given to it leads. */
    private boolean dropNamesThatHangOnNothing() {
        Reached reached = reached();
        boolean dropped = false;
        for (int i = 0; i < named.length; i++) {
            if (named[i] != NOBODY && !reached.wire(i)) {
                named[i] = NOBODY;
                dropped = true;
            }
        }
        return dropped;
    }

    /** Where two transformers are equally far but for rounding, a wire may have been given to the one behind the other. */
    private void giveToWhoeverLeadsThere() {
        boolean again = true;
        while (again) {
            again = false;
            Reached reached = reached();
            for (int i = 0; i < named.length; i++) {
                int from = reached.by[network.from(i)];
                int to = reached.by[network.to(i)];
                if (!reached.wire(i) && (from >= 0 || to >= 0)) {
                    giveWhole(i, from >= 0 ? from : to);
                    again = true;
                }
            }
        }
    }

    /** Row of the transformer of each of the piece's own wires. */
    int[] feeder() {
        return Arrays.stream(before).map(transformers::get).toArray();
    }

    /** Wires that are shared, by wire. */
    Map<Integer, Parting> partings() {
        return partings;
    }

    /** Where the transformers' areas meet. */
    List<Fault> faults(DrawnLines lines, FeatureTable facilities) {
        List<Fault> faults = new ArrayList<>();
        partings.forEach((w, p) -> faults.add(Fault.length(
                Fault.Kind.JOINED_AREAS,
                facilities.code(Math.min(p.before, p.after)),
                facilities.code(Math.max(p.before, p.after)),
                p.wayM,
                lines.at(wires.wire(w).line(), p.metres))));
        Map<Integer, List<Integer>> at = new TreeMap<>();
        for (int i = 0; i < own.size(); i++) {
            at.computeIfAbsent(wires.wire(own.get(i)).from(), k -> new ArrayList<>())
                    .add(i);
            at.computeIfAbsent(wires.wire(own.get(i)).to(), k -> new ArrayList<>())
                    .add(i);
        }
        at.forEach((node, here) -> {
            boolean onRecord = here.stream().anyMatch(i -> named[i] != NOBODY);
            List<Integer> feeders = here.stream()
                    .map(i -> feederAt(i, node))
                    .distinct()
                    .sorted()
                    .toList();
            for (int k = 1; k < feeders.size(); k++) {
                faults.add(Fault.at(
                        onRecord ? Fault.Kind.JOINED_AREAS_ON_RECORD : Fault.Kind.JOINED_AREAS,
                        facilities.code(feeders.get(0)),
                        facilities.code(feeders.get(k)),
                        wires.places.get(node)));
            }
        });
        return faults;
    }

    private int feederAt(int i, int node) {
        return transformers.get(wires.wire(own.get(i)).from() == node ? before[i] : after[i]);
    }
}
