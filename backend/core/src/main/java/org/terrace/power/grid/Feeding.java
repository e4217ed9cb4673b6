package org.terrace.power.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.region.FeatureTable;

/**
 * Which transformer feeds which wire. What hangs on one transformer is its own, whatever the lines name; what several are joined by is a
 * {@link SharedPiece}.
 */
final class Feeding {
    static final int NOBODY = -1;

    private Feeding() {}

    /** @param transformer by wire: row of the transformer that feeds it, {@link #NOBODY} for none */
    record Fed(Wires wires, int[] transformer, List<Fault> faults) {}

    /** @param nodeOf by facility: node of a transformer, -1 for none */
    static Fed of(Gaps.Closed closed, int[] nodeOf, DrawnLines lines, FeatureTable facilities, WireLengths lengths) {
        Wires wires = closed.wires();
        LineNames names = new LineNames(lines, facilities);
        Map<Integer, List<Integer>> wiresOf = new TreeMap<>();
        for (int w = 0; w < wires.count(); w++) {
            wiresOf.computeIfAbsent(closed.pieceOf()[wires.wire(w).from()], k -> new ArrayList<>())
                    .add(w);
        }
        Map<Integer, List<Integer>> transformersOf = new TreeMap<>();
        for (int t = 0; t < nodeOf.length; t++) {
            if (nodeOf[t] >= 0) {
                transformersOf
                        .computeIfAbsent(closed.pieceOf()[nodeOf[t]], k -> new ArrayList<>())
                        .add(t);
            }
        }
        int[] feeder = new int[wires.count()];
        Arrays.fill(feeder, NOBODY);
        List<Fault> faults = new ArrayList<>();
        Map<Integer, SharedPiece.Parting> partings = new TreeMap<>();
        transformersOf.forEach((piece, transformers) -> {
            List<Integer> own = wiresOf.getOrDefault(piece, List.of());
            if (transformers.size() == 1) {
                own.forEach(w -> feeder[w] = transformers.get(0));
            } else if (!own.isEmpty()) {
                SharedPiece shared = new SharedPiece(
                        wires,
                        own,
                        transformers,
                        nodeOf,
                        w -> lengths.of(wires, w).metres(),
                        names);
                int[] given = shared.feeder();
                for (int i = 0; i < given.length; i++) {
                    feeder[own.get(i)] = given[i];
                }
                partings.putAll(shared.partings());
                faults.addAll(shared.faults(lines, facilities));
            }
        });
        Fed fed = cut(wires, feeder, partings, lines);
        faults.addAll(names.faults(fed.wires, fed.transformer));
        return new Fed(fed.wires, fed.transformer, List.copyOf(faults));
    }

    private static Fed cut(Wires wires, int[] feeder, Map<Integer, SharedPiece.Parting> partings, DrawnLines lines) {
        List<Wires.Cut> cuts = new ArrayList<>();
        partings.forEach((w, p) -> cuts.add(new Wires.Cut(w, p.metres())));
        Wires.Split split = wires.split(cuts, lines);
        int[] transformer = new int[split.wires().count()];
        for (int w = 0; w < transformer.length; w++) {
            int old = split.pieceOf()[w];
            SharedPiece.Parting parting = partings.get(old);
            boolean first = w == 0 || split.pieceOf()[w - 1] != old;
            transformer[w] = parting == null ? feeder[old] : first ? parting.before() : parting.after();
        }
        return new Fed(split.wires(), transformer, List.of());
    }
}
