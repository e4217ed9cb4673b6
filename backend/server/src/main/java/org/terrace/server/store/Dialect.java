package org.terrace.server.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The two ways in which the databases want geometry as bytes. Everything else is the same SQL. */
enum Dialect {
    H2("?", "geom"),
    POSTGRESQL("ST_GeomFromEWKB(?)", "ST_AsEWKB(geom)");

    private final String geometryParameter;
    private final String geometryColumn;

    Dialect(String geometryParameter, String geometryColumn) {
        this.geometryParameter = geometryParameter;
        this.geometryColumn = geometryColumn;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new IllegalStateException("database " + product + ". Maybe use PostgreSQL with PostGIS");
        };
    }

    String geometryParameter() {
        return geometryParameter;
    }

    String geometryColumn() {
        return geometryColumn;
    }
}
