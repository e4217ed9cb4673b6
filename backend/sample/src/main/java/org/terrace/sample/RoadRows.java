package org.terrace.sample;

import static org.terrace.region.LayerKind.ROAD_SEGMENT;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.Geometries;

/**
 * The road register of one tile: the lines cut into segments, with what registers know and do not know, and with the slips that
 * real ones have: ends that just miss the road they belong to, and a segment that is there twice.
 */
final class RoadRows {
    private static final double USUAL_SEGMENT_M = 300;
    private static final int NEAR_MISSES = 6;

    private final Tables tables;
    private final Tile tile;
    private final Units units;
    private final Dice dice;

    RoadRows(Tables tables, Tile tile, Units units, Dice dice) {
        this.tables = tables;
        this.tile = tile;
        this.units = units;
        this.dice = dice;
    }

    /** @param wanted about how many segments; 0 = one per {@link #USUAL_SEGMENT_M} */
    void add(List<RoadLine> lines, int wanted) {
        double longest = wanted == 0 ? USUAL_SEGMENT_M : segmentLengthFor(lines, wanted);
        int misses = 0;
        for (int i = 0; i < lines.size(); i++) {
            RoadLine line = lines.get(i);
            List<LineString> pieces = cut(tile.line(line.x(), line.y()), longest);
            boolean nearMiss = misses < NEAR_MISSES
                    && i % 37 == 19
                    && (line.kind() == RoadLine.Kind.TRACK || line.kind() == RoadLine.Kind.GROUP)
                    && line.lengthM() > 200;
            if (nearMiss) {
                double gap = misses++ % 3 == 0 ? 1.2 : 7;
                pieces.set(0, shortened(pieces.get(0), gap));
            }
            Attributes attributes = new Attributes(line);
            for (LineString piece : pieces) {
                attributes.write(piece);
            }
            if (i == lines.size() / 2) {
                attributes.write(pieces.get(0));
            }
        }
    }

    private static double segmentLengthFor(List<RoadLine> lines, int wanted) {
        double low = 20;
        double high = 5_000;
        for (int step = 0; step < 30; step++) {
            double middle = (low + high) / 2;
            long count = lines.stream()
                    .mapToLong(l -> (long) Math.ceil(l.lengthM() / middle))
                    .sum();
            if (count > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Cuts a line into equal pieces no longer than {@code longest}; neighbours share the vertex of the cut. */
    static List<LineString> cut(LineString line, double longest) {
        int pieces = Math.max(1, (int) Math.ceil(line.getLength() / longest));
        List<LineString> result = new ArrayList<>();
        Coordinate[] points = line.getCoordinates();
        double each = line.getLength() / pieces;
        List<Coordinate> current = new ArrayList<>(List.of(points[0]));
        double along = 0;
        for (int i = 1; i < points.length; i++) {
            double length = points[i].distance(points[i - 1]);
            while (result.size() < pieces - 1 && along + length >= each * (result.size() + 1)) {
                double t = (each * (result.size() + 1) - along) / length;
                Coordinate at = new Coordinate(
                        decimetre(points[i - 1].x + t * (points[i].x - points[i - 1].x)),
                        decimetre(points[i - 1].y + t * (points[i].y - points[i - 1].y)));
                if (!at.equals2D(current.get(current.size() - 1))) {
                    current.add(at);
                }
                if (current.size() > 1) {
                    result.add(Geometries.FACTORY.createLineString(current.toArray(Coordinate[]::new)));
                    current = new ArrayList<>(List.of(at));
                } else {
                    pieces--;
                }
            }
            along += length;
            if (!points[i].equals2D(current.get(current.size() - 1))) {
                current.add(points[i]);
            }
        }
        if (current.size() > 1) {
            result.add(Geometries.FACTORY.createLineString(current.toArray(Coordinate[]::new)));
        }
        return result;
    }

    private static double decimetre(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** The line without its first {@code gap} metres: it ends just short of the junction. */
    private static LineString shortened(LineString line, double gap) {
        Coordinate[] points = line.getCoordinates();
        double first = points[0].distance(points[1]);
        double t = Math.min(0.9, gap / first);
        points[0] = new Coordinate(
                points[0].x + t * (points[1].x - points[0].x), points[0].y + t * (points[1].y - points[0].y));
        return Geometries.FACTORY.createLineString(points);
    }

    /** What the register says of one line; the same for all its segments. */
    private final class Attributes {
        private final RoadLine line;
        private final double width;
        private final String condition;
        private final String name;

        Attributes(RoadLine line) {
            this.line = line;
            this.width = dice.chance(0.07) ? Double.NaN : width(line.kind());
            this.condition = condition();
            this.name = name();
        }

        private double width(RoadLine.Kind kind) {
            return switch (kind) {
                case NATIONAL -> 8.5;
                case COUNTY -> 6.5;
                case TOWNSHIP -> 6;
                case VILLAGE -> dice.chance(0.3) ? 4.5 : 3.5;
                case GROUP -> dice.chance(0.5) ? 3.5 : 3;
                case TRACK -> 2 + 0.5 * dice.below(3);
                case PATH -> dice.chance(0.5) ? 1 : 0.8;
            };
        }

        private String condition() {
            double worn = line.kind().compareTo(RoadLine.Kind.GROUP) <= 0 ? 0.25 : 0.7;
            return dice.chance(0.06) ? "" : dice.chance(worn) ? dice.chance(0.35) ? "poor" : "fair" : "good";
        }

        private String name() {
            return switch (line.kind()) {
                case NATIONAL -> "国道G999（虚构） G999";
                case COUNTY -> "县道X901（虚构） X901";
                case TOWNSHIP -> "乡道 township road";
                case VILLAGE, GROUP ->
                    line.village() < 0
                            ? ""
                            : units.villageNames.get(line.village()).with("村道", " village road");
                case TRACK, PATH -> "";
            };
        }

        void write(LineString piece) {
            tables.row(ROAD_SEGMENT, "R");
            tables.of(ROAD_SEGMENT).geometry(piece);
            tables.set(ROAD_SEGMENT, "road_class", line.kind().code)
                    .set(ROAD_SEGMENT, "surface", line.surface().code)
                    .set(ROAD_SEGMENT, "width_m", width)
                    .set(ROAD_SEGMENT, "condition", condition)
                    .set(ROAD_SEGMENT, "bridge", line.bridge() ? "yes" : "no")
                    .set(ROAD_SEGMENT, "name", name);
        }
    }
}
