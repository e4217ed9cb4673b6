package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** A stored revision of one layer of one county. */
@Entity
@Table(name = "layer_revision")
class LayerRevisionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(name = "county", nullable = false)
    String county = "";

    @Column(name = "layer", nullable = false)
    String layer = "";

    @Column(name = "content_hash", nullable = false)
    String contentHash = "";

    @Column(name = "feature_count", nullable = false)
    long featureCount;

    @Embedded
    Effect effect = Effect.NONE;

    @Column(name = "source", nullable = false)
    String source = "";

    @Column(name = "crs", nullable = false)
    String crs = "";

    @Column(name = "how", nullable = false)
    String how = "";

    /** Extent in degrees of what the layer has held since it was last replaced; null without positions. */
    @Column(name = "west")
    @Nullable Double west;

    @Column(name = "south")
    @Nullable Double south;

    @Column(name = "east")
    @Nullable Double east;

    @Column(name = "north")
    @Nullable Double north;

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    long id() {
        if (id == null) {
            throw new IllegalStateException("revision of " + layer + " not yet saved");
        }
        return id;
    }

    Envelope extent() {
        return west == null || south == null || east == null || north == null
                ? new Envelope()
                : new Envelope(west, east, south, north);
    }

    void extent(Envelope degrees) {
        if (!degrees.isNull()) {
            west = degrees.getMinX();
            south = degrees.getMinY();
            east = degrees.getMaxX();
            north = degrees.getMaxY();
        }
    }

    LayerRevision revision() {
        return new LayerRevision(
                id(), layer, contentHash, featureCount, effect, new Origin(source, crs, how), extent(), createdAt);
    }
}
