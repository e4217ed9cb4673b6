package org.terrace.formats.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** GeoPackage binary: header with the envelope, then well-known binary in two dimensions, all little endian. */
final class GeoPackageGeometry {
    private static final int LITTLE_ENDIAN = 1;
    private static final int ENVELOPE_XY = 1 << 1;
    private static final int EMPTY = 1 << 4;

    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

    byte[] bytes(Geometry geometry, int srsId) {
        byte[] body = wkb.write(geometry);
        boolean empty = geometry.isEmpty();
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + (empty ? 0 : 32) + body.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'G').put((byte) 'P').put((byte) 0);
        bytes.put((byte) (LITTLE_ENDIAN | (empty ? EMPTY : ENVELOPE_XY))).putInt(srsId);
        if (!empty) {
            Envelope e = geometry.getEnvelopeInternal();
            bytes.putDouble(e.getMinX())
                    .putDouble(e.getMaxX())
                    .putDouble(e.getMinY())
                    .putDouble(e.getMaxY());
        }
        return bytes.put(body).array();
    }
}
