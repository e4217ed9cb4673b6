package org.terrace.sample;

import java.util.ArrayList;
import java.util.List;

/** Draws the watercourses: the given main rivers, and every stream that drains more than {@link #LEAST_KM2}. */
final class Streams {
    private static final double LEAST_KM2 = 0.9;

    private Streams() {}

    static List<Landscape.StreamLine> of(Terrain terrain) {
        List<Landscape.StreamLine> lines = new ArrayList<>();
        for (int river = 0; river < terrain.rivers().count(); river++) {
            lines.add(mainRiver(terrain, river));
        }
        int n = terrain.z().length;
        byte[] donors = new byte[n];
        for (int i = 0; i < n; i++) {
            int to = terrain.receiver()[i];
            if (to != i && terrain.areaKm2()[i] >= LEAST_KM2) {
                donors[to]++;
            }
        }
        for (int i = 0; i < n; i++) {
            boolean starts = terrain.areaKm2()[i] >= LEAST_KM2 && terrain.receiver()[i] != i && donors[i] != 1;
            if (starts) {
                lines.add(down(terrain, i, donors));
            }
        }
        return List.copyOf(lines);
    }

    private static Landscape.StreamLine mainRiver(Terrain terrain, int river) {
        int n = terrain.sizeM() / 120 + 1;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i * 120.0;
            y[i] = terrain.rivers().yAt(river, x[i]);
        }
        return new Landscape.StreamLine(true, 4_000, x, y);
    }

    /** From a head or confluence to the next confluence or the main river. */
    private static Landscape.StreamLine down(Terrain terrain, int start, byte[] donors) {
        List<Integer> cells = new ArrayList<>(List.of(start));
        int at = start;
        while (terrain.receiver()[at] != at) {
            at = terrain.receiver()[at];
            cells.add(at);
            if (donors[at] != 1) {
                break;
            }
        }
        // Every third cell, so that the steps of the grid do not show; both ends stay.
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i % 3 == 0 || i == cells.size() - 1) {
                kept.add(cells.get(i));
            }
        }
        double[] x = kept.stream().mapToDouble(terrain::xOf).toArray();
        double[] y = kept.stream().mapToDouble(terrain::yOf).toArray();
        return new Landscape.StreamLine(false, terrain.areaKm2()[start], x, y);
    }
}
