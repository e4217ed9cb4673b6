package org.terrace.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.terrace.region.LayerKind;
import org.terrace.server.store.Repositories.RevisionRepository;

/** One import at work on a county: some layers, perhaps the elevation model, and the record of it. */
public final class CountyEdit {
    private final County county;
    private final Map<String, Long> before;
    private final Connection connection;
    private final Dialect dialect;
    private final RevisionRepository revisions;
    private final StoreSettings settings;
    private final Instant now;
    private final boolean writes;
    private final Map<LayerKind, LayerEdit> edits = new EnumMap<>(LayerKind.class);
    private final Map<LayerKind, LayerRevisionEntity> begun = new EnumMap<>(LayerKind.class);
    private final Map<LayerKind, Effect> effects = new EnumMap<>(LayerKind.class);
    private final Map<String, Long> after;
    private final List<ImportRecord> records = new ArrayList<>();
    private int epsg;

    CountyEdit(
            County county,
            Map<String, Long> before,
            Connection connection,
            Dialect dialect,
            RevisionRepository revisions,
            StoreSettings settings,
            Instant now,
            boolean writes) {
        this.county = county;
        this.before = before;
        this.connection = connection;
        this.dialect = dialect;
        this.revisions = revisions;
        this.settings = settings;
        this.now = now;
        this.writes = writes;
        this.after = new HashMap<>(before);
        this.epsg = county.epsg();
    }

    public County county() {
        return county;
    }

    public Instant now() {
        return now;
    }

    /** The codes that a layer has now, before this edit. */
    public Set<String> codes(LayerKind kind) {
        LayerTable table = new LayerTable(kind, kind.attributes(), dialect);
        try {
            return new LayerRows(connection, table, county.code(), 0, new GeometryBytes())
                    .hashes()
                    .keySet();
        } catch (SQLException e) {
            throw new StoreException("layer " + kind.id() + " cannot be read", e);
        }
    }

    /** Opens a layer once; asked again, the same edit comes back. */
    public LayerEdit layer(LayerKind kind, ImportMode mode, Origin origin) {
        return edits.computeIfAbsent(kind, k -> open(k, mode, origin));
    }

    private LayerEdit open(LayerKind kind, ImportMode mode, Origin origin) {
        long revision = 0;
        if (writes) {
            LayerRevisionEntity entity = revisions.saveAndFlush(entity(kind.id(), origin));
            begun.put(kind, entity);
            revision = entity.id();
        }
        try {
            return new LayerEdit(
                    connection,
                    new LayerTable(kind, kind.attributes(), dialect),
                    county.code(),
                    mode,
                    settings.allowSensitive(),
                    revision);
        } catch (SQLException e) {
            throw new StoreException("layer " + kind.id() + " cannot be opened", e);
        }
    }

    private LayerRevisionEntity entity(String layer, Origin origin) {
        LayerRevisionEntity entity = new LayerRevisionEntity();
        entity.county = county.code();
        entity.layer = layer;
        entity.source = origin.source();
        entity.crs = origin.crs();
        entity.how = origin.how();
        entity.createdAt = now;
        return entity;
    }

    /** Sets the elevation model to a raster that is stored already. @return false when it is the same as before */
    public boolean elevation(String hash, long cells, Origin origin) {
        Long old = before.get(LayerRevision.ELEVATION);
        boolean same = old != null
                && revisions.findById(old).map(r -> r.contentHash.equals(hash)).orElse(false);
        if (writes && !same) {
            LayerRevisionEntity entity = entity(LayerRevision.ELEVATION, origin);
            entity.contentHash = hash;
            entity.featureCount = cells;
            entity.effect = old == null ? new Effect(cells, 0, 0, 0) : new Effect(0, cells, 0, 0);
            after.put(LayerRevision.ELEVATION, revisions.saveAndFlush(entity).id());
        }
        return !same;
    }

    /** The county's metric system, when it has none yet. */
    public void setEpsgIfUnknown(int code) {
        if (epsg == 0) {
            epsg = code;
        }
    }

    public void record(ImportRecord record) {
        records.add(record);
    }

    /** Ends the edit of one layer; asked again, the same effect comes back. */
    public Effect finish(LayerKind kind) {
        return effects.computeIfAbsent(kind, k -> end(k, Objects.requireNonNull(edits.get(k))));
    }

    private Effect end(LayerKind kind, LayerEdit edit) {
        Effect effect = edit.finish();
        LayerRevisionEntity entity = begun.get(kind);
        if (entity == null) {
            return effect;
        }
        if (effect.changesNothing() && before.containsKey(kind.id())) {
            revisions.delete(entity);
            return effect;
        }
        entity.contentHash = edit.contentHash();
        entity.featureCount = edit.count();
        entity.effect = effect;
        Envelope extent = edit.extent();
        if (edit.mode() != ImportMode.REPLACE) {
            Optional.ofNullable(before.get(kind.id()))
                    .flatMap(revisions::findById)
                    .ifPresent(r -> extent.expandToInclude(r.extent()));
        }
        entity.extent(extent);
        after.put(kind.id(), revisions.saveAndFlush(entity).id());
        return effect;
    }

    /** Ends all edits. @return the manifest after them */
    Map<String, Long> finish() {
        List.copyOf(edits.keySet()).forEach(this::finish);
        return after;
    }

    List<ImportRecord> records() {
        return records;
    }

    int epsg() {
        return epsg;
    }
}
