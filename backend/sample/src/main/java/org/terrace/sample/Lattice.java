package org.terrace.sample;

import java.util.Arrays;
import java.util.BitSet;
import org.terrace.terrain.CellHeap;

/**
 * Every second cell of the terrain as a node of a search for ways: least-cost search in long legs (three nodes at a time, 180 to
 * 255 m), so that a road can climb a slope only in real switchbacks, not in a zigzag from cell to cell.
 */
final class Lattice {
    static final int STRIDE = 2;
    static final double NODE_M = STRIDE * Terrain.CELL_M;
    private static final int REACH = 3;
    private static final int[] LEG_X = new int[8 * REACH];
    private static final int[] LEG_Y = new int[8 * REACH];
    private static final double[] LEG_M = new double[8 * REACH];

    static {
        int leg = 0;
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                if (Math.max(Math.abs(dx), Math.abs(dy)) == REACH) {
                    LEG_X[leg] = dx;
                    LEG_Y[leg] = dy;
                    LEG_M[leg++] = NODE_M * Math.sqrt(dx * dx + dy * dy);
                }
            }
        }
    }

    final Terrain terrain;
    final int columns;
    final int rows;
    /** 0 dry, 1 stream, 2 a large stream that needs a bridge, 3 the main river. */
    final byte[] water;

    /** By leg: the terrain cells between its ends, as offsets from the first. */
    private final int[][] onTheWay = new int[LEG_X.length][];

    Lattice(Terrain terrain) {
        this.terrain = terrain;
        this.columns = terrain.columns() / STRIDE;
        this.rows = terrain.rows() / STRIDE;
        this.water = water(terrain);
        int steps = REACH * STRIDE;
        for (int leg = 0; leg < onTheWay.length; leg++) {
            onTheWay[leg] = new int[steps - 1];
            for (int s = 1; s < steps; s++) {
                int dc = Math.round((float) LEG_X[leg] * STRIDE * s / steps);
                int dr = Math.round((float) LEG_Y[leg] * STRIDE * s / steps);
                onTheWay[leg][s - 1] = dr * terrain.columns() + dc;
            }
        }
    }

    private static byte[] water(Terrain terrain) {
        byte[] water = new byte[terrain.z().length];
        Rivers rivers = terrain.rivers();
        for (int i = 0; i < water.length; i++) {
            double x = terrain.xOf(i);
            double y = terrain.yOf(i);
            if (rivers.distanceM(rivers.nearest(x, y), x, y) < 36) {
                water[i] = 3;
            } else if (terrain.areaKm2()[i] > 10) {
                water[i] = 2;
            } else if (terrain.areaKm2()[i] > 0.6) {
                water[i] = 1;
            }
        }
        return water;
    }

    int nodes() {
        return columns * rows;
    }

    int nodeAt(double x, double y) {
        int c = Math.max(0, Math.min(columns - 1, (int) (x / NODE_M)));
        int r = Math.max(0, Math.min(rows - 1, (int) (y / NODE_M)));
        return r * columns + c;
    }

    /** The terrain cell of a node. */
    int cell(int node) {
        return node / columns * STRIDE * terrain.columns() + node % columns * STRIDE;
    }

    double x(int node) {
        return terrain.xOf(cell(node));
    }

    double y(int node) {
        return terrain.yOf(cell(node));
    }

    /**
     * What a way costs.
     *
     * @param comfortGrade rise over run at which a metre costs double
     * @param maxGrade beyond it a metre costs twenty times as much and more
     * @param riverM metres of detour that one would make to spare a bridge over the main river
     * @param streamM the same for a large stream
     * @param sideSlope how much building across a steep slope costs
     */
    record Rule(double comfortGrade, double maxGrade, double riverM, double streamM, double sideSlope) {}

    /** The cheapest ways from many sources. */
    static final class Ways {
        final float[] cost;
        final int[] from;

        Ways(int nodes) {
            cost = new float[nodes];
            Arrays.fill(cost, Float.POSITIVE_INFINITY);
            from = new int[nodes];
            Arrays.fill(from, -1);
        }
    }

    /** Searches from {@code sources} until every target is reached, or everything when there are none. */
    Ways search(int[] sources, Rule rule, int[] targets) {
        Ways ways = new Ways(nodes());
        BitSet open = new BitSet(nodes());
        for (int target : targets) {
            open.set(target);
        }
        int left = targets.length == 0 ? Integer.MAX_VALUE : open.cardinality();
        CellHeap heap = new CellHeap(columns * 4);
        for (int source : sources) {
            ways.cost[source] = 0;
            heap.add(0, source);
        }
        while (!heap.isEmpty()) {
            double key = heap.topKey();
            int node = heap.pop();
            if (key > ways.cost[node]) {
                continue;
            }
            if (open.get(node)) {
                open.clear(node);
                if (--left == 0) {
                    break;
                }
            }
            spread(node, key, rule, ways, heap);
        }
        return ways;
    }

    private void spread(int node, double key, Rule rule, Ways ways, CellHeap heap) {
        int c = node % columns;
        int r = node / columns;
        for (int leg = 0; leg < LEG_X.length; leg++) {
            int cc = c + LEG_X[leg];
            int rr = r + LEG_Y[leg];
            if (cc < 0 || rr < 0 || cc >= columns || rr >= rows) {
                continue;
            }
            int to = rr * columns + cc;
            if (ways.cost[to] <= key + LEG_M[leg]) {
                continue;
            }
            float cost = (float) (key + legCost(node, to, leg, rule));
            if (cost < ways.cost[to]) {
                ways.cost[to] = cost;
                ways.from[to] = node;
                heap.add(cost, to);
            }
        }
    }

    private double legCost(int from, int to, int leg, Rule rule) {
        double metres = LEG_M[leg];
        int a = cell(from);
        int b = cell(to);
        short[] z = terrain.z();
        double rise = (z[b] - z[a]) / metres;
        double grade = Math.abs(rise);
        double factor = 1 + grade * grade / (rule.comfortGrade * rule.comfortGrade);
        if (grade > rule.maxGrade) {
            factor += 20 + 200 * (grade - rule.maxGrade);
        }
        int[] between = onTheWay[leg];
        int worstWater = 0;
        double off = 0;
        double side = 0;
        for (int s = 0; s < between.length; s++) {
            int cell = a + between[s];
            worstWater = Math.max(worstWater, water[cell]);
            off = Math.max(off, Math.abs(z[cell] - (z[a] + rise * metres * (s + 1) / (between.length + 1))));
            side += terrain.slope()[cell];
        }
        side /= between.length;
        factor += rule.sideSlope * side * side + Math.min(30, off * off / 196);
        double bridge = worstWater == 3 ? rule.riverM : worstWater == 2 ? rule.streamM : worstWater == 1 ? 30 : 0;
        return metres * factor + 12 + (water[b] >= 2 ? 900 : bridge);
    }

    /** True when the straight leg crosses the main river or a large stream. */
    boolean crossesWater(int from, int to) {
        int dx = to % columns - from % columns;
        int dy = to / columns - from / columns;
        for (int leg = 0; leg < LEG_X.length; leg++) {
            if (LEG_X[leg] == dx && LEG_Y[leg] == dy) {
                for (int offset : onTheWay[leg]) {
                    if (water[cell(from) + offset] >= 2) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
