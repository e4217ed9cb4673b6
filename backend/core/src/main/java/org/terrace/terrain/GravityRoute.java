package org.terrace.terrain;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.GridFrame;

/**
 * Least-cost ways of a pipe over the ground for water that runs by itself: Dijkstra over the grid's cells with eight neighbours from one
 * or several cells, through cells only that stay below the {@link HeadLine}. The way is the least-cost one among all that keep below it,
 * so a ridge is gone round or, where no way round is within reach, nothing is found.
 *
 * <p>The line falls with the straight distance from where the water starts. A pipe is longer than that, so what is closed here is closed
 * for every pipe; what is open is checked again along the pipe that is found, with its sizes.
 *
 * <p>With {@link HeadLine#anyHeight} it is the least-cost way of anything that is laid over the ground.
 *
 * @see "Dijkstra (1959)"
 */
public final class GravityRoute {
    private final RouteGround ground;
    private final GridFrame frame;
    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final int rows;
    /** By cell of the window; infinite where not reached. */
    private final double[] cost;

    private final byte[] cameBy;
    private int stoppedAt = -1;

    /**
     * How high the ground may be.
     *
     * @param levelM where the water starts
     * @param fallPerM of the line, for friction
     * @param marginM that the ground stays below it from {@code rampM} on, as heights are wrong; nearer in proportion, because the errors
     *     of neighbouring heights are alike
     */
    public record HeadLine(Coordinate at, double levelM, double fallPerM, double marginM, double rampM) {
        /** For what is not bound to fall: a power line. */
        public static HeadLine anyHeight(Coordinate around) {
            return new HeadLine(around, Double.POSITIVE_INFINITY, 0, 0, 0);
        }

        public double permittedM(double x, double y) {
            double distance = Math.sqrt((x - at.x) * (x - at.x) + (y - at.y) * (y - at.y));
            return levelM - fallPerM * distance - marginM(distance);
        }

        public double marginM(double distanceM) {
            return rampM <= 0 ? marginM : marginM * Math.min(1, distanceM / rampM);
        }
    }

    private GravityRoute(RouteGround ground, Coordinate around, double reachM) {
        this.ground = ground;
        this.frame = ground.frame();
        this.firstColumn = clamp(frame.columnOf(around.x - reachM), frame.columns());
        this.firstRow = clamp(frame.rowOf(around.y + reachM), frame.rows());
        this.columns = clamp(frame.columnOf(around.x + reachM), frame.columns()) - firstColumn + 1;
        this.rows = clamp(frame.rowOf(around.y - reachM), frame.rows()) - firstRow + 1;
        this.cost = new double[columns * rows];
        this.cameBy = new byte[columns * rows];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        Arrays.fill(cameBy, (byte) -1);
    }

    private static int clamp(int value, int count) {
        return Math.max(0, Math.min(count - 1, value));
    }

    /**
     * @param starts cells from which it costs nothing to begin; open whatever their height
     * @param reachM how far from the line's place a way may lead, east, west, north and south
     * @param goal at the first such cell the search ends; never, to reach all
     */
    public static GravityRoute from(RouteGround ground, int[] starts, HeadLine line, double reachM, IntPredicate goal) {
        GravityRoute route = new GravityRoute(ground, line.at, reachM);
        route.search(starts, line, goal);
        return route;
    }

    private void search(int[] starts, HeadLine line, IntPredicate goal) {
        CellHeap waiting = new CellHeap(Math.max(64, columns + rows));
        for (int start : starts) {
            int local = local(start);
            if (local >= 0 && cost[local] > 0) {
                cost[local] = 0;
                waiting.add(0, local);
            }
        }
        while (!waiting.isEmpty()) {
            double at = waiting.topKey();
            int here = waiting.pop();
            if (at > cost[here]) {
                continue;
            }
            int cell = global(here);
            if (goal.test(cell)) {
                stoppedAt = cell;
                return;
            }
            int column = here % columns;
            int row = here / columns;
            for (int k = 0; k < Directions.EIGHT.count(); k++) {
                int nextColumn = column + Directions.EIGHT.columns(k);
                int nextRow = row + Directions.EIGHT.rows(k);
                if (nextColumn < 0 || nextRow < 0 || nextColumn >= columns || nextRow >= rows) {
                    continue;
                }
                int next = nextRow * columns + nextColumn;
                int nextCell = (nextRow + firstRow) * frame.columns() + nextColumn + firstColumn;
                double then = at + ground.step(cell, nextCell, k);
                if (then < cost[next]
                        && !ground.isClosed(nextCell)
                        && ground.heightM(nextCell)
                                <= line.permittedM(
                                        frame.centreX(nextColumn + firstColumn), frame.centreY(nextRow + firstRow))) {
                    cost[next] = then;
                    cameBy[next] = (byte) k;
                    waiting.add(then, next);
                }
            }
        }
    }

    private int local(int cell) {
        int column = cell % frame.columns() - firstColumn;
        int row = cell / frame.columns() - firstRow;
        return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
    }

    private int global(int local) {
        return (local / columns + firstRow) * frame.columns() + local % columns + firstColumn;
    }

    /** Cost of the way to a cell; infinite where none was found. */
    public double costTo(int cell) {
        int local = local(cell);
        return local < 0 ? Double.POSITIVE_INFINITY : cost[local];
    }

    /** The goal that was found, -1 for none. */
    public int goal() {
        return stoppedAt;
    }

    /** Cells of the way, the start first; only the cell itself for a start. */
    public int[] wayTo(int cell) {
        int local = local(cell);
        if (local < 0 || Double.isInfinite(cost[local])) {
            throw new IllegalArgumentException("no way to cell " + cell);
        }
        int[] backwards = new int[16];
        int count = 0;
        while (true) {
            if (count == backwards.length) {
                backwards = Arrays.copyOf(backwards, count * 2);
            }
            backwards[count++] = global(local);
            int k = cameBy[local];
            if (k < 0) {
                break;
            }
            local -= Directions.EIGHT.rows(k) * columns + Directions.EIGHT.columns(k);
        }
        int[] way = new int[count];
        for (int i = 0; i < count; i++) {
            way[i] = backwards[count - 1 - i];
        }
        return way;
    }
}
