package org.terrace.formats.write;

import java.util.List;

/**
 * The tables and rows that every GeoPackage 1.3 has.
 *
 * @see "OGC 12-128r17, annexes C (tables), F.3 (R-tree) and requirement 11 (systems -1, 0 and 4326)"
 */
final class GeoPackageSchema {
    /** "GPKG". */
    static final int APPLICATION_ID = 0x47504B47;

    static final int VERSION = 10300;

    private static final String WGS84 = """
            GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
            AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
            UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
            AUTHORITY["EPSG","4326"]]""";

    private GeoPackageSchema() {}

    static List<String> tables() {
        return List.of("""
                CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
                  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
                  description TEXT)""", """
                CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
                  identifier TEXT UNIQUE, description TEXT DEFAULT '',
                  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
                  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
                  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""", """
                CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
                  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
                  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
                  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
                  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
                  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""", """
                CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
                  definition TEXT NOT NULL, scope TEXT NOT NULL,
                  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""");
    }

    /** One system of coordinates; the record's fields are the columns. */
    record System(
            String name, int id, String organization, int organizationId, String definition, String description) {}

    static List<System> systems() {
        return List.of(
                new System("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinates"),
                new System("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinates"),
                new System(
                        "WGS 84 geodetic", 4326, "EPSG", 4326, WGS84, "longitude and latitude in degrees on WGS 84"));
    }

    /** The six triggers that keep an R-tree up to date when somebody edits the table; with placeholders, see {@link #triggers}. */
    private static final List<String> TRIGGERS = List.of("""
            CREATE TRIGGER "{r}_insert" AFTER INSERT ON {t} WHEN (new.{g} NOT NULL AND NOT ST_IsEmpty(NEW.{g}))
            BEGIN {put} END""", """
            CREATE TRIGGER "{r}_update1" AFTER UPDATE OF {g} ON {t}
            WHEN OLD.{i} = NEW.{i} AND (NEW.{g} NOTNULL AND NOT ST_IsEmpty(NEW.{g})) BEGIN {put} END""", """
            CREATE TRIGGER "{r}_update2" AFTER UPDATE OF {g} ON {t}
            WHEN OLD.{i} = NEW.{i} AND (NEW.{g} ISNULL OR ST_IsEmpty(NEW.{g}))
            BEGIN DELETE FROM "{r}" WHERE id = OLD.{i}; END""", """
            CREATE TRIGGER "{r}_update3" AFTER UPDATE ON {t}
            WHEN OLD.{i} != NEW.{i} AND (NEW.{g} NOTNULL AND NOT ST_IsEmpty(NEW.{g}))
            BEGIN DELETE FROM "{r}" WHERE id = OLD.{i}; {put} END""", """
            CREATE TRIGGER "{r}_update4" AFTER UPDATE ON {t}
            WHEN OLD.{i} != NEW.{i} AND (NEW.{g} ISNULL OR ST_IsEmpty(NEW.{g}))
            BEGIN DELETE FROM "{r}" WHERE id IN (OLD.{i}, NEW.{i}); END""", """
            CREATE TRIGGER "{r}_delete" AFTER DELETE ON {t} WHEN old.{g} NOT NULL
            BEGIN DELETE FROM "{r}" WHERE id = OLD.{i}; END""");

    private static final String PUT = """
            INSERT OR REPLACE INTO "{r}" VALUES (NEW.{i}, ST_MinX(NEW.{g}), ST_MaxX(NEW.{g}), ST_MinY(NEW.{g}),
            ST_MaxY(NEW.{g}));""";

    /** @param rtree unquoted but with its quotes doubled; the others quoted */
    static List<String> triggers(String rtree, String table, String id, String geometry) {
        return TRIGGERS.stream()
                .map(t -> t.replace("{put}", PUT)
                        .replace("{i}", id)
                        .replace("{g}", geometry)
                        .replace("{r}", rtree)
                        .replace("{t}", table))
                .toList();
    }
}
