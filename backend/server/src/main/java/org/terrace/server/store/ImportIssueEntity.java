package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored count of one kind of issue in one import. */
@Entity
@Table(name = "import_issue")
class ImportIssueEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(name = "layer", nullable = false)
    String layer = "";

    @Column(name = "code", nullable = false)
    String code = "";

    @Column(name = "severity", nullable = false)
    String severity = "";

    @Column(name = "occurrences", nullable = false)
    long occurrences;
}
