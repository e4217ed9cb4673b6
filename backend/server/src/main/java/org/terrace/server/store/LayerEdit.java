package org.terrace.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int BATCH = 2_000;

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

    private final Connection connection;
    private final LayerTable table;
    private final String county;
    private final ImportMode mode;
    private final boolean sensitiveAllowed;
    private final long revision;
    private final boolean writes;
    private final Map<String, UUID> rows = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final RowHash hash = new RowHash();
    private final GeometryBytes bytes = new GeometryBytes();
    private final Optional<PreparedStatement> insert;
    private final Optional<PreparedStatement> close;
    private final Envelope extent = new Envelope();
    private int inserts;
    private int closes;
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
        this.connection = connection;
        this.table = table;
        this.county = county;
        this.mode = mode;
        this.sensitiveAllowed = sensitiveAllowed;
        this.revision = revision;
        this.writes = revision > 0;
        this.insert = writes ? Optional.of(connection.prepareStatement(table.insert())) : Optional.empty();
        this.close = writes ? Optional.of(connection.prepareStatement(table.close())) : Optional.empty();
        try (PreparedStatement select = connection.prepareStatement(table.currentHashes())) {
            select.setFetchSize(BATCH);
            select.setString(1, county);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getString(1), found.getObject(2, UUID.class));
                }
            }
        }
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
        closeRow(code);
        removed++;
        return Outcome.REMOVED;
    }

    private Outcome put(Feature given) throws SQLException {
        UUID before = rows.get(given.code());
        Feature feature = before != null && mode == ImportMode.MERGE ? merged(given) : given;
        feature.geometry().ifPresent(g -> extent.expandToInclude(g.getEnvelopeInternal()));
        byte[] geometry = bytes.write(feature.geometry().orElse(null));
        UUID now = hash.of(feature, geometry);
        if (now.equals(before)) {
            unchanged++;
            return Outcome.UNCHANGED;
        }
        rows.put(feature.code(), now);
        if (before != null) {
            closeRow(feature.code());
            changed++;
        } else {
            added++;
        }
        if (writes) {
            insertRow(feature, now, geometry);
        }
        return before != null ? Outcome.CHANGED : Outcome.ADDED;
    }

    /** The stored row with the given values over it: what the file does not have stays. */
    private Feature merged(Feature given) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.currentRow())) {
            select.setString(1, county);
            select.setString(2, given.code());
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return given;
                }
                Map<String, Object> values = new HashMap<>();
                for (int i = 0; i < table.attributes().size(); i++) {
                    Attribute attribute = table.attributes().get(i);
                    Object value =
                            attribute.type() == Attribute.Type.NUMBER ? found.getObject(2 + i) : found.getString(2 + i);
                    if (value != null) {
                        values.put(attribute.name(), value);
                    }
                }
                byte[] stored = found.getBytes(2 + table.attributes().size());
                values.putAll(given.values());
                return new Feature(
                        given.kind(),
                        given.code(),
                        values,
                        given.geometry().or(() -> Optional.ofNullable(stored).map(bytes::read)));
            }
        }
    }

    private void insertRow(Feature feature, UUID now, byte[] geometry) throws SQLException {
        PreparedStatement s = insert.orElseThrow();
        s.setString(1, county);
        s.setString(2, feature.code());
        s.setLong(3, revision);
        s.setObject(4, now);
        int at = 5;
        for (Attribute attribute : table.attributes()) {
            Object value = feature.values().get(attribute.name());
            if (value instanceof Double number) {
                s.setDouble(at++, number);
            } else if (value instanceof String text) {
                s.setString(at++, text);
            } else {
                s.setNull(at++, attribute.type() == Attribute.Type.NUMBER ? Types.DOUBLE : Types.VARCHAR);
            }
        }
        if (geometry == null) {
            s.setNull(at, Types.VARBINARY);
        } else {
            s.setBytes(at, geometry);
        }
        s.addBatch();
        if (++inserts % BATCH == 0) {
            flush();
        }
    }

    private void closeRow(String code) throws SQLException {
        if (!writes) {
            return;
        }
        PreparedStatement s = close.orElseThrow();
        s.setLong(1, revision);
        s.setString(2, county);
        s.setString(3, code);
        s.addBatch();
        if (++closes % BATCH == 0) {
            flush();
        }
    }

    /** Old rows end before their successors begin, or the update would meet both. */
    private void flush() throws SQLException {
        close.orElseThrow().executeBatch();
        insert.orElseThrow().executeBatch();
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
            if (writes) {
                flush();
                insert.orElseThrow().close();
                close.orElseThrow().close();
            }
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
