package org.terrace.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.region.AdminCompletion;
import org.terrace.region.Attribute;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.FeatureTableBuilder;
import org.terrace.region.GeometryKind;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;
import org.terrace.region.Region;

/** From a data version to a snapshot in the county's metric system. Sensitive attributes stay behind. */
@Component
public final class RegionLoader {
    private final DataSource database;
    private final Rasters rasters;

    RegionLoader(DataSource database, Rasters rasters) {
        this.database = database;
        this.rasters = rasters;
    }

    /** @throws IllegalArgumentException when the county has no coordinate system yet */
    public Region load(County county, DataVersion version) {
        Crs metric = Crs.epsg(county.epsg());
        Map<LayerKind, FeatureTable> tables = new EnumMap<>(LayerKind.class);
        for (LayerKind kind : LayerKind.values()) {
            version.layer(kind).ifPresent(r -> tables.put(kind, table(county.code(), kind, r.id(), metric)));
        }
        Region region = new Region(
                county.code(), county.epsg(), tables, version.elevation().map(r -> elevation(r.contentHash(), metric)));
        return HouseholdPlacement.place(AdminCompletion.complete(region));
    }

    /** One layer as recorded: households without coordinates have none. */
    public FeatureTable table(String county, LayerKind kind, long revision, Crs metric) {
        CoordinateTransform toMetric = CoordinateTransform.between(Crs.WGS84, metric);
        FeatureTableBuilder builder = new FeatureTableBuilder(kind);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // else PostgreSQL hands over all rows at once
            connection.setReadOnly(true);
            LayerTable table = new LayerTable(kind, kind.attributes(), Dialect.of(connection));
            try (PreparedStatement select = connection.prepareStatement(table.rowsAt())) {
                select.setFetchSize(2_000);
                select.setString(1, county);
                select.setLong(2, revision);
                select.setLong(3, revision);
                try (ResultSet rows = select.executeQuery()) {
                    read(kind, rows, builder, toMetric);
                }
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException("layer " + kind.id() + " of " + county + " cannot be read", e);
        }
        return builder.build();
    }

    public ElevationGrid elevation(String hash, Crs metric) {
        return rasters.inMetric(hash, metric);
    }

    private static void read(LayerKind kind, ResultSet rows, FeatureTableBuilder builder, CoordinateTransform toMetric)
            throws SQLException {
        List<Attribute> attributes = kind.attributes();
        GeometryBytes bytes = new GeometryBytes();
        int geometryColumn = 2 + attributes.size();
        while (rows.next()) {
            builder.row(rows.getString(1));
            for (int i = 0; i < attributes.size(); i++) {
                Attribute attribute = attributes.get(i);
                if (attribute.privacy() != Privacy.SENSITIVE) {
                    read(attribute, i, rows, builder);
                }
            }
            byte[] geometry = rows.getBytes(geometryColumn);
            if (geometry != null) {
                place(kind, bytes.read(geometry), builder, toMetric);
            }
        }
    }

    private static void read(Attribute attribute, int i, ResultSet rows, FeatureTableBuilder builder)
            throws SQLException {
        if (attribute.type() == Attribute.Type.NUMBER) {
            double value = rows.getDouble(2 + i);
            if (!rows.wasNull()) {
                builder.number(i, value);
            }
        } else {
            String value = rows.getString(2 + i);
            if (value != null) {
                builder.value(i, value);
            }
        }
    }

    private static void place(
            LayerKind kind, Geometry geometry, FeatureTableBuilder builder, CoordinateTransform toMetric) {
        if (geometry instanceof Point point && kind.geometry() == GeometryKind.POINT) {
            double[] xy = toMetric.point(point.getX(), point.getY());
            builder.point(xy[0], xy[1]);
        } else {
            Geometry metric = toMetric.apply(geometry);
            metric.setSRID(0);
            builder.geometry(metric);
        }
    }
}
