package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.terrace.terrain.GravityRoute;

/**
 * Sizes every zone of a scheme at the least cost, then looks along every pipe whether the ground touches the head line less its margin;
 * where it does, that place gets a requirement of its own and the zone is sized again.
 */
final class Sizing {
    private static final int ROUNDS = 8;

    private final SchemeTree tree;
    private final Rules rules;
    private final Margins margins;
    private final PeSizes sizes;
    private final double sourceErrorM;
    private final double[] people;

    Sizing(SchemeTree tree, Rules rules, Margins margins, PeSizes sizes, double sourceErrorM) {
        this.tree = tree;
        this.rules = rules;
        this.margins = margins;
        this.sizes = sizes;
        this.sourceErrorM = sourceErrorM;
        this.people = tree.peopleBelow();
    }

    /**
     * @param mainM3PerS that flows to the tank
     * @return all pieces, sized; empty where no sizes keep the heads
     */
    Optional<List<Piece>> all(double mainM3PerS) {
        double[] flow = new double[tree.size()];
        Arrays.setAll(
                flow,
                p -> p <= tree.tank() ? mainM3PerS : people[p] * rules.demand().peakM3PerSPerPerson());
        List<Piece> all = new ArrayList<>();
        for (int open = 0; open < tree.size(); open++) {
            if (tree.isOpen(open) && !tree.children(open).isEmpty()) {
                Optional<List<Piece>> zone = zone(open, flow);
                if (zone.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(zone.orElseThrow());
            }
        }
        return Optional.of(all);
    }

    private Optional<List<Piece>> zone(int open, double[] flow) {
        Set<Integer> cuts = new HashSet<>();
        Pieces cutter = new Pieces(tree, sizes, rules.modelErrorM(), sourceErrorM);
        for (int round = 0; round < ROUNDS; round++) {
            List<Piece> pieces = cutter.of(open, flow, cuts);
            Optional<List<Piece>> sized = sized(open, pieces);
            if (sized.isEmpty() || !cut(open, sized.orElseThrow(), cuts)) {
                return sized;
            }
        }
        return Optional.empty();
    }

    private Optional<List<Piece>> sized(int open, List<Piece> pieces) {
        Map<Integer, Integer> nodeOf = new HashMap<>(Map.of(open, 0));
        int nodes = pieces.size() + 1;
        int[] parent = new int[nodes];
        double[][] loss = new double[nodes][0];
        double[][] cost = new double[nodes][0];
        double[] required = new double[nodes];
        required[0] = Double.NEGATIVE_INFINITY;
        parent[0] = -1;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (Double.isNaN(piece.classMpa())) {
                return Optional.empty();
            }
            int node = i + 1;
            nodeOf.put(piece.to(), node);
            parent[node] = Objects.requireNonNull(nodeOf.get(piece.from()));
            loss[node] = losses(piece);
            cost[node] = costs(piece);
            required[node] = requiredM(open, piece.to());
        }
        return LeastCostSizes.of(parent, loss, cost, required, tree.levelM(open))
                .map(plan -> {
                    List<Piece> sized = new ArrayList<>();
                    for (int i = 0; i < pieces.size(); i++) {
                        sized.add(pieces.get(i).sized(plan.size()[i + 1]));
                    }
                    return balanced(open, sized);
                });
    }

    private double[] losses(Piece piece) {
        double[] loss = new double[PeSizes.OUTSIDE_MM.length];
        Arrays.setAll(
                loss,
                k -> sizes.velocityMPerS(k, piece.classMpa(), piece.m3PerS()) > rules.velocityMaxMPerS()
                        ? Double.POSITIVE_INFINITY
                        : sizes.lossM(piece.lengthM(), k, piece.classMpa(), piece.m3PerS()));
        return loss;
    }

    private double[] costs(Piece piece) {
        double[] cost = new double[PeSizes.OUTSIDE_MM.length];
        Arrays.setAll(cost, k -> sizes.yuanPerM(k) * piece.lengthM());
        return cost;
    }

    /** Water stands above the ground everywhere, and at taps with what the houses need. */
    private double requiredM(int open, int point) {
        double required = overGroundM(open, point);
        if (!tree.isOpen(point)) {
            for (NeedGroup.House house : tree.houses(point)) {
                required = Math.max(
                        required,
                        margins.needM(house, levelErrorM(open))
                                + serviceLossM(house, tree.at(point).distance(house.at())));
            }
        }
        return required;
    }

    double serviceLossM(NeedGroup.House house, double lengthM) {
        return sizes.serviceLossM(lengthM, house.people() * rules.demand().peakM3PerSPerPerson());
    }

    private double levelErrorM(int open) {
        return open == 0 ? sourceErrorM : rules.modelErrorM();
    }

    private double overGroundM(int open, int point) {
        GravityRoute.HeadLine line = margins.line(tree.at(open), tree.levelM(open), levelErrorM(open));
        return tree.groundM(point) + line.marginM(tree.at(open).distance(tree.at(point)));
    }

    /** Heads by the losses themselves, from the open point down. */
    private List<Piece> balanced(int open, List<Piece> pieces) {
        Map<Integer, Double> head = new HashMap<>(Map.of(open, tree.levelM(open)));
        List<Piece> balanced = new ArrayList<>();
        for (Piece piece : pieces) {
            double from = Objects.requireNonNull(head.get(piece.from()));
            double to = from - sizes.lossM(piece.lengthM(), piece.size(), piece.classMpa(), piece.m3PerS());
            head.put(piece.to(), to);
            balanced.add(piece.balanced(from, to));
        }
        return balanced;
    }

    /** Adds the worst place of each piece where the ground comes too near; false where there is none. */
    private boolean cut(int open, List<Piece> pieces, Set<Integer> cuts) {
        boolean any = false;
        for (Piece piece : pieces) {
            double along = 0;
            double worst = -0.01;
            int at = -1;
            for (int i = 1; i < piece.points().length - 1; i++) {
                int p = piece.points()[i];
                along += tree.lengthM(p);
                double head = piece.headFromM() - (piece.headFromM() - piece.headToM()) * along / piece.lengthM();
                double left = head - overGroundM(open, p);
                if (left < worst) {
                    worst = left;
                    at = p;
                }
            }
            if (at >= 0) {
                any |= cuts.add(at);
            }
        }
        return any;
    }
}
