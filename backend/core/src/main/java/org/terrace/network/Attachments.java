package org.terrace.network;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Where points meet a network: the nearest place on any of its lines, as an edge and how far along it. */
public final class Attachments {
    private final Network network;
    private final SegmentIndex index;
    private final int[] lineOfSegment;
    private final double[] measureOfSegment;
    private final int[] firstEdgeOfLine;
    private final int[] edgesByLine;

    /**
     * A place on the network.
     *
     * @param edge of the network. @param alongM metres from the edge's start. @param offM straight metres from the point to the place
     */
    public record Attachment(int edge, double alongM, double offM, double x, double y) {}

    /** @param lines those that the network was made of, in their order */
    public Attachments(Network network, Geometry[] lines) {
        this.network = network;
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        int[] lineOf = new int[64];
        double[] measures = new double[64];
        int count = 0;
        for (int line = 0; line < lines.length; line++) {
            double at = 0;
            for (int g = 0; g < lines[line].getNumGeometries(); g++) {
                if (!(lines[line].getGeometryN(g) instanceof LineString string)) {
                    continue;
                }
                Coordinate[] points = string.getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    // A vertex that repeats is no stretch: a line of nothing else has no edge to meet.
                    if (points[i].equals2D(points[i - 1])) {
                        continue;
                    }
                    if (count == lineOf.length) {
                        lineOf = Arrays.copyOf(lineOf, count * 2);
                        measures = Arrays.copyOf(measures, count * 2);
                    }
                    builder.add(count, points[i - 1].x, points[i - 1].y, points[i].x, points[i].y);
                    lineOf[count] = line;
                    measures[count++] = at;
                    at += points[i - 1].distance(points[i]);
                }
            }
        }
        this.index = builder.build();
        this.lineOfSegment = lineOf;
        this.measureOfSegment = measures;
        this.firstEdgeOfLine = new int[lines.length + 1];
        for (int e = 0; e < network.edges(); e++) {
            if (network.line(e) >= 0) {
                firstEdgeOfLine[network.line(e) + 1]++;
            }
        }
        for (int line = 0; line < lines.length; line++) {
            firstEdgeOfLine[line + 1] += firstEdgeOfLine[line];
        }
        this.edgesByLine = new int[firstEdgeOfLine[lines.length]];
        int[] next = Arrays.copyOf(firstEdgeOfLine, lines.length);
        // Edges of a line are numbered along it.
        for (int e = 0; e < network.edges(); e++) {
            if (network.line(e) >= 0) {
                edgesByLine[next[network.line(e)]++] = e;
            }
        }
    }

    /** The nearest place on the network; empty when it has no edges or the point has no position. */
    public Optional<Attachment> nearest(double x, double y) {
        int segment = index.nearest(x, y);
        if (segment < 0) {
            return Optional.empty();
        }
        int number = index.ownerOf(segment);
        Coordinate at = index.nearestPointOn(segment, x, y);
        double measure = measureOfSegment[number] + index.startOf(segment).distance(at);
        int edge = edgeAt(lineOfSegment[number], measure);
        double along = Math.max(0, Math.min(network.lengthM(edge), measure - network.startM(edge)));
        return Optional.of(new Attachment(edge, along, index.distance(segment, x, y), at.x, at.y));
    }

    private int edgeAt(int line, double measure) {
        int low = firstEdgeOfLine[line];
        int high = firstEdgeOfLine[line + 1] - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (network.startM(edgesByLine[middle]) <= measure) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return edgesByLine[low];
    }

    /** The shortest way along the network from one place to another. */
    public Route route(Attachment from, Attachment to) {
        int[] starts = {network.from(from.edge()), network.to(from.edge())};
        double[] atStart = {from.alongM(), network.lengthM(from.edge()) - from.alongM()};
        ShortestPaths paths = ShortestPaths.from(network, starts, atStart, network::lengthM);
        double before = paths.cost(network.from(to.edge())) + to.alongM();
        double after = paths.cost(network.to(to.edge())) + network.lengthM(to.edge()) - to.alongM();
        double direct = from.edge() == to.edge() ? Math.abs(from.alongM() - to.alongM()) : Double.POSITIVE_INFINITY;
        double least = Math.min(direct, Math.min(before, after));
        if (Double.isInfinite(least) || least == direct) {
            return new Route(least, new int[0]);
        }
        return new Route(least, paths.path(before <= after ? network.from(to.edge()) : network.to(to.edge())));
    }

    /** @param metres along the network, infinite where no way leads. @param edges passed whole, in order */
    public record Route(double metres, int[] edges) {}
}
