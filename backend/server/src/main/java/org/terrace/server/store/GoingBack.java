package org.terrace.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.terrace.region.LayerKind;
import org.terrace.server.store.Repositories.ImportRepository;
import org.terrace.server.store.Repositories.RevisionRepository;
import org.terrace.server.store.Repositories.VersionRepository;

/**
 * Undo: the county becomes again what it was before an import. That is a new version with the old content, so going back can be
 * undone in the same way, and nothing that was ever shown is lost. One transaction.
 */
@Component
public final class GoingBack {
    private final DataSource database;
    private final VersionRepository versions;
    private final RevisionRepository revisions;
    private final ImportRepository imports;
    private final CountyStore store;
    private final Clock clock;

    GoingBack(
            DataSource database,
            VersionRepository versions,
            RevisionRepository revisions,
            ImportRepository imports,
            CountyStore store,
            Clock clock) {
        this.database = database;
        this.versions = versions;
        this.revisions = revisions;
        this.imports = imports;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The version that stood before an import.
     *
     * @param id 0 when the county was empty then
     */
    public record Before(long id, Map<String, LayerRevision> layers) {}

    /** Empty when the import changed nothing, or when what was before has been pruned. */
    public Optional<Before> before(String county, ImportRecord made) {
        return made.version() == 0
                ? Optional.empty()
                : before(made.version(), store.versions(county), store.imports(county));
    }

    /** The same for many imports of one county. @param all its versions, newest first */
    public static Optional<Before> before(long made, List<DataVersion> all, List<ImportRecord> imports) {
        Optional<DataVersion> earlier = all.stream().filter(v -> v.id() < made).findFirst();
        if (earlier.isPresent()) {
            return earlier.map(v -> new Before(v.id(), v.layers()));
        }
        boolean first = imports.stream().noneMatch(i -> i.version() > 0 && i.version() < made);
        boolean there = all.stream().anyMatch(v -> v.id() == made);
        return first && there ? Optional.of(new Before(0, Map.of())) : Optional.empty();
    }

    /** @param token names the record of it. @return the new version; empty when the content is the same already */
    public Optional<DataVersion> to(String county, Before before, String token) {
        Optional<Long> made = store.inTurn(county, entity -> {
            Map<String, Long> now = versions.findFirstByCountyOrderByIdDesc(county)
                    .map(v -> v.layers)
                    .orElseGet(HashMap::new);
            // One moment for all: by it a layer's issues are found.
            Instant moment = clock.instant();
            Map<String, Long> after = new HashMap<>();
            List<String> layers = new ArrayList<>();
            Effect effect = Effect.NONE;
            List<ImportRecord> earlier = store.imports(county);
            List<ImportRecord.IssueCount> issues = new ArrayList<>();
            for (String layer : names(now, before)) {
                LayerRevision then = before.layers().get(layer);
                Long current = now.get(layer);
                if (current != null && then != null && sameContent(current, then)) {
                    after.put(layer, current);
                    continue;
                }
                layers.add(layer);
                Optional<LayerKind> kind = LayerKind.byId(layer);
                if (kind.isPresent()) {
                    if (then != null) {
                        // The rows come back with what was wrong in them.
                        earlier.forEach(i -> i.issuesOf(layer, then)
                                .forEach(n -> issues.add(
                                        new ImportRecord.IssueCount(layer, n.code(), n.severity(), n.count()))));
                    }
                    LayerRevisionEntity revision = rows(county, kind.get(), then, moment);
                    effect = effect.plus(revision.effect);
                    if (then != null) {
                        after.put(layer, revision.id());
                    }
                } else if (then != null) {
                    after.put(layer, then.id());
                }
            }
            if (after.equals(now)) {
                return Optional.<Long>empty();
            }
            DataVersionEntity version = new DataVersionEntity();
            version.county = county;
            version.createdAt = moment;
            version.layers.putAll(after);
            versions.saveAndFlush(version);
            ImportEntity record = record(county, before, token, version, layers, effect);
            record.add(issues);
            imports.save(record);
            return Optional.of(version.id());
        });
        return made.flatMap(id -> store.findVersion(county, id));
    }

    private static TreeSet<String> names(Map<String, Long> now, Before before) {
        TreeSet<String> names = new TreeSet<>(now.keySet());
        names.addAll(before.layers().keySet());
        return names;
    }

    private boolean sameContent(long current, LayerRevision then) {
        return current == then.id()
                || revisions
                        .findById(current)
                        .map(r -> r.contentHash.equals(then.contentHash()))
                        .orElse(false);
    }

    /** A new revision of a layer with the rows of an old one. @param then null: without any row */
    private LayerRevisionEntity rows(String county, LayerKind kind, @Nullable LayerRevision then, Instant moment) {
        LayerRevisionEntity revision = new LayerRevisionEntity();
        revision.county = county;
        revision.layer = kind.id();
        revision.createdAt = moment;
        if (then != null) {
            revision.contentHash = then.contentHash();
            revision.featureCount = then.count();
            revision.source = then.origin().source();
            revision.crs = then.origin().crs();
            revision.how = then.origin().how();
            revision.extent(then.extent());
        }
        revisions.saveAndFlush(revision);
        long old = then == null ? 0 : then.id();
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            LayerTable table = new LayerTable(kind, kind.attributes(), Dialect.of(connection));
            long ended = update(connection, table.endAfter(), revision.id(), county, old);
            long begun = update(connection, table.bringBack(), revision.id(), county, old, old, revision.id());
            long changed = count(connection, table.exchanged(), county, revision.id(), revision.id());
            revision.effect = new Effect(begun - changed, changed, ended - changed, revision.featureCount - begun);
        } catch (SQLException e) {
            throw new StoreException("layer " + kind.id() + " cannot be taken back", e);
        }
        return revisions.saveAndFlush(revision);
    }

    private static long update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeLargeUpdate();
        }
    }

    private static long count(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static ImportEntity record(
            String county, Before before, String token, DataVersionEntity version, List<String> layers, Effect effect) {
        ImportEntity entity = new ImportEntity();
        entity.county = county;
        entity.versionId = version.id();
        entity.token = token;
        entity.fileName = Long.toString(before.id());
        entity.fileFormat = ImportRecord.WENT_BACK;
        entity.importMode = ImportMode.REPLACE.id();
        entity.layers = String.join(",", layers);
        entity.effect = effect;
        entity.createdAt = version.createdAt;
        return entity;
    }
}
