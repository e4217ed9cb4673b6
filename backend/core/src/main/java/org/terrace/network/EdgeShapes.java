package org.terrace.network;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The course of every edge of a {@link Network}: its points with the metres from the edge's start, in flat arrays. Never changes. */
public final class EdgeShapes {
    /** A vertex this near to a cut is the cut: their measures differ by rounding only. */
    private static final double SAME_M = 1e-7;

    private final Network network;
    private final int[] firstPoint;
    private double[] x;
    private double[] y;
    private double[] alongM;
    private int points;

    /** @param lines those that the network was made of, in their order */
    public EdgeShapes(Network network, Geometry[] lines) {
        this.network = network;
        this.firstPoint = new int[network.edges() + 1];
        int capacity = 2 * network.edges();
        for (Geometry line : lines) {
            capacity += line.getNumPoints();
        }
        this.x = new double[capacity];
        this.y = new double[capacity];
        this.alongM = new double[capacity];
        int edge = 0;
        for (int line = 0; line < lines.length; line++) {
            edge = shape(line, lines[line], edge);
        }
        for (; edge < network.edges(); edge++) {
            // Joints: straight.
            firstPoint[edge] = points;
            put(network.x(network.from(edge)), network.y(network.from(edge)), 0);
            put(network.x(network.to(edge)), network.y(network.to(edge)), network.lengthM(edge));
        }
        firstPoint[edge] = points;
        this.x = Arrays.copyOf(x, points);
        this.y = Arrays.copyOf(y, points);
        this.alongM = Arrays.copyOf(alongM, points);
    }

    /** Edges of a line are numbered one after the other, along it. @return the next edge */
    private int shape(int line, Geometry geometry, int firstEdge) {
        int edge = firstEdge;
        double at = 0;
        boolean open = false;
        for (int g = 0; g < geometry.getNumGeometries(); g++) {
            if (!(geometry.getGeometryN(g) instanceof LineString string)) {
                continue;
            }
            Coordinate[] vertices = string.getCoordinates();
            for (int i = 0; i < vertices.length; i++) {
                if (i > 0) {
                    at += vertices[i - 1].distance(vertices[i]);
                }
                while (open && at >= end(edge) - SAME_M) {
                    close(edge++);
                    open = false;
                    if (belongs(edge, line) && network.startM(edge) < at - SAME_M) {
                        open(edge);
                        open = true;
                    }
                }
                if (!open && i + 1 < vertices.length && belongs(edge, line) && network.startM(edge) <= at + SAME_M) {
                    open(edge);
                    open = true;
                } else if (open && at > network.startM(edge) + SAME_M) {
                    put(vertices[i].x, vertices[i].y, at - network.startM(edge));
                }
            }
        }
        // An edge shorter than rounding at the line's end.
        for (; belongs(edge, line); edge++) {
            if (!open) {
                open(edge);
            }
            close(edge);
            open = false;
        }
        return edge;
    }

    private boolean belongs(int edge, int line) {
        return edge < network.edges() && network.line(edge) == line;
    }

    private double end(int edge) {
        return network.startM(edge) + network.lengthM(edge);
    }

    private void open(int edge) {
        firstPoint[edge] = points;
        put(network.x(network.from(edge)), network.y(network.from(edge)), 0);
    }

    private void close(int edge) {
        put(network.x(network.to(edge)), network.y(network.to(edge)), network.lengthM(edge));
    }

    private void put(double atX, double atY, double along) {
        if (points == x.length) {
            x = Arrays.copyOf(x, points * 2 + 16);
            y = Arrays.copyOf(y, points * 2 + 16);
            alongM = Arrays.copyOf(alongM, points * 2 + 16);
        }
        x[points] = atX;
        y[points] = atY;
        alongM[points++] = along;
    }

    /** The first point of an edge among all; the last is before that of the next edge. */
    public int first(int edge) {
        return firstPoint[edge];
    }

    /** How many points there are on all edges. */
    public int points() {
        return points;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    /** Metres from the edge's start. */
    public double alongM(int point) {
        return alongM[point];
    }

    /** The place on an edge, so many metres from its start. */
    public Coordinate at(int edge, double metres) {
        int low = firstPoint[edge];
        int high = firstPoint[edge + 1] - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (alongM[middle] <= metres) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double length = alongM[high] - alongM[low];
        double t = length > 0 ? Math.max(0, Math.min(1, (metres - alongM[low]) / length)) : 0;
        return new Coordinate(x[low] + t * (x[high] - x[low]), y[low] + t * (y[high] - y[low]));
    }
}
