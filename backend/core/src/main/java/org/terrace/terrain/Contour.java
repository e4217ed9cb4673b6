package org.terrace.terrain;

/**
 * A line of equal height; higher ground lies on its left. It ends where the window or the data end, else it is closed.
 *
 * @param levelM height in metres
 * @param x east of each point, {@code y} north; the first point is repeated at the end of a closed line
 */
public record Contour(double levelM, double[] x, double[] y) {
    public Contour {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException("contour " + levelM + " with " + x.length + " x and " + y.length + " y");
        }
    }

    public int points() {
        return x.length;
    }

    public boolean closed() {
        return x.length > 3 && x[0] == x[x.length - 1] && y[0] == y[y.length - 1];
    }
}
