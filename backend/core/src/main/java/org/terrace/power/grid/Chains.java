package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.network.Network;

/** Edges of a tree put together where nothing branches off. */
final class Chains {
    private Chains() {}

    /**
     * @param tree edges, ascending. @param stops nodes at which chains end, though nothing branches off there
     * @return edges of each chain in their order along it, chains by their lowest edge
     */
    static List<List<Integer>> of(Network network, int[] tree, Set<Integer> stops) {
        Map<Integer, List<Integer>> at = new HashMap<>();
        for (int e : tree) {
            at.computeIfAbsent(network.from(e), k -> new ArrayList<>()).add(e);
            at.computeIfAbsent(network.to(e), k -> new ArrayList<>()).add(e);
        }
        Set<Integer> done = new HashSet<>();
        List<List<Integer>> chains = new ArrayList<>();
        for (int e : tree) {
            if (done.contains(e)) {
                continue;
            }
            List<Integer> chain = new ArrayList<>(follow(network, at, stops, e, network.from(e)));
            Collections.reverse(chain);
            chain.add(e);
            chain.addAll(follow(network, at, stops, e, network.to(e)));
            done.addAll(chain);
            chains.add(chain);
        }
        return chains;
    }

    /** Edges beyond one end of an edge, up to where something branches off. */
    private static List<Integer> follow(
            Network network, Map<Integer, List<Integer>> at, Set<Integer> stops, int edge, int end) {
        List<Integer> beyond = new ArrayList<>();
        int node = end;
        int last = edge;
        while (!stops.contains(node) && at.getOrDefault(node, List.of()).size() == 2) {
            List<Integer> here = at.getOrDefault(node, List.of());
            last = here.get(0) == last ? here.get(1) : here.get(0);
            beyond.add(last);
            node = network.other(last, node);
        }
        return beyond;
    }

    static int start(Network network, List<Integer> chain) {
        int first = chain.get(0);
        if (chain.size() == 1) {
            return network.from(first);
        }
        int second = chain.get(1);
        boolean fromIsShared = network.from(first) == network.from(second) || network.from(first) == network.to(second);
        return fromIsShared ? network.to(first) : network.from(first);
    }

    static int end(Network network, List<Integer> chain) {
        int node = start(network, chain);
        for (int e : chain) {
            node = network.other(e, node);
        }
        return node;
    }

    /** Points along a chain, from its start; where two edges meet the point stands once. */
    static List<Coordinate> course(Network network, List<Integer> chain, IntFunction<List<Coordinate>> courseOf) {
        List<Coordinate> course = new ArrayList<>();
        int node = start(network, chain);
        for (int e : chain) {
            List<Coordinate> part = new ArrayList<>(courseOf.apply(e));
            if (network.from(e) != node) {
                Collections.reverse(part);
            }
            course.addAll(course.isEmpty() ? part : part.subList(1, part.size()));
            node = network.other(e, node);
        }
        return course;
    }
}
