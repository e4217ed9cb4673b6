package org.terrace.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.Geometries;

/**
 * A pipe cut into short pieces of equal length within each straight stretch, each judged at its middle: metres are known to a piece.
 *
 * @param part by piece the number of the line that it is of, where the pipe is drawn as several
 */
record PipeSamples(double[] fromX, double[] fromY, double[] toX, double[] toY, double[] lengthM, int[] part) {
    /** The longest piece. */
    static final double PIECE_M = 2;

    static PipeSamples of(Geometry pipe) {
        List<double[]> pieces = new ArrayList<>();
        for (int g = 0; g < pipe.getNumGeometries(); g++) {
            if (pipe.getGeometryN(g) instanceof LineString line) {
                Coordinate[] points = line.getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    cut(points[i - 1], points[i], g, pieces);
                }
            }
        }
        PipeSamples samples = new PipeSamples(
                new double[pieces.size()],
                new double[pieces.size()],
                new double[pieces.size()],
                new double[pieces.size()],
                new double[pieces.size()],
                new int[pieces.size()]);
        for (int i = 0; i < pieces.size(); i++) {
            double[] piece = pieces.get(i);
            samples.fromX[i] = piece[0];
            samples.fromY[i] = piece[1];
            samples.toX[i] = piece[2];
            samples.toY[i] = piece[3];
            samples.lengthM[i] = Math.hypot(piece[2] - piece[0], piece[3] - piece[1]);
            samples.part[i] = (int) piece[4];
        }
        return samples;
    }

    private static void cut(Coordinate a, Coordinate b, int part, List<double[]> pieces) {
        double length = a.distance(b);
        int count = (int) Math.ceil(length / PIECE_M);
        for (int k = 0; k < count; k++) {
            double t = (double) k / count;
            double u = (k + 1.0) / count;
            pieces.add(new double[] {
                a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.x + u * (b.x - a.x), a.y + u * (b.y - a.y), part
            });
        }
    }

    int size() {
        return lengthM.length;
    }

    double x(int piece) {
        return (fromX[piece] + toX[piece]) / 2;
    }

    double y(int piece) {
        return (fromY[piece] + toY[piece]) / 2;
    }

    double totalM() {
        return Arrays.stream(lengthM).sum();
    }

    /** Whether a piece begins a line. */
    boolean begins(int piece) {
        return piece == 0 || part[piece] != part[piece - 1];
    }

    /** The pieces from one to another, the second included, as a line. */
    LineString line(int first, int last) {
        List<Coordinate> points = new ArrayList<>();
        points.add(new Coordinate(fromX[first], fromY[first]));
        for (int i = first; i <= last; i++) {
            points.add(new Coordinate(toX[i], toY[i]));
        }
        return Geometries.FACTORY.createLineString(points.toArray(Coordinate[]::new));
    }
}
