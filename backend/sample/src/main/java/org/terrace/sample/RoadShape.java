package org.terrace.sample;

/** Bends the straight legs of a plan to the ground: vertices between the nodes move sideways to keep the grade even. */
final class RoadShape {
    private static final double[] SHIFTS_M = {0, 12, -12, 24, -24, 36, -36, 50, -50};

    private final Terrain terrain;
    private final Lattice lattice;

    RoadShape(Lattice lattice) {
        this.terrain = lattice.terrain;
        this.lattice = lattice;
    }

    RoadLine line(RoadLine.Kind kind, RoadLine.Surface surface, boolean bridge, int village, int[] chain) {
        int per = bridge ? 1 : kind == RoadLine.Kind.PATH ? 2 : 3;
        int n = (chain.length - 1) * per + 1;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int leg = 0; leg + 1 < chain.length; leg++) {
            double ax = lattice.x(chain[leg]);
            double ay = lattice.y(chain[leg]);
            double bx = lattice.x(chain[leg + 1]);
            double by = lattice.y(chain[leg + 1]);
            for (int k = 0; k < per; k++) {
                double[] p = k == 0 ? new double[] {ax, ay} : between(ax, ay, bx, by, (double) k / per);
                x[leg * per + k] = p[0];
                y[leg * per + k] = p[1];
            }
        }
        x[n - 1] = lattice.x(chain[chain.length - 1]);
        y[n - 1] = lattice.y(chain[chain.length - 1]);
        return bridge ? new RoadLine(kind, surface, true, village, x, y) : rounded(kind, surface, village, x, y, per);
    }

    private double[] between(double ax, double ay, double bx, double by, double t) {
        double length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
        double acrossX = -(by - ay) / length;
        double acrossY = (bx - ax) / length;
        double wanted = terrain.heightAt(ax, ay) * (1 - t) + terrain.heightAt(bx, by) * t;
        double[] best = new double[2];
        double least = Double.POSITIVE_INFINITY;
        for (double shift : SHIFTS_M) {
            double x = ax + (bx - ax) * t + acrossX * shift;
            double y = ay + (by - ay) * t + acrossY * shift;
            if (terrain.inside(x, y)) {
                double badness = Math.abs(terrain.heightAt(x, y) - wanted) + Math.abs(shift) * 0.12;
                if (badness < least) {
                    least = badness;
                    best = new double[] {x, y};
                }
            }
        }
        return best;
    }

    /** Moves inner lattice nodes towards their neighbours: corners become bends. Ends stay: others meet there. */
    private static RoadLine rounded(
            RoadLine.Kind kind, RoadLine.Surface surface, int village, double[] x, double[] y, int per) {
        double[] sx = x.clone();
        double[] sy = y.clone();
        for (int i = per; i < x.length - 1; i += per) {
            sx[i] = 0.5 * x[i] + 0.25 * (x[i - 1] + x[i + 1]);
            sy[i] = 0.5 * y[i] + 0.25 * (y[i - 1] + y[i + 1]);
        }
        return new RoadLine(kind, surface, false, village, sx, sy);
    }
}
