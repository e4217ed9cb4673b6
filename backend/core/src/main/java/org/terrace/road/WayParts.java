package org.terrace.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.network.EdgeShapes;
import org.terrace.network.Network;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Geometries;

/** What a way along the network is made of: its stretches, metres by kind, and its profile. */
final class WayParts {
    private final RoadModel roads;
    private final List<Part> parts = new ArrayList<>();
    private final double[] metres = new double[WayKind.values().length];
    private final RoadHeights.Profile profile;

    /** A stretch of one edge. @param fromM and toM metres from the edge's start */
    private record Part(int edge, double fromM, double toM) {}

    private WayParts(RoadModel roads) {
        this.roads = roads;
        this.profile = new RoadHeights.Profile(roads.heights());
    }

    static WayParts of(RoadModel roads, Ways.Start start) {
        WayParts parts = new WayParts(roads);
        roads.ways().follow(start, parts::add);
        return parts;
    }

    private void add(int edge, double fromM, double toM) {
        parts.add(new Part(edge, fromM, toM));
        metres[WayKind.of(roads.network(), edge).ordinal()] += Math.abs(toM - fromM);
        profile.add(edge, fromM, toM);
    }

    /** Metres along the network, without the ground before it. */
    double metres(WayKind kind) {
        return metres[kind.ordinal()];
    }

    RoadHeights.Profile profile() {
        return profile;
    }

    /**
     * A sentence for the ground before the road, and one for each road in the order of the way: segments of one name and surface that
     * follow each other are one road to whoever goes there.
     */
    List<Explanation.Step> steps(Assessment assessment, Ways.Start start) {
        List<Explanation.Step> steps = new ArrayList<>();
        steps.add(new Explanation.Step(
                "road.access.step_off_road",
                Map.of(
                        "off_road_m",
                        start.offRoadM(),
                        "link_m",
                        start.totalM(),
                        "missing_m",
                        start.totalM() - metres(WayKind.HARDENED)),
                Map.of(),
                List.of(
                        "road.attach.reach_m",
                        "road.attach.goal_m",
                        "road.off_road.weight",
                        "road.off_road.weight_beyond_reach")));
        for (Along along : along(assessment)) {
            steps.add(new Explanation.Step(
                    "road.access.step_along_" + along.kind.code(),
                    Map.of("length_m", along.lengthM),
                    along.texts(),
                    List.of("road.hardened_surfaces")));
        }
        return steps;
    }

    /** What is gone along one road, across the gaps that were closed in it. */
    private static final class Along {
        private final WayKind kind;
        private final String name;
        private final String surface;
        private final String first;
        private String last;
        private double lengthM;

        Along(WayKind kind, Map<String, String> names) {
            this.kind = kind;
            this.name = names.getOrDefault("road_name", "");
            this.surface = names.getOrDefault("surface", "");
            this.first = names.getOrDefault("road_code", "");
            this.last = first;
        }

        boolean isSameRoad(Along other) {
            return kind == other.kind && name.equals(other.name) && surface.equals(other.surface);
        }

        /** Roads without a name go by their codes, from the first to the last. */
        Map<String, String> texts() {
            String codes = first.equals(last) ? first : first + " … " + last;
            return Map.of("road_name", name.isEmpty() ? codes : name, "surface", surface);
        }
    }

    private List<Along> along(Assessment assessment) {
        List<Along> roadsAlong = new ArrayList<>();
        for (Part part : parts) {
            int road = roads.network().road(part.edge);
            if (road == Network.JOINT) {
                continue;
            }
            Along next = new Along(WayKind.of(roads.network(), part.edge), RoadAccess.names(assessment, road));
            Along before = roadsAlong.isEmpty() ? next : roadsAlong.get(roadsAlong.size() - 1);
            if (roadsAlong.isEmpty() || !before.isSameRoad(next)) {
                roadsAlong.add(next);
                before = next;
            }
            before.last = next.first;
            before.lengthM += Math.abs(part.toM - part.fromM);
        }
        return roadsAlong;
    }

    /** The way from the door, a stretch for each road that it leads along. */
    List<Explanation.Stretch> stretches(Assessment assessment, Coordinate door, Ways.Start start) {
        List<Explanation.Stretch> way = new ArrayList<>();
        Optional<ElevationGrid> grid = assessment.region().elevation();
        Coordinate met = new Coordinate(start.x(), start.y());
        if (start.offRoadM() > 0) {
            way.add(overGround(grid, door, met));
        }
        double along = start.offRoadM();
        int from = 0;
        while (from < parts.size()) {
            int road = roads.network().road(parts.get(from).edge);
            RoadHeights.Profile heights = new RoadHeights.Profile(roads.heights());
            List<Coordinate> course = new ArrayList<>();
            int to = from;
            for (; to < parts.size() && roads.network().road(parts.get(to).edge) == road; to++) {
                heights.add(parts.get(to).edge, parts.get(to).fromM, parts.get(to).toM);
                course(parts.get(to), course);
            }
            double[] metresAlong = heights.alongM();
            double begun = along;
            along += metresAlong[metresAlong.length - 1];
            Arrays.setAll(metresAlong, i -> begun + metresAlong[i]);
            if (course.size() > 1) {
                way.add(new Explanation.Stretch(
                        WayKind.of(roads.network(), parts.get(from).edge).code(),
                        road == Network.JOINT ? "" : assessment.region().roads().code(road),
                        Geometries.FACTORY.createLineString(course.toArray(Coordinate[]::new)),
                        metresAlong,
                        heights.heightsM()));
            }
            from = to;
        }
        return way;
    }

    private void course(Part part, List<Coordinate> course) {
        EdgeShapes shapes = roads.network().shapes();
        append(course, shapes.at(part.edge, part.fromM));
        int first = shapes.first(part.edge);
        int last = shapes.first(part.edge + 1) - 1;
        boolean forward = part.toM >= part.fromM;
        for (int k = first; k <= last; k++) {
            int p = forward ? k : first + last - k;
            double m = shapes.alongM(p);
            if (forward ? m > part.fromM && m < part.toM : m < part.fromM && m > part.toM) {
                append(course, new Coordinate(shapes.x(p), shapes.y(p)));
            }
        }
        append(course, shapes.at(part.edge, part.toM));
    }

    private static void append(List<Coordinate> course, Coordinate c) {
        if (course.isEmpty() || !course.get(course.size() - 1).equals2D(c)) {
            course.add(c);
        }
    }

    private static Explanation.Stretch overGround(Optional<ElevationGrid> grid, Coordinate door, Coordinate met) {
        double length = door.distance(met);
        int steps = (int) Math.max(1, Math.ceil(length / 10));
        double[] along = new double[steps + 1];
        double[] heights = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            along[i] = t * length;
            heights[i] = grid.isPresent()
                    ? grid.get().bilinear(door.x + t * (met.x - door.x), door.y + t * (met.y - door.y))
                    : Double.NaN;
        }
        LineString line = Geometries.FACTORY.createLineString(new Coordinate[] {door, met});
        return new Explanation.Stretch(WayKind.OFF_ROAD.code(), "", line, along, heights);
    }

    /** All stretches as one geometry. */
    static Optional<Geometry> drawing(List<Explanation.Stretch> way) {
        LineString[] lines = way.stream().map(Explanation.Stretch::line).toArray(LineString[]::new);
        return lines.length == 0 ? Optional.empty() : Optional.of(Geometries.FACTORY.createMultiLineString(lines));
    }
}
