package org.terrace.formats.pandapower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.powerflow.TapChanger;

/**
 * The tap changers of a row. A tap without side, position, neutral position or step has no effect, as in pandapower; so has one whose
 * {@code tap_changer_type} is empty where the table has that column. Without it taps change the ratio, unless
 * {@code tap_phase_shifter} says otherwise.
 */
final class TapColumns {
    private final ElementTable table;

    TapColumns(ElementTable table) {
        this.table = table;
    }

    /** Both changers of a transformer of two windings. */
    List<TapChanger> of(ElementRow row) {
        List<TapChanger> taps = new ArrayList<>();
        for (String tap : List.of("tap", "tap2")) {
            side(row, tap, "hv", "lv").flatMap(side -> read(row, tap, side)).ifPresent(taps::add);
        }
        return taps;
    }

    /** The changer of a transformer of three windings when it stands at this one; its side is told by the star. */
    List<TapChanger> at(ElementRow row, String winding) {
        return row.text("tap_side").equals(winding)
                ? read(row, "tap", TapChanger.Side.HIGH).map(List::of).orElse(List.of())
                : List.of();
    }

    private static Optional<TapChanger.Side> side(ElementRow row, String tap, String high, String low) {
        String side = row.text(tap + "_side");
        if (side.isEmpty()) {
            return Optional.empty();
        }
        if (!side.equals(high) && !side.equals(low)) {
            row.refuse(Issue.error("pp_tap_side", row.place()), tap + "_side");
        }
        return Optional.of(side.equals(high) ? TapChanger.Side.HIGH : TapChanger.Side.LOW);
    }

    private Optional<TapChanger> read(ElementRow row, String tap, TapChanger.Side side) {
        double steps = row.number(tap + "_pos", Double.NaN) - row.number(tap + "_neutral", Double.NaN);
        double percent = row.number(tap + "_step_percent", 0);
        double degree = row.number(tap + "_step_degree", 0);
        Optional<TapChanger.Kind> kind = kind(row, tap, steps);
        if (kind.isEmpty() || row.isBad() || Double.isNaN(steps)) {
            return Optional.empty();
        }
        if (kind.get() == TapChanger.Kind.PHASE_SHIFTER && percent != 0 && degree != 0) {
            row.refuse(Issue.error("pp_phase_shifter", row.place()), tap + "_step_degree");
            return Optional.empty();
        }
        return Optional.of(new TapChanger(side, kind.get(), steps, percent, degree));
    }

    private Optional<TapChanger.Kind> kind(ElementRow row, String tap, double steps) {
        String column = tap + "_changer_type";
        if (!table.has(column)) {
            return Optional.of(
                    row.flag(tap + "_phase_shifter", false) ? TapChanger.Kind.PHASE_SHIFTER : TapChanger.Kind.RATIO);
        }
        return switch (row.text(column)) {
            case "Ratio", "Symmetrical" -> Optional.of(TapChanger.Kind.RATIO);
            case "Ideal" -> Optional.of(TapChanger.Kind.PHASE_SHIFTER);
            case "" -> {
                if (steps != 0 && !Double.isNaN(steps)) {
                    row.warn(Issue.warning("pp_tap_idle", row.place()), tap + "_pos");
                }
                yield Optional.empty();
            }
            default -> {
                row.refuse(Issue.error("pp_tap_type", row.place()), column);
                yield Optional.empty();
            }
        };
    }
}
