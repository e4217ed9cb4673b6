package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored county. */
@Entity
@Table(name = "county")
class CountyEntity {
    @Id
    @Column(name = "code")
    String code = "";

    @Column(name = "name", nullable = false)
    String name = "";

    /** Metric coordinate system; 0 until the first import tells where the county lies. */
    @Column(name = "epsg", nullable = false)
    int epsg;

    @Column(name = "synthetic", nullable = false)
    boolean synthetic;

    @Column(name = "profile", nullable = false)
    String profile = "";

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    County county() {
        return new County(code, name, epsg, synthetic, profile, createdAt);
    }
}
