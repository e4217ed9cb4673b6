package org.terrace.formats.crs;

import java.util.Objects;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;

/**
 * A coordinate reference system; coordinates are always x = east (longitude), y = north (latitude), whatever the registry says.
 *
 * <p>Common systems are computed by Terrace itself; for all others the EPSG database of GeoTools is opened on first need.
 */
public final class Crs {
    /** WGS 84 in degrees. */
    public static final Crs WGS84 = KnownCrs.find(4326).orElseThrow();

    private final int epsg;
    private final String nameEn;
    private final String nameZh;
    private final boolean geographic;
    private final boolean metric;
    private final Envelope areaOfUse;
    private final Optional<Projection> projection;
    private final Optional<CoordinateReferenceSystem> geoTools;

    Crs(
            int epsg,
            String nameEn,
            String nameZh,
            boolean geographic,
            boolean metric,
            Envelope areaOfUse,
            Optional<Projection> projection,
            Optional<CoordinateReferenceSystem> geoTools) {
        this.epsg = epsg;
        this.nameEn = nameEn;
        this.nameZh = nameZh;
        this.geographic = geographic;
        this.metric = metric && !geographic;
        this.areaOfUse = areaOfUse;
        this.projection = projection;
        this.geoTools = geoTools;
    }

    /** The system of a code; empty when the EPSG database does not know it. */
    public static Optional<Crs> find(int epsg) {
        return KnownCrs.find(epsg).or(() -> GeoToolsCrs.find(epsg));
    }

    /** @throws IllegalArgumentException when the code is unknown */
    public static Crs epsg(int code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no coordinate system EPSG:" + code));
    }

    /** The system of a well-known text ({@code .prj}), with its code where it can be told; empty when it is not understood. */
    public static Optional<Crs> fromWkt(String wkt) {
        return WktSignature.recognise(wkt).or(() -> GeoToolsCrs.fromWkt(wkt));
    }

    /** 0 when the system is in no registry. */
    public int epsg() {
        return epsg;
    }

    /** Name with code: {@code CGCS2000 / 3-degree Gauss-Kruger CM 102E (EPSG:4543)}. @param language en or zh-CN */
    public String name(String language) {
        String name = language.startsWith("zh") ? nameZh : nameEn;
        return epsg == 0 ? name : name + " (EPSG:" + epsg + ")";
    }

    /** True when coordinates are degrees. */
    public boolean isGeographic() {
        return geographic;
    }

    /** True when coordinates are metres and lengths in them mean something. */
    public boolean isMetric() {
        return metric && epsg != 3857;
    }

    /** Longitudes and latitudes for which the system is meant. */
    public Envelope areaOfUse() {
        return areaOfUse.copy();
    }

    /** Well-known text (version 1) for {@code .prj} files and GeoPackages. */
    public String wkt() {
        return geoTools().toWKT();
    }

    CoordinateReferenceSystem geoTools() {
        return geoTools.orElseGet(() -> GeoToolsCrs.decode(epsg));
    }

    Optional<Projection> projection() {
        return projection;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crs c
                && epsg == c.epsg
                && (epsg != 0 || (nameEn.equals(c.nameEn) && geoTools.equals(c.geoTools)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(epsg, epsg == 0 ? nameEn : "");
    }

    @Override
    public String toString() {
        return name("en");
    }
}
