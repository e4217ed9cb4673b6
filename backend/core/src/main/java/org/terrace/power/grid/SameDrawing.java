package org.terrace.power.grid;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.terrace.region.Change;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Whether a change leaves the drawing of the network as it is: nothing is added, removed or moved, nothing hangs on something else. */
final class SameDrawing {
    /** Attributes that the drawing is joined by, of each layer. */
    private static final List<String> LINE = List.of("kind", "transformer_code");

    private static final List<String> FACILITY = List.of("kind");
    private static final List<String> HOUSEHOLD =
            List.of("house_status", "declared_power", "transformer_code", "meter_code");

    private SameDrawing() {}

    static boolean is(Change change, Region after) {
        return !change.elevationChanged()
                && change.layers().keySet().stream().noneMatch(LayerKind.ROAD_SEGMENT::equals)
                && isSame(change, after, LayerKind.POWER_LINE, LINE)
                && isSame(change, after, LayerKind.POWER_FACILITY, FACILITY)
                && isSame(change, after, LayerKind.HOUSEHOLD, HOUSEHOLD);
    }

    static Set<String> editedLines(Change change) {
        return Set.copyOf(change.of(LayerKind.POWER_LINE).edited());
    }

    private static boolean isSame(Change change, Region after, LayerKind kind, List<String> attributes) {
        Change.Edits edits = change.of(kind);
        FeatureTable was = change.before().table(kind);
        FeatureTable is = after.table(kind);
        return edits.added().isEmpty()
                && edits.removed().isEmpty()
                && edits.edited().stream()
                        .allMatch(code -> isSame(was, was.rowOf(code), is, is.rowOf(code), attributes));
    }

    private static boolean isSame(FeatureTable was, int a, FeatureTable is, int b, List<String> attributes) {
        return attributes.stream().allMatch(name -> was.column(name).sameAt(a, is.column(name), b))
                && Objects.equals(was.geometry(a), is.geometry(b));
    }
}
