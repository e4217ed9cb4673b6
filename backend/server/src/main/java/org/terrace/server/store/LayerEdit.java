package org.terrace.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.terrace.region.Attribute;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;

/**
 * Brings the features of a file into one layer, or only counts what that would do. Rows that stay equal are not touched, so a
 * small correction costs little however large the layer is.
 */
public final class LayerEdit {
    /** What happened to one feature. */
    public enum Outcome {
        ADDED,
        CHANGED,
        REMOVED,
        UNCHANGED,
        /** A removal named a code that the layer does not have. */
        NOT_FOUND,
        /** The code came before in the same file; the first one stands. */
        DUPLICATE
    }

    private final LayerTable table;
    private final ImportMode mode;
    private final boolean sensitiveAllowed;
    private final LayerRows stored;
    /** Hash of every row as it will be, by code. */
    private final Map<String, UUID> rows;

    private final Set<String> seen = new HashSet<>();
    private final RowHash hash = new RowHash();
    private final GeometryBytes bytes = new GeometryBytes();
    private final Envelope extent = new Envelope();
    private long added;
    private long changed;
    private long removed;
    private long unchanged;

    /** @param revision of the rows written; 0 = count only */
    LayerEdit(
            Connection connection,
            LayerTable table,
            String county,
            ImportMode mode,
            boolean sensitiveAllowed,
            long revision)
            throws SQLException {
        this.table = table;
        this.mode = mode;
        this.sensitiveAllowed = sensitiveAllowed;
        this.stored = new LayerRows(connection, table, county, revision, bytes);
        this.rows = stored.hashes();
    }

    public LayerKind kind() {
        return table.kind();
    }

    /**
     * Takes one feature, longitude and latitude in degrees.
     *
     * @throws IllegalArgumentException when it has a sensitive value and such are not allowed
     */
    public Outcome accept(Feature feature) {
        if (feature.kind() != table.kind()) {
            throw new IllegalArgumentException(feature.kind() + " given to layer " + table.kind());
        }
        refuseSensitive(feature);
        if (!seen.add(feature.code())) {
            return Outcome.DUPLICATE;
        }
        try {
            return mode == ImportMode.REMOVE ? remove(feature.code()) : put(feature);
        } catch (SQLException e) {
            throw new StoreException(table.kind().id() + " " + feature.code() + " cannot be stored", e);
        }
    }

    private void refuseSensitive(Feature feature) {
        if (sensitiveAllowed) {
            return;
        }
        for (Attribute attribute : table.attributes()) {
            if (attribute.privacy() == Privacy.SENSITIVE && feature.values().containsKey(attribute.name())) {
                throw new IllegalArgumentException("attribute " + attribute.name() + " of "
                        + table.kind().id() + " is sensitive and not switched on");
            }
        }
    }

    private Outcome remove(String code) throws SQLException {
        if (rows.remove(code) == null) {
            return Outcome.NOT_FOUND;
        }
        stored.close(code);
        removed++;
        return Outcome.REMOVED;
    }

    private Outcome put(Feature given) throws SQLException {
        UUID before = rows.get(given.code());
        Feature feature = before != null && mode == ImportMode.MERGE ? stored.merged(given) : given;
        feature.geometry().ifPresent(g -> extent.expandToInclude(g.getEnvelopeInternal()));
        byte[] geometry = bytes.write(feature.geometry().orElse(null));
        UUID now = hash.of(feature, geometry);
        if (now.equals(before)) {
            unchanged++;
            return Outcome.UNCHANGED;
        }
        rows.put(feature.code(), now);
        if (before != null) {
            stored.close(feature.code());
            changed++;
        } else {
            added++;
        }
        stored.insert(feature, now, geometry);
        return before != null ? Outcome.CHANGED : Outcome.ADDED;
    }

    /** Ends the edit: in mode replace, removes what the file did not have. */
    public Effect finish() {
        try {
            if (mode == ImportMode.REPLACE) {
                List<String> gone = new ArrayList<>();
                for (String code : rows.keySet()) {
                    if (!seen.contains(code)) {
                        gone.add(code);
                    }
                }
                for (String code : gone) {
                    remove(code);
                }
            }
            stored.finish();
            long untouched = mode == ImportMode.REPLACE ? unchanged : rows.size() - added - changed;
            return new Effect(added, changed, removed, untouched);
        } catch (SQLException e) {
            throw new StoreException("layer " + table.kind().id() + " cannot be stored", e);
        }
    }

    /** Features of the layer after the edit. */
    long count() {
        return rows.size();
    }

    /** Extent of the features accepted, in degrees. */
    Envelope extent() {
        return extent;
    }

    ImportMode mode() {
        return mode;
    }

    /** Hash of the layer after the edit. */
    String contentHash() {
        return RowHash.ofLayer(rows);
    }
}
