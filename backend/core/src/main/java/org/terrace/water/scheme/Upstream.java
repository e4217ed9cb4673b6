package org.terrace.water.scheme;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.terrace.water.laid.PipeGraph;

/**
 * Through which pipes the water of a household comes, and from which sources: from its tap, or the works where it draws, against the flow, and
 * past the works on the way by what fills them. One definition for all who count dependents.
 *
 * <p>Where no flow is known, and where none comes, the way drawn with the fewest pieces counts; at works that no flow fills, the pipes that name
 * them as their end on record.
 */
final class Upstream {
    /** Below this what flows is what rounding left, m3/s. */
    private static final double FLOWS = 1e-9;

    private static final Set<String> SOURCES = Set.of("spring", "intake", "reservoir", "well");

    private final PipedSupplies s;
    /** Rows of pipes and of works, of one household. */
    final TreeSet<Integer> pipes = new TreeSet<>();

    final TreeSet<Integer> sources = new TreeSet<>();

    private final BitSet seen = new BitSet();
    private final ArrayDeque<Integer> open = new ArrayDeque<>();

    /** @param household row; nothing is found for one of which no works and no pipe are on record */
    Upstream(PipedSupplies supplies, int household) {
        this.s = supplies;
        int work = s.works.rowOf(s.households.text("water_source_code").get(household));
        int tap = s.drawsAt[household];
        // Who fetched from works that are out of use is on no supply.
        boolean atWorks = tap < 0 && work >= 0 && s.supplies.ofHousehold(household) >= 0;
        int node = atWorks ? s.graph.nodeOfWork()[work] : tap;
        if (node < 0 && atWorks && isSource(work)) {
            sources.add(work);
        }
        if (node >= 0) {
            open.add(node);
        }
        while (!open.isEmpty()) {
            follow(open.poll());
        }
    }

    private boolean isSource(int work) {
        return SOURCES.contains(s.works.codesOf("kind").code(work));
    }

    private void follow(int node) {
        if (seen.get(node)) {
            return;
        }
        seen.set(node);
        int work = s.graph.work()[node];
        boolean source = work >= 0 && isSource(work);
        if (source) {
            sources.add(work);
        }
        boolean found = false;
        for (int e : s.passage.edgesAt(node)) {
            PipeGraph.Edge edge = s.graph.edges().get(e);
            double flow = s.flowing.flowM3PerS[e];
            if ((edge.to() == node ? flow : -flow) > FLOWS) {
                step(e, node);
                found = true;
            }
        }
        if (found) {
            return;
        }
        if (work >= 0) {
            for (int e : s.passage.edgesAt(node)) {
                int pipe = s.graph.edges().get(e).pipe();
                if (pipe >= 0 && s.pipes.text("to_code").get(pipe).equals(s.works.code(work))) {
                    pipes.add(pipe);
                    // To where the pipe begins: what is drawn on its way says nothing of that.
                    open.add(s.graph.edges().get(s.edgesOf.get(pipe).get(0)).from());
                    found = true;
                }
            }
        }
        if (!found && !source && !(s.flowing.isLevel(node) && s.passage.reach[node].isReached())) {
            fewest(node);
        }
    }

    private void step(int edge, int node) {
        int pipe = s.graph.edges().get(edge).pipe();
        if (pipe >= 0) {
            pipes.add(pipe);
        }
        open.add(s.passage.other(edge, node));
    }

    /** To the nearest open works that hold water, else to the nearest source. */
    private void fewest(int start) {
        Map<Integer, Integer> via = new HashMap<>(Map.of(start, -1));
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(start);
        int end = -1;
        while (!queue.isEmpty()) {
            int node = queue.poll();
            boolean full = s.flowing.isLevel(node) && s.passage.reach[node] != Passage.Reach.NO_WATER;
            int work = s.graph.work()[node];
            if (full || (end < 0 && work >= 0 && isSource(work))) {
                end = node;
            }
            if (full) {
                break;
            }
            for (int e : s.passage.edgesAt(node)) {
                int next = s.passage.other(e, node);
                if (via.putIfAbsent(next, e) == null) {
                    queue.add(next);
                }
            }
        }
        for (int node = end; node >= 0 && node != start; ) {
            int edge = Objects.requireNonNull(via.get(node));
            int pipe = s.graph.edges().get(edge).pipe();
            if (pipe >= 0) {
                pipes.add(pipe);
            }
            node = s.passage.other(edge, node);
        }
        if (end >= 0) {
            open.add(end);
        }
    }
}
