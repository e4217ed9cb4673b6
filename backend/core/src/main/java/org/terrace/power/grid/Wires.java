package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.Network;

/**
 * The county's low-voltage wires as a graph, before anybody is attached: stretches of drawn lines between places where something meets, gaps
 * that may be closed, and leads from transformers to where their lines begin. Never changes; {@link #split} and {@link #with} make others.
 */
final class Wires {
    /** What a wire is. */
    enum Kind {
        DRAWN,
        /** A gap between an end and another line, which the drawing does not close. */
        JOINT,
        /** From a transformer to its line. */
        LEAD
    }

    /**
     * @param line row of the line that it is a stretch of; of a joint the line that ends there, of a lead the line that it leads to
     * @param fromM plan metres along the line, NaN where it is no stretch of one. @param toM the same
     */
    record Wire(Kind kind, int from, int to, int line, double fromM, double toM) {
        int other(int node) {
            return from == node ? to : from;
        }
    }

    /** A place on a wire where it is to be cut. */
    record Cut(int wire, double metres) {}

    final List<Coordinate> places;
    final List<Wire> wires;

    private Wires(List<Coordinate> places, List<Wire> wires) {
        this.places = places;
        this.wires = wires;
    }

    /** @param jointLine by number of the joint: the line that ends there */
    static Wires of(Network network, DrawnLines lines, int[] jointLine) {
        List<Coordinate> places = new ArrayList<>(network.nodes());
        for (int n = 0; n < network.nodes(); n++) {
            places.add(new Coordinate(network.x(n), network.y(n)));
        }
        List<Wire> wires = new ArrayList<>(network.edges());
        int joints = 0;
        for (int e = 0; e < network.edges(); e++) {
            boolean joint = network.line(e) == Network.JOINT;
            if (joint) {
                wires.add(new Wire(
                        Kind.JOINT, network.from(e), network.to(e), jointLine[joints++], Double.NaN, Double.NaN));
            } else {
                wires.add(new Wire(
                        Kind.DRAWN,
                        network.from(e),
                        network.to(e),
                        network.line(e),
                        network.startM(e),
                        endM(network, lines, e)));
            }
        }
        return new Wires(places, wires);
    }

    /** Where the next stretch of the line begins, to the last digit. */
    private static double endM(Network network, DrawnLines lines, int e) {
        boolean goesOn = e + 1 < network.edges() && network.line(e + 1) == network.line(e);
        return goesOn ? network.startM(e + 1) : lines.lengthM(network.line(e));
    }

    int nodes() {
        return places.size();
    }

    int count() {
        return wires.size();
    }

    Wire wire(int w) {
        return wires.get(w);
    }

    /** The points of a wire from its start to its end. */
    List<Coordinate> course(int w, DrawnLines lines) {
        Wire wire = wires.get(w);
        return wire.kind == Kind.DRAWN && wire.toM > wire.fromM
                ? lines.course(wire.line, wire.fromM, wire.toM)
                : List.of(places.get(wire.from), places.get(wire.to));
    }

    /** With further places and wires behind those that are there. */
    Wires with(List<Coordinate> morePlaces, List<Wire> moreWires) {
        List<Coordinate> allPlaces = new ArrayList<>(places);
        allPlaces.addAll(morePlaces);
        List<Wire> allWires = new ArrayList<>(wires);
        allWires.addAll(moreWires);
        return new Wires(allPlaces, allWires);
    }

    /** Those that are asked for, in their order; the nodes stay. */
    Wires only(boolean[] kept) {
        List<Wire> some = new ArrayList<>();
        for (int w = 0; w < wires.size(); w++) {
            if (kept[w]) {
                some.add(wires.get(w));
            }
        }
        return new Wires(places, some);
    }

    /**
     * The same with stretches cut in two or more; the pieces take the place of the stretch in the order of wires.
     *
     * @param cuts inside of drawn wires, each place once
     */
    Split split(List<Cut> cuts, DrawnLines lines) {
        List<Cut> inOrder = new ArrayList<>(cuts);
        inOrder.sort(Comparator.comparingInt(Cut::wire).thenComparingDouble(Cut::metres));
        List<Coordinate> allPlaces = new ArrayList<>(places);
        List<Wire> all = new ArrayList<>();
        int[] pieceOf = new int[wires.size() + inOrder.size()];
        int next = 0;
        for (int w = 0; w < wires.size(); w++) {
            Wire wire = wires.get(w);
            int from = wire.from;
            double fromM = wire.fromM;
            for (; next < inOrder.size() && inOrder.get(next).wire == w; next++) {
                double at = inOrder.get(next).metres;
                if (!(at > fromM && at < wire.toM)) {
                    throw new IllegalArgumentException("cut at " + at + " m of the stretch from " + fromM + " to "
                            + wire.toM + " m. Maybe the same place twice");
                }
                allPlaces.add(lines.at(wire.line, at));
                pieceOf[all.size()] = w;
                all.add(new Wire(Kind.DRAWN, from, allPlaces.size() - 1, wire.line, fromM, at));
                from = allPlaces.size() - 1;
                fromM = at;
            }
            pieceOf[all.size()] = w;
            all.add(new Wire(wire.kind, from, wire.to, wire.line, fromM, wire.toM));
        }
        return new Split(new Wires(allPlaces, all), Arrays.copyOf(pieceOf, all.size()));
    }

    /** @param pieceOf by new wire: the wire that it is, or is a piece of */
    record Split(Wires wires, int[] pieceOf) {}

    /** Wires of every line in their order along it; no joints and no leads. */
    List<List<Integer>> byLine(int lines) {
        List<List<Integer>> by = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            by.add(new ArrayList<>());
        }
        for (int w = 0; w < wires.size(); w++) {
            if (wires.get(w).kind == Kind.DRAWN) {
                by.get(wires.get(w).line).add(w);
            }
        }
        return by;
    }
}
