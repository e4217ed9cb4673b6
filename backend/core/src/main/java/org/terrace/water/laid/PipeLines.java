package org.terrace.water.laid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.network.SegmentIndex;
import org.terrace.region.FeatureTable;

/** The drawn pipes, each as one line with metres along it, and the nearest place on any of them. A pipe without a usable line has no points. */
public final class PipeLines {
    private final FeatureTable pipes;
    private final Coordinate[][] points;
    /** Metres from the pipe's start, by vertex. */
    private final double[][] measures;

    private final SegmentIndex index;
    private int[] pipeOf = new int[64];
    private int[] vertexOf = new int[64];

    /** A place on a pipe. @param offM straight metres to it */
    public record Place(int pipe, double alongM, double offM, Coordinate at) {}

    public PipeLines(FeatureTable pipes) {
        this.pipes = pipes;
        this.points = new Coordinate[pipes.size()][];
        this.measures = new double[pipes.size()][];
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        int count = 0;
        for (int p = 0; p < points.length; p++) {
            points[p] = pipes.geometry(p).map(PipeLines::points).orElse(new Coordinate[0]);
            measures[p] = new double[points[p].length];
            for (int i = 1; i < points[p].length; i++) {
                measures[p][i] = measures[p][i - 1] + points[p][i - 1].distance(points[p][i]);
                if (count == pipeOf.length) {
                    pipeOf = Arrays.copyOf(pipeOf, count * 2);
                    vertexOf = Arrays.copyOf(vertexOf, count * 2);
                }
                pipeOf[count] = p;
                vertexOf[count] = i - 1;
                builder.add(count++, points[p][i - 1].x, points[p][i - 1].y, points[p][i].x, points[p][i].y);
            }
        }
        this.index = builder.build();
    }

    /** Vertices of a line of one part, none twice in a row; empty where there is no line, or several. */
    private static Coordinate[] points(Geometry geometry) {
        if (geometry.getNumGeometries() != 1 || !(geometry.getGeometryN(0) instanceof LineString line)) {
            return new Coordinate[0];
        }
        Coordinate[] all = line.getCoordinates();
        Coordinate[] kept = new Coordinate[all.length];
        int n = 0;
        for (Coordinate c : all) {
            if (n == 0 || !c.equals2D(kept[n - 1])) {
                kept[n++] = c;
            }
        }
        return n < 2 ? new Coordinate[0] : Arrays.copyOf(kept, n);
    }

    public FeatureTable pipes() {
        return pipes;
    }

    public int count() {
        return points.length;
    }

    public boolean isUsable(int pipe) {
        return points[pipe].length > 0;
    }

    public double lengthM(int pipe) {
        return isUsable(pipe) ? measures[pipe][measures[pipe].length - 1] : 0;
    }

    public Coordinate end(int pipe, boolean last) {
        return points[pipe][last ? points[pipe].length - 1 : 0];
    }

    public double[] measures(int pipe) {
        return measures[pipe];
    }

    public Coordinate at(int pipe, double alongM) {
        int found = Arrays.binarySearch(measures[pipe], alongM);
        int after = found >= 0 ? found : -found - 1;
        if (after == 0 || after >= points[pipe].length) {
            return points[pipe][after == 0 ? 0 : points[pipe].length - 1];
        }
        double part = (alongM - measures[pipe][after - 1]) / (measures[pipe][after] - measures[pipe][after - 1]);
        Coordinate a = points[pipe][after - 1];
        Coordinate b = points[pipe][after];
        return new Coordinate(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y));
    }

    /** The nearest place, on each pipe that is allowed and comes within the reach; by pipe. */
    public List<Place> within(double x, double y, double reachM, IntPredicate allowed) {
        Map<Integer, Place> nearest = new TreeMap<>();
        index.forEachWithin(x, y, reachM, edge -> {
            int segment = index.ownerOf(edge);
            int pipe = pipeOf[segment];
            if (!allowed.test(pipe)) {
                return;
            }
            Coordinate at = index.nearestPointOn(edge, x, y);
            Place place = new Place(
                    pipe,
                    measures[pipe][vertexOf[segment]] + points[pipe][vertexOf[segment]].distance(at),
                    index.distance(edge, x, y),
                    at);
            nearest.merge(pipe, place, (a, b) -> better(b, a) ? b : a);
        });
        return List.copyOf(nearest.values());
    }

    private static boolean better(Place a, Place b) {
        return a.offM < b.offM || (a.offM == b.offM && a.alongM < b.alongM);
    }
}
