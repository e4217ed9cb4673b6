package org.terrace.server.tiles;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Ground for the pictures: an invented one with branching valleys and the real one of Andorra. */
final class Terrain {
    static final double ANDORRA_LAT = 42.5;
    static final SphericalMercator ANDORRA = new SphericalMercator(1.5);
    static final double MADE_LON = 105;
    static final double MADE_LAT = 27.5;
    static final SphericalMercator MADE = new SphericalMercator(105);

    private Terrain() {}

    /**
     * Valleys that branch as rivers do: a random spanning tree that drains to the rim, each step steeper the less land it drains
     * (slope = k area^-0.42, Hack 1957). Nodes 120 m apart, bilinear onto 30 m cells, 36 x 30 km.
     */
    static ElevationGrid dendritic() {
        int columns = 302;
        int rows = 252;
        float[] heights = rounded(rounded(drained(columns, rows), columns), columns);
        ElevationGrid nodes = MADE.grid(MADE_LON, MADE_LAT, 120, columns, rows, (x, y) -> 0);
        System.arraycopy(heights, 0, nodes.metres(), 0, heights.length);
        return MADE.grid(MADE_LON, MADE_LAT, 30, 1200, 1000, nodes::bilinear);
    }

    private static float[] drained(int columns, int rows) {
        Random random = new Random(42);
        int n = columns * rows;
        int[] down = new int[n];
        boolean[] reached = new boolean[n];
        List<Integer> order = new ArrayList<>();
        record Step(double cost, int from, int to) {}
        PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingDouble(Step::cost));
        for (int outlet : new int[] {columns / 3, n - 1 - columns / 4, columns * (rows / 2)}) {
            open.add(new Step(0, outlet, outlet));
        }
        while (!open.isEmpty()) {
            Step step = open.poll();
            int at = step.to();
            if (reached[at]) {
                continue;
            }
            reached[at] = true;
            down[at] = step.from();
            order.add(at);
            for (int k = 0; k < 9; k++) {
                int c = at % columns + k % 3 - 1;
                int r = at / columns + k / 3 - 1;
                if (c >= 0 && r >= 0 && c < columns && r < rows && !reached[r * columns + c]) {
                    open.add(new Step(step.cost() + 0.15 + random.nextDouble(), at, r * columns + c));
                }
            }
        }
        double[] area = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            int at = order.get(i);
            area[at] += 1;
            if (down[at] != at) {
                area[down[at]] += area[at];
            }
        }
        float[] height = new float[n];
        for (int at : order) {
            height[at] = down[at] == at ? 600 : height[down[at]] + (float) (70 * Math.pow(area[at], -0.42));
        }
        return height;
    }

    /** Mean of three by three, as weather does. */
    private static float[] rounded(float[] z, int columns) {
        float[] smooth = z.clone();
        for (int i = columns + 1; i < z.length - columns - 1; i++) {
            float sum = 0;
            for (int k = 0; k < 9; k++) {
                sum += z[i + (k / 3 - 1) * columns + k % 3 - 1];
            }
            smooth[i] = sum / 9;
        }
        return smooth;
    }

    /** SRTM of the degree cell of Andorra, bilinear onto 80 m metric cells; empty when there is no real data here. */
    static Optional<ElevationGrid> andorra() throws IOException {
        Optional<Path> file =
                realData().map(d -> d.resolve("andorra/N42E001.hgt.zip")).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        int n = 1201;
        float[] metres = new float[n * n];
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file.get()))) {
            zip.getNextEntry();
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(zip));
            for (int i = 0; i < metres.length; i++) {
                short height = in.readShort();
                metres[i] = height == Short.MIN_VALUE ? Float.NaN : height;
            }
        }
        double step = 1 / 1200.0;
        ElevationGrid degrees = new ElevationGrid(new GridFrame(1 - step / 2, 43 + step / 2, step, step, n, n), metres);
        return Optional.of(ANDORRA.grid(
                1.5, 42.5, 80, 1060, 1400, (x, y) -> degrees.bilinear(ANDORRA.lon(x, y), ANDORRA.lat(x, y))));
    }

    private static Optional<Path> realData() {
        String named = System.getenv("TERRACE_REAL_DATA");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }
}
