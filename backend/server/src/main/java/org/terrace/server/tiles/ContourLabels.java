package org.terrace.server.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.terrace.terrain.Contour;

/**
 * Chooses where the heights are written. Each tile chooses for itself, from its own pixels, and writes nothing across its edge: so
 * neighbours need not know of each other and a label is never cut. Few: each height once per tile at most.
 */
final class ContourLabels {
    static final double HEIGHT = 7;
    private static final double CLEAR = 3;
    private static final double SPACING = 84;
    private static final double TRY_EVERY = 5;
    private static final int MOST = 3;

    /** Chord over arc of the stretch under a label: below this the line is too bent to carry it. */
    private static final double STRAIGHT = 0.965;

    private ContourLabels() {}

    /**
     * @param x centre in the picture, {@code y} down
     * @param angle of the text, radians clockwise, between -90 and 90 degrees so that it is never upside down
     */
    record Label(String text, double x, double y, double angle) {}

    private record Candidate(Label label, double cost) {}

    /**
     * @param lines contours inside the tile, x in pixels and y in pixels upwards
     * @param left west edge of the tile in the same pixels, {@code top} its north edge downwards
     * @param size pixels of the tile's side
     * @param scale pixels per map pixel
     */
    static List<Label> place(List<Contour> lines, double left, double top, double size, int scale) {
        List<Candidate> candidates = new ArrayList<>();
        for (Contour line : lines) {
            candidates(line, left, top, size, scale, candidates);
        }
        candidates.sort(Comparator.comparingDouble(Candidate::cost));
        List<Label> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Label label = candidate.label();
            if (chosen.size() < MOST
                    && chosen.stream()
                            .noneMatch(o -> o.text().equals(label.text())
                                    || Math.hypot(o.x() - label.x(), o.y() - label.y()) < SPACING * scale)) {
                chosen.add(label);
            }
        }
        return chosen;
    }

    private static void candidates(
            Contour line, double left, double top, double size, int scale, List<Candidate> candidates) {
        String text = Long.toString(Math.round(line.levelM()));
        double half = (ContourDigits.width(text) * HEIGHT / 2 + CLEAR) * scale;
        double[] arc = new double[line.points()];
        for (int i = 1; i < arc.length; i++) {
            arc[i] = arc[i - 1] + Math.hypot(line.x()[i] - line.x()[i - 1], line.y()[i] - line.y()[i - 1]);
        }
        int a = 0;
        int b = 0;
        double nextTry = half;
        for (int i = 0; i < arc.length && arc[i] <= arc[arc.length - 1] - half; i++) {
            if (arc[i] < nextTry) {
                continue;
            }
            nextTry = arc[i] + TRY_EVERY * scale;
            while (arc[a + 1] <= arc[i] - half) {
                a++;
            }
            while (b + 1 < arc.length && arc[b] < arc[i] + half) {
                b++;
            }
            double dx = line.x()[b] - line.x()[a];
            double dy = line.y()[a] - line.y()[b];
            double chord = Math.hypot(dx, dy) / (arc[b] - arc[a]);
            double x = (line.x()[a] + line.x()[b]) / 4 + line.x()[i] / 2;
            double y = -(line.y()[a] + line.y()[b]) / 4 - line.y()[i] / 2;
            double room = half + 2 * scale;
            boolean inside = x - left > room && left + size - x > room && y - top > room && top + size - y > room;
            if (chord >= STRAIGHT && inside) {
                double angle = dx == 0 ? Math.PI / 2 : Math.atan(dy / dx);
                // Straight stretches first, then such that read level, then those near the middle of the tile.
                double cost = 40 * (1 - chord)
                        + 0.5 * Math.abs(angle)
                        + Math.hypot(x - left - size / 2, y - top - size / 2) / size;
                candidates.add(new Candidate(new Label(text, x, y, angle), cost));
            }
        }
    }
}
