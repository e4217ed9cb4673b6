package org.terrace.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.terrace.region.LayerKind;
import org.terrace.server.store.Repositories.RevisionRepository;
import org.terrace.server.store.Repositories.VersionRepository;

/** Forgets old data versions, and with them the rows and rasters that only they had. */
@Component
public final class Pruning {
    private final DataSource database;
    private final VersionRepository versions;
    private final RevisionRepository revisions;
    private final Rasters rasters;
    private final TransactionTemplate writing;

    Pruning(
            DataSource database,
            VersionRepository versions,
            RevisionRepository revisions,
            Rasters rasters,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.versions = versions;
        this.revisions = revisions;
        this.rasters = rasters;
        this.writing = new TransactionTemplate(transactions);
    }

    /** @param keep how many of the newest versions stay, at least 1. @return how many were forgotten */
    public int prune(String county, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("at least the newest version stays, not " + keep);
        }
        Set<String> unused = new HashSet<>();
        int forgotten = Objects.requireNonNull(writing.execute(status -> {
            List<DataVersionEntity> all = versions.findByCountyOrderByIdDesc(county);
            if (all.size() <= keep) {
                return 0;
            }
            List<DataVersionEntity> kept = all.subList(0, keep);
            Set<Long> used = new HashSet<>();
            kept.forEach(v -> used.addAll(v.layers.values()));
            versions.deleteAll(all.subList(keep, all.size()));
            versions.flush();
            for (LayerKind kind : LayerKind.values()) {
                kept.stream()
                        .map(v -> v.layers.get(kind.id()))
                        .filter(Objects::nonNull)
                        .min(Long::compare)
                        .ifPresent(oldest -> deleteRows(county, kind, oldest));
            }
            for (LayerRevisionEntity revision : revisions.findByCounty(county)) {
                if (!used.contains(revision.id())) {
                    if (revision.layer.equals(LayerRevision.ELEVATION)) {
                        unused.add(revision.contentHash);
                    }
                    revisions.delete(revision);
                }
            }
            return all.size() - keep;
        }));
        revisions.findAll().forEach(r -> unused.remove(r.contentHash));
        unused.forEach(rasters::delete);
        return forgotten;
    }

    private void deleteRows(String county, LayerKind kind, long oldest) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (PreparedStatement delete =
                connection.prepareStatement(new LayerTable(kind, kind.attributes(), Dialect.of(connection)).prune())) {
            delete.setString(1, county);
            delete.setLong(2, oldest);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("old rows of " + kind.id() + " cannot be removed", e);
        }
    }
}
