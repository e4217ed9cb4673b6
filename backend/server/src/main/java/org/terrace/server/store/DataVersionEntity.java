package org.terrace.server.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored manifest: which revision of each layer makes up the county. */
@Entity
@Table(name = "data_version")
class DataVersionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(name = "county", nullable = false)
    String county = "";

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "data_version_layer", joinColumns = @JoinColumn(name = "version_id"))
    @MapKeyColumn(name = "layer")
    @Column(name = "revision_id", nullable = false)
    Map<String, Long> layers = new HashMap<>();

    long id() {
        if (id == null) {
            throw new IllegalStateException("version of " + county + " not yet saved");
        }
        return id;
    }
}
