package org.terrace.region;

import org.locationtech.jts.geom.GeometryFactory;

/** The one geometry factory of the core (double precision, no SRID: the CRS belongs to the {@link Region}). */
public final class Geometries {
    public static final GeometryFactory FACTORY = new GeometryFactory();

    private Geometries() {}
}
