package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a scheme into pieces of one size each: at tanks, branches, taps and summits, after some hundred metres, and where the head line was
 * found to touch the ground.
 */
final class Pieces {
    private static final double LONGEST_M = 400;

    private final SchemeTree tree;
    private final PeSizes sizes;
    private final double modelErrorM;
    private final double sourceErrorM;

    Pieces(SchemeTree tree, PeSizes sizes, double modelErrorM, double sourceErrorM) {
        this.tree = tree;
        this.sizes = sizes;
        this.modelErrorM = modelErrorM;
        this.sourceErrorM = sourceErrorM;
    }

    /**
     * Of the zone below an open point; a piece's water comes from its first point.
     *
     * @param flowM3PerS by point: what flows to it
     * @param cuts points at which to cut besides
     */
    List<Piece> of(int open, double[] flowM3PerS, Set<Integer> cuts) {
        List<Piece> pieces = new ArrayList<>();
        List<Integer> starts = new ArrayList<>(List.of(open));
        while (!starts.isEmpty()) {
            int from = starts.remove(0);
            for (int first : tree.children(from)) {
                List<Integer> points = new ArrayList<>(List.of(from, first));
                double length = tree.lengthM(first);
                int at = first;
                while (!isStation(at, cuts) && length < LONGEST_M) {
                    at = tree.children(at).get(0);
                    length += tree.lengthM(at);
                    points.add(at);
                }
                pieces.add(piece(open, points, length, flowM3PerS[at]));
                if (!tree.isOpen(at)) {
                    starts.add(at);
                }
            }
        }
        return pieces;
    }

    private Piece piece(int open, List<Integer> points, double length, double flow) {
        double error = Math.hypot(open == 0 ? sourceErrorM : modelErrorM, modelErrorM);
        double most = points.stream()
                .mapToDouble(p -> tree.levelM(open) - tree.groundM(p))
                .max()
                .orElseThrow();
        double staticM = Math.max(0, most) + error;
        int[] along = points.stream().mapToInt(Integer::intValue).toArray();
        return new Piece(along, length, flow, staticM, sizes.classMpa(staticM), -1, Double.NaN, Double.NaN);
    }

    private boolean isStation(int p, Set<Integer> cuts) {
        List<Integer> next = tree.children(p);
        return tree.isOpen(p)
                || next.size() != 1
                || !tree.houses(p).isEmpty()
                || cuts.contains(p)
                || (tree.groundM(p) > tree.groundM(tree.parent(p)) && tree.groundM(p) >= tree.groundM(next.get(0)));
    }
}
