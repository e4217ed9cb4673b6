package org.terrace.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.terrace.region.Attribute;
import org.terrace.region.Feature;

/** The current rows of one layer of one county: read, ended and added in batches, as one revision. */
final class LayerRows {
    private static final int BATCH = 2_000;

    private final Connection connection;
    private final LayerTable table;
    private final String county;
    private final long revision;
    private final GeometryBytes bytes;
    private final Optional<PreparedStatement> insert;
    private final Optional<PreparedStatement> close;
    private int inserts;
    private int closes;

    /** @param revision of the rows written; 0 = write nothing */
    LayerRows(Connection connection, LayerTable table, String county, long revision, GeometryBytes bytes)
            throws SQLException {
        this.connection = connection;
        this.table = table;
        this.county = county;
        this.revision = revision;
        this.bytes = bytes;
        boolean writes = revision > 0;
        this.insert = writes ? Optional.of(connection.prepareStatement(table.insert())) : Optional.empty();
        this.close = writes ? Optional.of(connection.prepareStatement(table.close())) : Optional.empty();
    }

    /** Hash of every row by code; the map is the caller's. */
    Map<String, UUID> hashes() throws SQLException {
        Map<String, UUID> hashes = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(table.currentHashes())) {
            select.setFetchSize(BATCH);
            select.setString(1, county);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    hashes.put(found.getString(1), found.getObject(2, UUID.class));
                }
            }
        }
        return hashes;
    }

    /** The stored row with the given values over it: what the file does not have stays. */
    Feature merged(Feature given) throws SQLException {
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

    void insert(Feature feature, UUID hash, byte @Nullable [] geometry) throws SQLException {
        if (insert.isEmpty()) {
            return;
        }
        PreparedStatement s = insert.get();
        s.setString(1, county);
        s.setString(2, feature.code());
        s.setLong(3, revision);
        s.setObject(4, hash);
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

    /** Ends the current row of a code. */
    void close(String code) throws SQLException {
        if (close.isEmpty()) {
            return;
        }
        PreparedStatement s = close.get();
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

    /** Writes what is left and lets go of the statements. */
    void finish() throws SQLException {
        if (insert.isPresent() && close.isPresent()) {
            flush();
            insert.get().close();
            close.get().close();
        }
    }
}
