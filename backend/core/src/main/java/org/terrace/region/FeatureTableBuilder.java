package org.terrace.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Collects rows in any order and builds a {@link FeatureTable} sorted by code. Rows are written attribute by attribute, so a
 * loader can stream a million rows without a record object for each.
 */
public final class FeatureTableBuilder {
    private final LayerKind kind;
    private final List<String> codes = new ArrayList<>();
    private final Numbers x = new Numbers();
    private final Numbers y = new Numbers();
    private final List<@Nullable Geometry> geometries = new ArrayList<>();
    private final Object[] columns;
    private final Map<String, String> shared = new java.util.HashMap<>();

    public FeatureTableBuilder(LayerKind kind) {
        this.kind = kind;
        this.columns = new Object[kind.attributes().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = switch (kind.attributes().get(i).type()) {
                case NUMBER -> new Numbers();
                case CODE -> new Bytes();
                case TEXT, DATE -> new ArrayList<String>();
            };
        }
    }

    public int size() {
        return codes.size();
    }

    /** Starts a row whose attributes are all absent. */
    public FeatureTableBuilder row(String code) {
        codes.add(code);
        x.add(Double.NaN);
        y.add(Double.NaN);
        if (kind.geometry() != GeometryKind.POINT) {
            geometries.add(null);
        }
        for (Object column : columns) {
            if (column instanceof Numbers numbers) {
                numbers.add(Double.NaN);
            } else if (column instanceof Bytes bytes) {
                bytes.add(Column.Codes.UNKNOWN);
            } else {
                texts(column).add("");
            }
        }
        return this;
    }

    public FeatureTableBuilder point(double east, double north) {
        x.setLast(east);
        y.setLast(north);
        if (kind.geometry() != GeometryKind.POINT) {
            geometries.set(geometries.size() - 1, Geometries.FACTORY.createPoint(new Coordinate(east, north)));
        }
        return this;
    }

    /** Lines and polygons; a polygon's x and y become an interior point, a line's its middle vertex. */
    public FeatureTableBuilder geometry(Geometry geometry) {
        if (geometry.isEmpty()) {
            return this;
        }
        if (kind.geometry() == GeometryKind.POINT || geometry.getDimension() == 0) {
            Coordinate c = geometry.getCoordinate();
            return point(c.x, c.y);
        }
        Coordinate middle = geometry.getDimension() == 2
                ? geometry.getInteriorPoint().getCoordinate()
                : geometry.getCoordinates()[geometry.getNumPoints() / 2];
        x.setLast(middle.x);
        y.setLast(middle.y);
        geometries.set(geometries.size() - 1, geometry);
        return this;
    }

    public FeatureTableBuilder number(int attribute, double value) {
        ((Numbers) columns[attribute]).setLast(value);
        return this;
    }

    public FeatureTableBuilder text(int attribute, String value) {
        List<String> texts = texts(columns[attribute]);
        texts.set(texts.size() - 1, shared.computeIfAbsent(value, v -> v));
        return this;
    }

    /** @throws IllegalArgumentException if the code is not in the attribute's vocabulary */
    public FeatureTableBuilder code(int attribute, String value) {
        int position = kind.attributes().get(attribute).codes().indexOf(value);
        if (position < 0) {
            throw new IllegalArgumentException(
                    kind.id() + "." + kind.attributes().get(attribute).name() + " has no code '" + value + "'");
        }
        ((Bytes) columns[attribute]).setLast((byte) position);
        return this;
    }

    /** Sets an attribute from the value of a {@link Feature} (String or Double). */
    public FeatureTableBuilder value(int attribute, Object value) {
        return switch (kind.attributes().get(attribute).type()) {
            case NUMBER -> number(attribute, (Double) value);
            case CODE -> code(attribute, (String) value);
            case TEXT, DATE -> text(attribute, (String) value);
        };
    }

    public FeatureTableBuilder add(Feature feature) {
        if (feature.kind() != kind) {
            throw new IllegalArgumentException(feature.kind().id() + " " + feature.code() + " added to " + kind.id());
        }
        row(feature.code());
        feature.geometry().ifPresent(this::geometry);
        feature.values().forEach((name, value) -> value(kind.indexOf(name), value));
        return this;
    }

    /** @throws IllegalArgumentException if two rows have the same code */
    public FeatureTable build() {
        Integer[] byCode = new Integer[codes.size()];
        Arrays.setAll(byCode, i -> i);
        Arrays.sort(byCode, Comparator.comparing(codes::get));
        int[] order = Arrays.stream(byCode).mapToInt(Integer::intValue).toArray();
        String[] sorted = new String[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = codes.get(order[i]);
            if (i > 0 && sorted[i].equals(sorted[i - 1])) {
                throw new IllegalArgumentException("two features of layer " + kind.id() + " have the code " + sorted[i]
                        + ". Maybe a merge without removing the older row");
            }
        }
        @Nullable Geometry[] picked = new @Nullable Geometry[geometries.isEmpty() ? 0 : order.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = geometries.get(order[i]);
        }
        List<Column> built = new ArrayList<>();
        for (int a = 0; a < columns.length; a++) {
            built.add(column(a).select(order));
        }
        return new FeatureTable(
                kind,
                sorted,
                new Column.Numbers(x.toArray()).select(order).values(),
                new Column.Numbers(y.toArray()).select(order).values(),
                picked,
                built);
    }

    private Column column(int attribute) {
        Object column = columns[attribute];
        if (column instanceof Numbers numbers) {
            return new Column.Numbers(numbers.toArray());
        }
        if (column instanceof Bytes bytes) {
            return new Column.Codes(
                    bytes.toArray(), kind.attributes().get(attribute).codes());
        }
        return new Column.Text(texts(column).toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object column) {
        return (List<String>) column;
    }

    private static final class Numbers {
        private double[] values = new double[16];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void setLast(double value) {
            values[size - 1] = value;
        }

        double[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    private static final class Bytes {
        private byte[] values = new byte[16];
        private int size;

        void add(byte value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void setLast(byte value) {
            values[size - 1] = value;
        }

        byte[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
