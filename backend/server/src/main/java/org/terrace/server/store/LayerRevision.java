package org.terrace.server.store;

import java.time.Instant;
import org.locationtech.jts.geom.Envelope;

/**
 * One state of a layer, made by one import.
 *
 * @param layer id of a {@link org.terrace.region.LayerKind}, or {@link #ELEVATION}
 * @param contentHash equal for equal content, whatever the way it came in
 * @param extent in degrees; null envelope without positions. May be too large after removals, never too small
 * @param count features in the layer (cells of a raster)
 */
public record LayerRevision(
        long id,
        String layer,
        String contentHash,
        long count,
        Effect effect,
        Origin origin,
        Envelope extent,
        Instant createdAt) {
    /** The layer name of the elevation model. */
    public static final String ELEVATION = "elevation";
}
