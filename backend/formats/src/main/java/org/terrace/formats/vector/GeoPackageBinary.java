package org.terrace.formats.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometry blobs of a GeoPackage: a header ("GP", version, flags, srs id, envelope) before well-known binary. Not thread-safe.
 *
 * @see "OGC 12-128r19, clause 2.1.3 (GeoPackageBinary)"
 */
public final class GeoPackageBinary {
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private final WKBReader reader = new WKBReader(new GeometryFactory());
    private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

    /** Empty for a blob that is marked as empty geometry. @throws ParseException when the bytes are no such blob */
    public Optional<Geometry> decode(byte[] blob) throws ParseException {
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

    /** A blob with an envelope (none for points, whose envelope says nothing new); z is left out. */
    public byte[] encode(Geometry geometry, int srsId) {
        byte[] wkb = writer.write(geometry);
        boolean empty = geometry.isEmpty();
        boolean envelope = !empty && geometry.getDimension() > 0;
        ByteBuffer out =
                ByteBuffer.allocate(8 + (envelope ? 32 : 0) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'G').put((byte) 'P').put((byte) 0);
        out.put((byte) (1 | (envelope ? 2 : 0) | (empty ? 16 : 0)));
        out.putInt(srsId);
        if (envelope) {
            Envelope e = geometry.getEnvelopeInternal();
            out.putDouble(e.getMinX())
                    .putDouble(e.getMaxX())
                    .putDouble(e.getMinY())
                    .putDouble(e.getMaxY());
        }
        return out.put(wkb).array();
    }
}
