package org.terrace.region;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two snapshots of a county: codes added, removed and edited, by layer, and whether the elevation model is
 * another one.
 *
 * @param before the earlier snapshot: what was derived from another one must not be taken for its own
 */
public record Change(Map<LayerKind, Edits> layers, boolean elevationChanged, Region before) {

    /** Codes in ascending order. */
    public record Edits(List<String> added, List<String> removed, List<String> edited) {
        public static final Edits NONE = new Edits(List.of(), List.of(), List.of());

        public Edits {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            edited = List.copyOf(edited);
        }

        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && edited.isEmpty();
        }
    }

    public Change {
        layers = Map.copyOf(layers);
    }

    public Edits of(LayerKind kind) {
        return layers.getOrDefault(kind, Edits.NONE);
    }

    public boolean touches(LayerKind kind) {
        return layers.containsKey(kind);
    }

    /** Compares row by row; layers whose table is the same object cost nothing. */
    public static Change between(Region before, Region after) {
        Map<LayerKind, Edits> layers = new EnumMap<>(LayerKind.class);
        for (LayerKind kind : LayerKind.values()) {
            if (before.has(kind) == after.has(kind) && before.table(kind) == after.table(kind)) {
                continue;
            }
            Edits edits = between(before.table(kind), after.table(kind));
            if (!edits.isEmpty() || before.has(kind) != after.has(kind)) {
                layers.put(kind, edits);
            }
        }
        boolean sameElevation = before.elevation().isPresent()
                        == after.elevation().isPresent()
                && (before.elevation().isEmpty()
                        || before.elevation().orElseThrow() == after.elevation().orElseThrow());
        return new Change(layers, !sameElevation, before);
    }

    private static Edits between(FeatureTable before, FeatureTable after) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> edited = new ArrayList<>();
        int a = 0;
        int b = 0;
        while (a < before.size() || b < after.size()) {
            int order = a == before.size()
                    ? 1
                    : b == after.size() ? -1 : before.code(a).compareTo(after.code(b));
            if (order < 0) {
                removed.add(before.code(a++));
            } else if (order > 0) {
                added.add(after.code(b++));
            } else {
                if (!before.sameRow(a, after, b)) {
                    edited.add(after.code(b));
                }
                a++;
                b++;
            }
        }
        return new Edits(added, removed, edited);
    }
}
