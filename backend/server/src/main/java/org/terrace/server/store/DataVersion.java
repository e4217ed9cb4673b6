package org.terrace.server.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.terrace.region.LayerKind;

/**
 * A manifest: the county as it stood after one import. A layer that is missing here was never loaded.
 *
 * @param layers revisions by layer name
 */
public record DataVersion(long id, String county, Instant createdAt, Map<String, LayerRevision> layers) {
    public DataVersion {
        layers = Map.copyOf(layers);
    }

    public Optional<LayerRevision> layer(LayerKind kind) {
        return Optional.ofNullable(layers.get(kind.id()));
    }

    public Optional<LayerRevision> elevation() {
        return Optional.ofNullable(layers.get(LayerRevision.ELEVATION));
    }

    /** Extent of all layers in degrees; null envelope without positions. */
    public Envelope extent() {
        Envelope all = new Envelope();
        layers.values().forEach(r -> all.expandToInclude(r.extent()));
        return all;
    }
}
