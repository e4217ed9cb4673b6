package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.terrace.hydraulics.Link;
import org.terrace.hydraulics.Node;
import org.terrace.hydraulics.PipeNetwork;
import org.terrace.hydraulics.Simulation;
import org.terrace.hydraulics.SteadyState;

/**
 * Balances a designed scheme by the gradient solver, which knows nothing of how it was sized: open works hold their levels, houses draw
 * their peak, inlets of open works what flows into them.
 */
final class HeadCheck {
    private HeadCheck() {}

    /** @return the pieces with the solver's heads. @throws IllegalStateException when it finds no balance: a tree always has one */
    static List<Piece> balanced(SchemeTree tree, List<Piece> pieces, Rules rules, PeSizes sizes, double mainM3PerS) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Map<Integer, Integer> outlet = new HashMap<>();
        Map<Integer, Integer> inlet = new HashMap<>();
        double[] people = tree.peopleBelow();
        for (Piece piece : pieces) {
            if (tree.isOpen(piece.from()) && !outlet.containsKey(piece.from())) {
                outlet.put(piece.from(), nodes.size());
                nodes.add(Node.Reservoir.of("level" + piece.from(), tree.levelM(piece.from())));
            }
            int to = piece.to();
            boolean open = tree.isOpen(to);
            double drawn = open
                    ? (to <= tree.tank()
                            ? mainM3PerS
                            : people[to] * rules.demand().peakM3PerSPerPerson())
                    : tree.houses(to).stream()
                                    .mapToDouble(NeedGroup.House::people)
                                    .sum()
                            * rules.demand().peakM3PerSPerPerson();
            inlet.put(to, nodes.size());
            nodes.add(Node.Junction.of("point" + to, tree.groundM(to), drawn));
        }
        for (Piece piece : pieces) {
            links.add(sizes.pipe(
                    "pipe" + piece.to(),
                    start(tree, piece, outlet, inlet),
                    Objects.requireNonNull(inlet.get(piece.to())),
                    piece.lengthM(),
                    piece.size(),
                    piece.classMpa()));
        }
        SteadyState state =
                Simulation.steady(new PipeNetwork(nodes, links, sizes.formula(), PipeNetwork.WATER_VISCOSITY, 0.5));
        if (!state.isBalanced()) {
            throw new IllegalStateException(
                    "a branched scheme of " + pieces.size() + " pipes found no balance: " + state.trouble());
        }
        List<Piece> balanced = new ArrayList<>();
        for (Piece piece : pieces) {
            balanced.add(piece.balanced(
                    state.heads()[start(tree, piece, outlet, inlet)],
                    state.heads()[Objects.requireNonNull(inlet.get(piece.to()))]));
        }
        return balanced;
    }

    private static int start(SchemeTree tree, Piece piece, Map<Integer, Integer> outlet, Map<Integer, Integer> inlet) {
        return Objects.requireNonNull((tree.isOpen(piece.from()) ? outlet : inlet).get(piece.from()));
    }
}
