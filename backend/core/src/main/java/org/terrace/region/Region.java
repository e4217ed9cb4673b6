package org.terrace.region;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * What exists in one county at one data version: an immutable snapshot in one metric CRS. A layer that was never loaded is
 * absent ({@link #has} is false), which is something else than a layer with no features: absent means 'not checked'.
 *
 * <p>{@link #with} shares every table that does not change, so a what-if costs the changed layer only.
 */
public final class Region {
    private final String countyCode;
    private final int epsg;
    private final Map<LayerKind, FeatureTable> layers;
    private final Optional<ElevationGrid> elevation;

    public Region(String countyCode, int epsg, Map<LayerKind, FeatureTable> layers, Optional<ElevationGrid> elevation) {
        this.countyCode = Objects.requireNonNull(countyCode);
        this.epsg = epsg;
        this.layers = layers.isEmpty() ? new EnumMap<>(LayerKind.class) : new EnumMap<>(layers);
        this.elevation = elevation;
        this.layers.forEach((kind, table) -> {
            if (table.kind() != kind) {
                throw new IllegalArgumentException("table of " + table.kind().id() + " given as " + kind.id());
            }
        });
    }

    public String countyCode() {
        return countyCode;
    }

    /** EPSG code of the metric CRS of every coordinate in this snapshot. */
    public int epsg() {
        return epsg;
    }

    public boolean has(LayerKind kind) {
        return layers.containsKey(kind);
    }

    /** The layer's table; empty when the layer was never loaded. */
    public FeatureTable table(LayerKind kind) {
        FeatureTable table = layers.get(kind);
        return table == null ? FeatureTable.empty(kind) : table;
    }

    public FeatureTable households() {
        return table(LayerKind.HOUSEHOLD);
    }

    public FeatureTable roads() {
        return table(LayerKind.ROAD_SEGMENT);
    }

    public FeatureTable adminUnits() {
        return table(LayerKind.ADMIN_UNIT);
    }

    public FeatureTable plots() {
        return table(LayerKind.PLOT);
    }

    public Optional<ElevationGrid> elevation() {
        return elevation;
    }

    public Region with(FeatureTable table) {
        Map<LayerKind, FeatureTable> changed = new EnumMap<>(LayerKind.class);
        changed.putAll(layers);
        changed.put(table.kind(), table);
        return new Region(countyCode, epsg, changed, elevation);
    }

    public Region with(ElevationGrid grid) {
        return new Region(countyCode, epsg, layers, Optional.of(grid));
    }

    /** Extent of all layers and of the elevation model. */
    public Envelope envelope() {
        Envelope all = new Envelope();
        layers.values().forEach(t -> all.expandToInclude(t.envelope()));
        elevation.ifPresent(g -> all.expandToInclude(g.frame().envelope()));
        return all;
    }
}
