package org.terrace.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.terrace.region.Attribute;
import org.terrace.region.Feature;

/**
 * Says whether two rows, or two whole layers, hold the same. A row's hash covers the code, the values that are present by name,
 * and the geometry's bytes, so that an attribute added to a layer later changes no hash of older rows.
 */
final class RowHash {
    private final MessageDigest digest = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID of(Feature feature, byte @Nullable [] geometry) {
        text(feature.code());
        List<Attribute> attributes = feature.kind().attributes();
        for (Attribute attribute : attributes) {
            Object value = feature.values().get(attribute.name());
            if (value instanceof Double number) {
                text(attribute.name());
                digest.update(ByteBuffer.allocate(9)
                        .put((byte) 'n')
                        .putDouble(number == 0 ? 0.0 : number)
                        .array());
            } else if (value instanceof String string) {
                text(attribute.name());
                text(string);
            }
        }
        if (geometry != null) {
            digest.update((byte) 'g');
            digest.update(geometry);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(5).put((byte) 't').putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** Hash of a layer from the hashes of its rows by code. */
    static String ofLayer(Map<String, UUID> rows) {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(16);
        for (Map.Entry<String, UUID> row : new TreeMap<>(rows).entrySet()) {
            digest.update(row.getKey().getBytes(StandardCharsets.UTF_8));
            buffer.clear();
            buffer.putLong(row.getValue().getMostSignificantBits())
                    .putLong(row.getValue().getLeastSignificantBits());
            digest.update(buffer.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
