package org.terrace.server.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.terrace.region.Attribute;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;

/** Features of any layer with every attribute filled, made from the layer's description; longitude and latitude in degrees. */
public final class SampleFeatures {
    private static final GeometryFactory JTS = new GeometryFactory();

    private SampleFeatures() {}

    public static List<Feature> of(LayerKind kind, int count) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            features.add(of(kind, String.format(java.util.Locale.ROOT, "%s-%07d", kind.id(), i), i));
        }
        return features;
    }

    public static Feature of(LayerKind kind, String code, int i) {
        Map<String, Object> values = new HashMap<>();
        for (int a = 0; a < kind.attributes().size(); a++) {
            Attribute attribute = kind.attributes().get(a);
            if (attribute.privacy() == Privacy.SENSITIVE || (i + a) % 5 == 0) {
                continue;
            }
            values.put(
                    attribute.name(),
                    switch (attribute.type()) {
                        case NUMBER -> Math.max(attribute.min(), 0) + (i % 97) / 7.0;
                        case CODE ->
                            attribute.codes().get((i + a) % attribute.codes().size());
                        case DATE -> "2026-03-1" + i % 10;
                        case TEXT -> "石棉 " + attribute.name() + " " + i % 50;
                    });
        }
        return new Feature(kind, code, values, i % 11 == 3 ? Optional.empty() : Optional.of(geometry(kind, i)));
    }

    private static Geometry geometry(LayerKind kind, int i) {
        double x = 102.3 + (i % 1000) / 3e3;
        double y = 29.2 + (i / 1000) / 3e3;
        Coordinate a = new Coordinate(x, y);
        Coordinate b = new Coordinate(x + 0.001, y + 1 / 3e3);
        Coordinate c = new Coordinate(x, y + 0.002);
        return switch (kind.geometry()) {
            case POINT -> JTS.createPoint(a);
            case LINE ->
                i % 2 == 0
                        ? JTS.createLineString(new Coordinate[] {a, b, c})
                        : JTS.createMultiLineString(new org.locationtech.jts.geom.LineString[] {
                            JTS.createLineString(new Coordinate[] {a, b}), JTS.createLineString(new Coordinate[] {b, c})
                        });
            case POLYGON -> JTS.createPolygon(new Coordinate[] {a, b, c, a});
            case ANY -> i % 2 == 0 ? JTS.createPoint(a) : JTS.createPolygon(new Coordinate[] {a, b, c, a});
        };
    }
}
