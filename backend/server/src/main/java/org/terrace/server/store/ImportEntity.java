package org.terrace.server.store;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored import: which file, what it did, what was wrong with it. */
@Entity
@Table(name = "import_record")
class ImportEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(name = "county", nullable = false)
    String county = "";

    @Column(name = "version_id", nullable = false)
    long versionId;

    @Column(name = "token", nullable = false)
    String token = "";

    @Column(name = "file_name", nullable = false)
    String fileName = "";

    @Column(name = "file_format", nullable = false)
    String fileFormat = "";

    @Column(name = "import_mode", nullable = false)
    String importMode = "";

    @Column(name = "layers", nullable = false)
    String layers = "";

    @Embedded
    Effect effect = Effect.NONE;

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @JoinColumn(name = "import_id", nullable = false)
    List<ImportIssueEntity> issues = new ArrayList<>();

    void add(List<ImportRecord.IssueCount> counts) {
        for (ImportRecord.IssueCount count : counts) {
            ImportIssueEntity row = new ImportIssueEntity();
            row.layer = count.layer();
            row.code = count.code();
            row.severity = count.severity();
            row.occurrences = count.count();
            issues.add(row);
        }
    }

    ImportRecord record() {
        return new ImportRecord(
                token,
                fileName,
                fileFormat,
                ImportMode.byId(importMode),
                layers.isEmpty() ? List.of() : List.of(layers.split(",")),
                effect,
                issues.stream()
                        .map(i -> new ImportRecord.IssueCount(i.layer, i.code, i.severity, i.occurrences))
                        .toList(),
                createdAt,
                versionId);
    }
}
