package org.terrace.water;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/** Which pipes follow one another, by the codes of what they lead from and to. A pipe without a code at an end leads nowhere there. */
final class SupplyChain {
    private final FeatureTable pipes;
    private final Map<String, List<Integer>> from;
    private final Map<String, List<Integer>> to;

    SupplyChain(FeatureTable pipes) {
        this.pipes = pipes;
        this.from = byCode(pipes.text("from_code"));
        this.to = byCode(pipes.text("to_code"));
    }

    private static Map<String, List<Integer>> byCode(Column.Text codes) {
        Map<String, List<Integer>> rows = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!codes.get(i).isEmpty()) {
                rows.computeIfAbsent(codes.get(i), k -> new ArrayList<>()).add(i);
            }
        }
        return rows;
    }

    /** Pipes that lead to a place. */
    List<Integer> to(String code) {
        return code.isEmpty() ? List.of() : to.getOrDefault(code, List.of());
    }

    /** Every pipe whose water comes to a place. */
    Set<Integer> upstreamOf(String code) {
        return follow(code, to, pipes.text("from_code"));
    }

    /** Every pipe that the water of a place comes to, of those that may be followed. */
    Set<Integer> downstreamOf(String code, IntPredicate followed) {
        Set<Integer> all = follow(code, from, pipes.text("to_code"));
        all.removeIf(pipe -> !followed.test(pipe));
        return all;
    }

    private static Set<Integer> follow(String start, Map<String, List<Integer>> next, Column.Text farEnd) {
        Set<Integer> found = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            for (int pipe : next.getOrDefault(waiting.remove(), List.of())) {
                if (found.add(pipe) && !farEnd.get(pipe).isEmpty()) {
                    waiting.add(farEnd.get(pipe));
                }
            }
        }
        return found;
    }

    /** The pipe and every one whose water it carries. */
    Set<Integer> upTo(int pipe) {
        Set<Integer> all = upstreamOf(pipes.text("from_code").get(pipe));
        all.add(pipe);
        return all;
    }
}
