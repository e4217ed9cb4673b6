package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.terrace.network.DisjointSets;

/**
 * Which gaps within the snap distance are closed: the narrowest first, and only where a piece of the network is fed by it that nobody feeds.
 * So a gap that is closed makes no loop, and joins no two transformers: what the drawing does not join it is not made to join without need.
 */
final class Gaps {
    private Gaps() {}

    /**
     * @param wires with the gaps that are closed only
     * @param pieceOf by node: the piece that hangs together, its lowest node
     */
    record Closed(Wires wires, int[] pieceOf, List<Fault> faults) {}

    /** @param nodeOf by facility: node of a transformer, or -1. @param joints by number of the joint: what is told when it is closed */
    static Closed close(Wires wires, int[] nodeOf, List<Fault> joints) {
        DisjointSets pieces = new DisjointSets(wires.nodes());
        List<Integer> gaps = new ArrayList<>();
        boolean[] kept = new boolean[wires.count()];
        int[] numberOf = new int[wires.count()];
        for (int w = 0; w < wires.count(); w++) {
            Wires.Wire wire = wires.wire(w);
            if (wire.kind() == Wires.Kind.JOINT) {
                numberOf[w] = gaps.size();
                gaps.add(w);
            } else {
                kept[w] = true;
                pieces.join(wire.from(), wire.to());
            }
        }
        boolean[] fed = new boolean[wires.nodes()];
        IntStream.of(nodeOf).filter(n -> n >= 0).forEach(n -> fed[pieces.find(n)] = true);
        List<Integer> narrowFirst = new ArrayList<>(gaps);
        narrowFirst.sort(Comparator.comparingDouble(
                        (Integer w) -> joints.get(numberOf[w]).gapM())
                .thenComparing(w -> w));
        for (int w : narrowFirst) {
            int a = pieces.find(wires.wire(w).from());
            int b = pieces.find(wires.wire(w).to());
            if (a != b && !(fed[a] && fed[b])) {
                kept[w] = true;
                pieces.join(a, b);
                fed[pieces.find(a)] = fed[a] || fed[b];
            }
        }
        List<Fault> told = gaps.stream()
                .filter(w -> kept[w])
                .map(w -> joints.get(numberOf[w]))
                .toList();
        int[] pieceOf = IntStream.range(0, wires.nodes()).map(pieces::find).toArray();
        return new Closed(wires.only(kept), pieceOf, told);
    }
}
