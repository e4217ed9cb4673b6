package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored note that a result file is complete. */
@Entity
@Table(name = "result_file")
class ResultFileEntity {
    @Id
    @Column(name = "result_key")
    String resultKey = "";

    @Column(name = "county", nullable = false)
    String county = "";

    @Column(name = "analysis", nullable = false)
    String analysis = "";

    @Column(name = "engine_version", nullable = false)
    int engineVersion;

    @Column(name = "byte_count", nullable = false)
    long byteCount;

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;
}
