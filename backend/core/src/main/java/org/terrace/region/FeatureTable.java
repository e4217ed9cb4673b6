package org.terrace.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * One layer of a snapshot: features sorted by code, attributes in columns, geometry in the county's metric CRS (x east, y north,
 * metres). Immutable; the arrays handed out are shared and must not be written.
 *
 * <p>Point layers keep x and y in two arrays and no geometry objects, so that a million households fit in memory.
 */
public final class FeatureTable {
    private final LayerKind kind;
    private final String[] codes;
    private final double[] x;
    private final double[] y;
    private final @Nullable Geometry[] geometries;
    private final List<Column> columns;

    FeatureTable(
            LayerKind kind,
            String[] codes,
            double[] x,
            double[] y,
            @Nullable Geometry[] geometries,
            List<Column> columns) {
        this.kind = kind;
        this.codes = codes;
        this.x = x;
        this.y = y;
        this.geometries = geometries;
        this.columns = List.copyOf(columns);
    }

    public static FeatureTable empty(LayerKind kind) {
        return new FeatureTableBuilder(kind).build();
    }

    /**
     * @param features in any order, geometry in the county's metric CRS
     * @throws IllegalArgumentException if two features have the same code
     */
    public static FeatureTable of(LayerKind kind, Collection<Feature> features) {
        FeatureTableBuilder builder = new FeatureTableBuilder(kind);
        features.forEach(builder::add);
        return builder.build();
    }

    public LayerKind kind() {
        return kind;
    }

    public int size() {
        return codes.length;
    }

    public String code(int row) {
        return codes[row];
    }

    /** All codes, ascending. Shared array: do not write. */
    public String[] codes() {
        return codes;
    }

    /** The row of a code, or -1. */
    public int rowOf(String code) {
        int row = Arrays.binarySearch(codes, code);
        return row < 0 ? -1 : row;
    }

    /** East of the point (lines and polygons: of a representative point), NaN where there is no geometry. */
    public double x(int row) {
        return x[row];
    }

    /** North of the point, NaN where there is no geometry. */
    public double y(int row) {
        return y[row];
    }

    /** The point of {@link #x} and {@link #y}. */
    public Coordinate at(int row) {
        return new Coordinate(x[row], y[row]);
    }

    /** Planar distance in metres between two features' points, NaN where one has no geometry. */
    public double distance(int row, FeatureTable other, int otherRow) {
        double dx = x[row] - other.x[otherRow];
        double dy = y[row] - other.y[otherRow];
        return Math.sqrt(dx * dx + dy * dy);
    }

    public boolean hasGeometry(int row) {
        return !Double.isNaN(x[row]);
    }

    public Optional<Geometry> geometry(int row) {
        if (!hasGeometry(row)) {
            return Optional.empty();
        }
        if (geometries.length == 0) {
            return Optional.of(Geometries.FACTORY.createPoint(at(row)));
        }
        return Optional.of(Objects.requireNonNull(geometries[row]));
    }

    public Column column(String attribute) {
        return columns.get(kind.indexOf(attribute));
    }

    public Column.Text text(String attribute) {
        return (Column.Text) column(attribute);
    }

    public Column.Numbers numbers(String attribute) {
        return (Column.Numbers) column(attribute);
    }

    public Column.Codes codesOf(String attribute) {
        return (Column.Codes) column(attribute);
    }

    /** Extent of all geometry; null envelope when there is none. */
    public Envelope envelope() {
        Envelope all = new Envelope();
        for (int i = 0; i < codes.length; i++) {
            Geometry geometry = geometries.length == 0 ? null : geometries[i];
            if (geometry != null) {
                all.expandToInclude(geometry.getEnvelopeInternal());
            } else if (hasGeometry(i)) {
                all.expandToInclude(x[i], y[i]);
            }
        }
        return all;
    }

    /** One row as a record, with only the values that are present. */
    public Feature feature(int row) {
        java.util.Map<String, Object> values = new java.util.HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            if (!column.isAbsent(row)) {
                values.put(kind.attributes().get(c).name(), value(column, row));
            }
        }
        return new Feature(kind, codes[row], values, geometry(row));
    }

    private static Object value(Column column, int row) {
        if (column instanceof Column.Text text) {
            return text.get(row);
        }
        if (column instanceof Column.Numbers numbers) {
            return numbers.get(row);
        }
        return ((Column.Codes) column).code(row);
    }

    /** With some features as given, in the place of those of the same code or added. */
    public FeatureTable with(Collection<Feature> features) {
        FeatureTable given = of(kind, features);
        int[] order = new int[codes.length + given.codes.length];
        int n = 0;
        int old = 0;
        for (int row = 0; row < given.codes.length; row++) {
            while (old < codes.length && codes[old].compareTo(given.codes[row]) < 0) {
                order[n++] = old++;
            }
            if (old < codes.length && codes[old].equals(given.codes[row])) {
                old++;
            }
            order[n++] = codes.length + row;
        }
        while (old < codes.length) {
            order[n++] = old++;
        }
        return selected(Arrays.copyOf(order, n), given);
    }

    /** @param order rows of this table, and from its size on of the other one */
    private FeatureTable selected(int[] order, FeatureTable behind) {
        @Nullable Geometry[] shapes = new @Nullable Geometry[geometries.length + behind.geometries.length > 0 ? order.length : 0];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = order[i] < codes.length ? geometries[order[i]] : behind.geometries[order[i] - codes.length];
        }
        List<Column> merged = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            merged.add(columns.get(c).select(order, behind.columns.get(c)));
        }
        return new FeatureTable(
                kind,
                new Column.Text(codes)
                        .select(order, new Column.Text(behind.codes))
                        .values(),
                new Column.Numbers(x)
                        .select(order, new Column.Numbers(behind.x))
                        .values(),
                new Column.Numbers(y)
                        .select(order, new Column.Numbers(behind.y))
                        .values(),
                shapes,
                merged);
    }

    /** True when the two rows hold the same values and the same geometry, vertex by vertex. */
    boolean sameRow(int row, FeatureTable other, int otherRow) {
        for (int c = 0; c < columns.size(); c++) {
            if (!columns.get(c).sameAt(row, other.columns.get(c), otherRow)) {
                return false;
            }
        }
        if (geometries.length == 0 && other.geometries.length == 0) {
            return Double.compare(x[row], other.x[otherRow]) == 0 && Double.compare(y[row], other.y[otherRow]) == 0;
        }
        Optional<Geometry> mine = geometry(row);
        Optional<Geometry> theirs = other.geometry(otherRow);
        return mine.isPresent() == theirs.isPresent()
                && (mine.isEmpty()
                        || mine.orElseThrow() == theirs.orElseThrow()
                        || mine.orElseThrow().equalsExact(theirs.orElseThrow()));
    }
}
