package org.terrace.server.store;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometry as the databases keep it: EWKB with SRID 4326 (the embedded one refuses any other), in two dimensions, doubles bit for
 * bit. One instance per thread.
 */
final class GeometryBytes {
    static final int SRID = 4326;
    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
    private final WKBReader reader = new WKBReader(FACTORY);

    byte @Nullable [] write(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return null;
        }
        Geometry stamped = geometry;
        if (geometry.getSRID() != SRID) {
            stamped = geometry.copy();
            stamped.setSRID(SRID);
        }
        return writer.write(stamped);
    }

    Geometry read(byte[] bytes) {
        try {
            return reader.read(bytes);
        } catch (ParseException e) {
            throw new IllegalStateException("the database returned a geometry that cannot be read", e);
        }
    }
}
