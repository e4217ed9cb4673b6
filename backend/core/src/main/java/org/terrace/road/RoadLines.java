package org.terrace.road;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.network.Level;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;

/** The road segments of a county as the network needs them, by row: course, level, and what the rules say of each. */
final class RoadLines {
    /** No segment of a county is so long: such a line crosses the edge of the world. */
    private static final double LONGEST_M = 500_000;

    final FeatureTable roads;
    /** Empty where the record has no course that can be used. */
    final Geometry[] lines;

    final double[] levels;
    /** The record has a course, but none that can be used: no length, a coordinate that is no number. */
    final boolean[] bad;

    final boolean[] hardened;
    final boolean[] unknown;
    final boolean[] foot;
    final boolean[] root;
    /** On a bridge or in a tunnel: nobody steps on or off. */
    final boolean[] raised;

    /** Paved, with what is not on record: cement or asphalt maybe, or stones. */
    private static final String SOME_PAVING = "paved";

    RoadLines(FeatureTable roads, RoadRules rules) {
        int n = roads.size();
        this.roads = roads;
        this.lines = new Geometry[n];
        this.levels = new double[n];
        this.bad = new boolean[n];
        this.hardened = new boolean[n];
        this.unknown = new boolean[n];
        this.foot = new boolean[n];
        this.root = new boolean[n];
        this.raised = new boolean[n];
        Column.Codes surface = roads.codesOf("surface");
        Column.Codes roadClass = roads.codesOf("road_class");
        Column.Codes bridge = roads.codesOf("bridge");
        Column.Codes inTunnel = roads.codesOf("tunnel");
        Column.Numbers layer = roads.numbers("layer");
        for (int i = 0; i < n; i++) {
            Geometry line = roads.geometry(i).orElse(Geometries.FACTORY.createLineString());
            bad[i] = !line.isEmpty() && !isUsable(line);
            lines[i] = bad[i] ? Geometries.FACTORY.createLineString() : line;
            boolean drawn = !lines[i].isEmpty();
            boolean tunnel = inTunnel.is(i, "yes");
            raised[i] = tunnel || bridge.is(i, "yes");
            levels[i] = Level.of(layer.get(i), bridge.is(i, "yes"), tunnel);
            foot[i] = rules.footClasses().contains(roadClass.code(i));
            root[i] = drawn && rules.rootClasses().contains(roadClass.code(i));
            hardened[i] = drawn && !foot[i] && rules.hardenedSurfaces().contains(surface.code(i));
            unknown[i] = drawn && !foot[i] && !hardened[i] && (surface.isAbsent(i) || surface.is(i, SOME_PAVING));
        }
    }

    /** By row here the row of the same code in earlier lines, -1 where there is none. */
    int[] numbersIn(RoadLines earlier) {
        int[] numbers = new int[roads.size()];
        int old = 0;
        for (int i = 0; i < numbers.length; i++) {
            while (old < earlier.roads.size() && earlier.roads.code(old).compareTo(roads.code(i)) < 0) {
                old++;
            }
            numbers[i] = old < earlier.roads.size() && earlier.roads.code(old).equals(roads.code(i)) ? old : -1;
        }
        return numbers;
    }

    private static boolean isUsable(Geometry line) {
        for (Coordinate c : line.getCoordinates()) {
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                return false;
            }
        }
        return line.getLength() > 0 && line.getLength() <= LONGEST_M;
    }
}
