package org.terrace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Builds small regions in a few words; coordinates are metres. */
public final class TestRegion {
    private final Map<LayerKind, List<Feature>> features = new EnumMap<>(LayerKind.class);
    private Optional<ElevationGrid> elevation = Optional.empty();

    public TestRegion household(String code, double x, double y, Object... attributes) {
        return add(LayerKind.HOUSEHOLD, code, point(x, y), attributes);
    }

    public TestRegion householdWithoutPosition(String code, Object... attributes) {
        features.computeIfAbsent(LayerKind.HOUSEHOLD, k -> new ArrayList<>())
                .add(new Feature(LayerKind.HOUSEHOLD, code, values(attributes), Optional.empty()));
        return this;
    }

    public TestRegion road(String code, String wkt, String roadClass, String surface, Object... attributes) {
        Map<String, Object> values = values(attributes);
        values.put("road_class", roadClass);
        if (!surface.isEmpty()) {
            values.put("surface", surface);
        }
        features.computeIfAbsent(LayerKind.ROAD_SEGMENT, k -> new ArrayList<>())
                .add(new Feature(LayerKind.ROAD_SEGMENT, code, values, Optional.of(wkt(wkt))));
        return this;
    }

    public TestRegion add(LayerKind kind, String code, Geometry geometry, Object... attributes) {
        features.computeIfAbsent(kind, k -> new ArrayList<>())
                .add(new Feature(kind, code, values(attributes), Optional.of(geometry)));
        return this;
    }

    public TestRegion addWithoutGeometry(LayerKind kind, String code, Object... attributes) {
        features.computeIfAbsent(kind, k -> new ArrayList<>())
                .add(new Feature(kind, code, values(attributes), Optional.empty()));
        return this;
    }

    public TestRegion layer(LayerKind kind) {
        features.computeIfAbsent(kind, k -> new ArrayList<>());
        return this;
    }

    public TestRegion elevation(ElevationGrid grid) {
        this.elevation = Optional.of(grid);
        return this;
    }

    public Region build() {
        Map<LayerKind, FeatureTable> tables = new EnumMap<>(LayerKind.class);
        features.forEach((kind, list) -> tables.put(kind, FeatureTable.of(kind, list)));
        return new Region("990001", 4543, tables, elevation);
    }

    public static Geometry point(double x, double y) {
        return Geometries.FACTORY.createPoint(new Coordinate(x, y));
    }

    public static Geometry wkt(String text) {
        try {
            return new WKTReader(Geometries.FACTORY).read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Map<String, Object> values(Object... attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            values.put((String) attributes[i], value instanceof Number n ? n.doubleValue() : value);
        }
        return values;
    }
}
