package org.terrace.formats.vector;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Geometry blobs of a GeoPackage: a header ("GP", version, flags, srs id, envelope) before well-known binary.
 *
 * @see "OGC 12-128r19, clause 2.1.3 (GeoPackageBinary)"
 */
final class GeoPackageBinary {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private final WKBReader reader = new WKBReader(new GeometryFactory());

    /** Empty for a blob that is marked as empty geometry. @throws ParseException when the bytes are no such blob */
    Optional<Geometry> decode(byte[] blob) throws ParseException {
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("no GeoPackage geometry");
        }
        int flags = blob[3];
        int kind = (flags >> 1) & 7;
        if (kind > 4) {
            throw new ParseException("envelope kind " + kind);
        }
        int start = 8 + ENVELOPE_BYTES[kind];
        if (blob.length <= start) {
            throw new ParseException("only " + blob.length + " bytes");
        }
        Geometry geometry = reader.read(Arrays.copyOfRange(blob, start, blob.length));
        return geometry.isEmpty() ? Optional.empty() : Optional.of(geometry);
    }
}
