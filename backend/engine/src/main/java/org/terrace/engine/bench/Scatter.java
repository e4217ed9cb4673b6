package org.terrace.engine.bench;

import java.util.SplittableRandom;
import org.terrace.network.SegmentIndex;

/**
 * Seeded points and winding roads over a square, for the nearest-segment benchmark: roads are chains of 40 edges of 60 m that
 * turn a little at each vertex, points lie anywhere.
 */
final class Scatter {
    final double[] x;
    final double[] y;
    final double[][] edges;

    Scatter(int points, int segments, double sideM, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        x = new double[points];
        y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = random.nextDouble() * sideM;
            y[i] = random.nextDouble() * sideM;
        }
        edges = new double[segments][];
        double ex = 0;
        double ey = 0;
        double heading = 0;
        for (int i = 0; i < segments; i++) {
            if (i % 40 == 0) {
                ex = random.nextDouble() * sideM;
                ey = random.nextDouble() * sideM;
                heading = random.nextDouble() * 2 * Math.PI;
            }
            heading += (random.nextDouble() - 0.5) * 1.5;
            double nx = ex + Math.cos(heading) * 60;
            double ny = ey + Math.sin(heading) * 60;
            edges[i] = new double[] {ex, ey, nx, ny};
            ex = nx;
            ey = ny;
        }
    }

    SegmentIndex index() {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int i = 0; i < edges.length; i++) {
            builder.add(i, edges[i][0], edges[i][1], edges[i][2], edges[i][3]);
        }
        return builder.build();
    }
}
