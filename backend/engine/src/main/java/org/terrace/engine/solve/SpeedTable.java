package org.terrace.engine.solve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.terrace.engine.RefusedException;
import org.terrace.formats.Survey;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.RawFeature;
import org.terrace.terrain.AtSpeed;
import org.terrace.terrain.Cycling;
import org.terrace.terrain.LandCover;
import org.terrace.terrain.Motorized;
import org.terrace.terrain.WalkingModel;

/**
 * How fast and by what means each class of a land cover is crossed: a table with the columns {@code class}, {@code speed_kmh} (or
 * {@code speed}, as AccessMod has it) and {@code mode}. A speed of 0 closes the class.
 */
final class SpeedTable {
    private static final double KMH = 3.6;

    /** Up to here float32, as which grids are read, holds every whole number. */
    private static final double GREATEST_CLASS = 1 << 24;

    private final Path file;
    private final Map<Integer, Optional<WalkingModel>> models = new TreeMap<>();

    private SpeedTable(Path file) {
        this.file = file;
    }

    /**
     * @param walking how slopes slow down who walks; each class has its own speed on the flat
     * @throws RefusedException for a row that cannot be understood, a class given twice, or a table that opens no class
     */
    static SpeedTable read(Path file, WalkingModel walking) {
        Source source = Source.of(file, new Issues());
        Survey.Layer layer = source.survey().layers().get(0);
        String classColumn = column(file, layer, "class");
        String speedColumn = column(file, layer, "speed_kmh", "speed");
        String modeColumn = column(file, layer, "mode");
        SpeedTable table = new SpeedTable(file);
        source.read(layer, row -> {
            double number = number(row, classColumn);
            if (number != Math.rint(number) || Math.abs(number) > GREATEST_CLASS) {
                throw refused(row, classColumn, "cell_class");
            }
            Optional<WalkingModel> model = model(row, modeColumn, number(row, speedColumn), walking, speedColumn);
            if (table.models.put((int) number, model) != null) {
                throw refused(row, classColumn, "cell_class_twice");
            }
        });
        if (table.models.values().stream().allMatch(Optional::isEmpty)) {
            throw RefusedException.of("no_speed", "file", file);
        }
        return table;
    }

    private static String column(Path file, Survey.Layer layer, String... names) {
        for (String name : names) {
            for (String column : layer.columns()) {
                if (column.strip().equalsIgnoreCase(name)) {
                    return column;
                }
            }
        }
        throw RefusedException.of(
                "no_column", "file", file, "column", names[0], "columns", String.join(", ", layer.columns()));
    }

    private static String text(RawFeature row, String column) {
        return String.valueOf(row.attributes().getOrDefault(column, "")).strip();
    }

    private static double number(RawFeature row, String column) {
        try {
            return Double.parseDouble(text(row, column));
        } catch (NumberFormatException e) {
            throw refused(row, column, "cell_number");
        }
    }

    private static Optional<WalkingModel> model(
            RawFeature row, String modeColumn, double speedKmh, WalkingModel walking, String speedColumn) {
        if (!(speedKmh >= 0) || Double.isInfinite(speedKmh)) {
            throw refused(row, speedColumn, "cell_speed");
        }
        if (speedKmh == 0) {
            return Optional.empty();
        }
        double mPerS = speedKmh / KMH;
        return Optional.of(
                switch (text(row, modeColumn).toUpperCase(Locale.ROOT)) {
                    case "WALKING" -> AtSpeed.onTheFlat(walking, mPerS);
                    case "BICYCLING", "BICYCLE" -> new Cycling(mPerS);
                    case "MOTORIZED" -> new Motorized(mPerS);
                    case "NONE" -> throw refused(row, modeColumn, "cell_mode_none");
                    default -> throw refused(row, modeColumn, "cell_mode");
                });
    }

    private static RefusedException refused(RawFeature row, String column, String why) {
        return RefusedException.of(
                why,
                "file",
                row.place().file(),
                "line",
                row.place().id(),
                "column",
                column,
                "value",
                text(row, column));
    }

    /**
     * Lays the speeds over a grid of classes; its voids are closed.
     *
     * @throws RefusedException when the grid is not the elevation's, or holds a class without a row
     */
    LandCover over(Path grid, Elevation ground) {
        float[] classes = SameGrid.read(grid, ground);
        List<WalkingModel> kinds = new ArrayList<>();
        Map<Integer, Short> kindOf = new TreeMap<>();
        models.forEach((code, model) -> {
            kindOf.put(code, model.isPresent() ? (short) kinds.size() : LandCover.CLOSED);
            model.ifPresent(kinds::add);
        });
        short[] byCell = new short[classes.length];
        Map<Float, Integer> unknown = new TreeMap<>();
        for (int i = 0; i < classes.length; i++) {
            Short kind = classes[i] == Math.rint(classes[i]) ? kindOf.get((int) classes[i]) : null;
            byCell[i] = kind == null ? LandCover.CLOSED : kind;
            if (kind == null && !Float.isNaN(classes[i])) {
                unknown.merge(classes[i], 1, Integer::sum);
            }
        }
        if (!unknown.isEmpty()) {
            throw RefusedException.of("classes_unknown", "file", grid, "table", file, "classes", unknown);
        }
        return new LandCover(byCell, kinds);
    }
}
