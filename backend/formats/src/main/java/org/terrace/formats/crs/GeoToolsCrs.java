package org.terrace.formats.crs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.measure.Unit;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;

/** All other systems, from the EPSG database inside GeoTools (34 MB, unpacked once into a writable folder). */
final class GeoToolsCrs {
    private static final String FOLDER_PROPERTY = "EPSG-HSQL.directory";
    private static final Map<Integer, Optional<Crs>> BY_CODE = new ConcurrentHashMap<>();
    private static final Map<String, Optional<Crs>> BY_WKT = new ConcurrentHashMap<>();

    static {
        if (System.getProperty(FOLDER_PROPERTY) == null) {
            System.setProperty(FOLDER_PROPERTY, writableFolder().toString());
        }
        System.setProperty("org.geotools.referencing.forceXY", "true");
    }

    private GeoToolsCrs() {}

    /** One folder per user, so that two users of a machine never share one that only the first may write. */
    private static Path writableFolder() {
        Path folder = Path.of(
                System.getProperty("java.io.tmpdir"), "terrace-epsg-" + System.getProperty("user.name", "user"));
        try {
            Files.createDirectories(folder);
            if (Files.isWritable(folder)) {
                return folder;
            }
            return Files.createTempDirectory("terrace-epsg");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no writable folder for the EPSG database. Maybe set -D" + FOLDER_PROPERTY + "=<folder>", e);
        }
    }

    static Optional<Crs> find(int epsg) {
        return BY_CODE.computeIfAbsent(epsg, code -> {
            try {
                return Optional.of(wrap(code, CRS.decode("EPSG:" + code, true)));
            } catch (FactoryException e) {
                return Optional.empty();
            }
        });
    }

    static CoordinateReferenceSystem decode(int epsg) {
        try {
            return CRS.decode("EPSG:" + epsg, true);
        } catch (FactoryException e) {
            throw new IllegalStateException("EPSG:" + epsg + " cannot be read from the EPSG database", e);
        }
    }

    static Optional<Crs> fromWkt(String wkt) {
        return BY_WKT.computeIfAbsent(wkt, text -> {
            try {
                CoordinateReferenceSystem parsed = CRS.parseWKT(text);
                Integer code = CRS.lookupEpsgCode(parsed, true);
                return Optional.of(
                        code == null ? wrap(0, parsed) : Crs.find(code).orElseGet(() -> wrap(0, parsed)));
            } catch (FactoryException | RuntimeException e) {
                return Optional.empty();
            }
        });
    }

    /** The system of a raster or feature source that GeoTools has read. */
    static Crs of(CoordinateReferenceSystem parsed) {
        return fromWkt(parsed.toWKT()).orElseGet(() -> wrap(0, parsed));
    }

    private static Crs wrap(int epsg, CoordinateReferenceSystem crs) {
        String name = crs.getName().getCode();
        boolean geographic = crs instanceof GeographicCRS;
        Unit<?> unit = crs.getCoordinateSystem().getAxis(0).getUnit();
        boolean metres = unit != null && "m".equals(unit.toString());
        GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs);
        Envelope area = box == null
                ? new Envelope(-180, 180, -90, 90)
                : new Envelope(
                        box.getWestBoundLongitude(),
                        box.getEastBoundLongitude(),
                        box.getSouthBoundLatitude(),
                        box.getNorthBoundLatitude());
        return new Crs(epsg, name, name, geographic, metres, area, Optional.empty(), Optional.of(crs));
    }

    static MathTransform transform(Crs from, Crs to) {
        try {
            return CRS.findMathTransform(from.geoTools(), to.geoTools(), true);
        } catch (FactoryException e) {
            throw new IllegalArgumentException("no transformation from " + from + " to " + to, e);
        }
    }
}
