package org.terrace.server.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The PostGIS that tests were given, and a fresh database in it. */
public final class Postgis {
    private Postgis() {}

    public static Optional<String> url() {
        return Optional.ofNullable(System.getenv("TERRACE_TEST_POSTGIS_URL"));
    }

    public static String user() {
        return Optional.ofNullable(System.getenv("TERRACE_TEST_POSTGIS_USER")).orElse("postgres");
    }

    /** Creates an empty database; the test is skipped, and says so, when no PostGIS was given. @return its url */
    public static String freshDatabase(String name) {
        Assumptions.assumeTrue(url().isPresent(), "no PostGIS: TERRACE_TEST_POSTGIS_URL is not set");
        String given = url().orElseThrow();
        String database = name + "_" + ProcessHandle.current().pid();
        try (Connection connection = DriverManager.getConnection(given, user(), "");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("PostGIS at " + given + " does not answer", e);
        }
        int slash = given.lastIndexOf('/');
        return given.substring(0, slash + 1) + database;
    }
}
