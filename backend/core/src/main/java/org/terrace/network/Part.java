package org.terrace.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * One connected stretch of a line as it is drawn, without vertices that repeat the one before: at least two vertices, and between them its
 * straight pieces, of which none is without length. Never changes.
 */
final class Part {
    /** Key of its line in the {@link Drawing}: it stays when lines get other numbers. */
    final int slot;
    /** Place among the parts of its line. */
    final int order;

    final double level;
    final double[] x;
    final double[] y;

    private Part(int slot, int order, double level, double[] x, double[] y) {
        this.slot = slot;
        this.order = order;
        this.level = level;
        this.x = x;
        this.y = y;
    }

    /**
     * The parts of a line.
     *
     * @param number of the line, for the message
     * @throws IllegalArgumentException for a coordinate that is not a number
     */
    static Part[] of(Geometry line, int number, int slot, double level) {
        List<Part> parts = new ArrayList<>(1);
        for (int g = 0; g < line.getNumGeometries(); g++) {
            if (!(line.getGeometryN(g) instanceof LineString string) || string.getNumPoints() < 2) {
                continue;
            }
            CoordinateSequence points = string.getCoordinateSequence();
            double[] x = new double[points.size()];
            double[] y = new double[points.size()];
            int count = 0;
            for (int i = 0; i < points.size(); i++) {
                // Plus zero: the two zeros of floating point are one place.
                x[count] = points.getX(i) + 0.0;
                y[count] = points.getY(i) + 0.0;
                if (!Double.isFinite(x[count]) || !Double.isFinite(y[count])) {
                    throw new IllegalArgumentException("line " + number + " has a coordinate that is not a number");
                }
                if (count == 0 || x[count] != x[count - 1] || y[count] != y[count - 1]) {
                    count++;
                }
            }
            if (count > 1) {
                boolean all = count == x.length;
                parts.add(new Part(
                        slot,
                        parts.size(),
                        level,
                        all ? x : Arrays.copyOf(x, count),
                        all ? y : Arrays.copyOf(y, count)));
            }
        }
        return parts.toArray(Part[]::new);
    }

    int pieces() {
        return x.length - 1;
    }

    /** Vertex at the start (0) or at the end (1). */
    int endVertex(int end) {
        return end == 0 ? 0 : x.length - 1;
    }

    boolean isEnd(double atX, double atY) {
        int last = x.length - 1;
        return (x[0] == atX && y[0] == atY) || (x[last] == atX && y[last] == atY);
    }

    double lengthOf(int piece) {
        return distance(x[piece], y[piece], x[piece + 1], y[piece + 1]);
    }

    /** Where along a piece (0 to 1) the point of it lies that is nearest to a place. */
    double along(int piece, double atX, double atY) {
        double dx = x[piece + 1] - x[piece];
        double dy = y[piece + 1] - y[piece];
        double squared = dx * dx + dy * dy;
        if (squared == 0) {
            return 0;
        }
        double t = ((atX - x[piece]) * dx + (atY - y[piece]) * dy) / squared;
        return Math.max(0, Math.min(1, t));
    }

    /** The point of a piece at {@link #along}: at 0 and 1 its vertices themselves. */
    double xAt(int piece, double along) {
        return at(x, piece, along);
    }

    double yAt(int piece, double along) {
        return at(y, piece, along);
    }

    private static double at(double[] of, int piece, double along) {
        return along == 0
                ? of[piece]
                : along == 1 ? of[piece + 1] : of[piece] + along * (of[piece + 1] - of[piece]) + 0.0;
    }

    /** Whether both are drawn through the same vertices, in one direction or the other. */
    boolean isDrawnLike(Part other) {
        return (Arrays.equals(x, other.x) && Arrays.equals(y, other.y))
                || (isReverse(x, other.x) && isReverse(y, other.y));
    }

    private static boolean isReverse(double[] one, double[] other) {
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[other.length - 1 - i]) {
                return false;
            }
        }
        return true;
    }

    static double distance(double x1, double y1, double x2, double y2) {
        double dx = x1 - x2;
        double dy = y1 - y2;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
