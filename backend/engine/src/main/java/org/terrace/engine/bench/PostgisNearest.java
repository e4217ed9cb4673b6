package org.terrace.engine.bench;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;

/** The peer: the same points and segments in PostGIS, both indexed and analysed, asked with {@code <->}. */
final class PostgisNearest implements AutoCloseable {
    private final Connection connection;

    private PostgisNearest(Connection connection) {
        this.connection = connection;
    }

    /** Connects to {@code TERRACE_TEST_POSTGIS_URL}; empty when it is not set. */
    static Optional<PostgisNearest> connect() throws SQLException {
        String url = System.getenv("TERRACE_TEST_POSTGIS_URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        String user = System.getenv().getOrDefault("TERRACE_TEST_POSTGIS_USER", "postgres");
        return Optional.of(new PostgisNearest(DriverManager.getConnection(url, user, "")));
    }

    void load(Scatter scatter) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists postgis");
            statement.execute("drop schema if exists terrace_bench cascade");
            statement.execute("create schema terrace_bench");
            statement.execute("create table terrace_bench.point (id int, geom geometry(Point, 4543))");
            statement.execute("create table terrace_bench.segment (id int, geom geometry(LineString, 4543))");
            copyPoints(scatter);
            copySegments(scatter);
            statement.execute("create index on terrace_bench.point using gist (geom)");
            statement.execute("create index on terrace_bench.segment using gist (geom)");
            statement.execute("vacuum analyze terrace_bench.point");
            statement.execute("vacuum analyze terrace_bench.segment");
        }
    }

    private void copyPoints(Scatter scatter) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < scatter.x.length; i++) {
            text.append(i)
                    .append("\tSRID=4543;POINT(")
                    .append(scatter.x[i])
                    .append(' ')
                    .append(scatter.y[i])
                    .append(")\n");
        }
        copy("terrace_bench.point", text);
    }

    private void copySegments(Scatter scatter) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < scatter.edges.length; i++) {
            double[] e = scatter.edges[i];
            text.append(i)
                    .append("\tSRID=4543;LINESTRING(")
                    .append(e[0])
                    .append(' ')
                    .append(e[1])
                    .append(',');
            text.append(e[2]).append(' ').append(e[3]).append(")\n");
        }
        copy("terrace_bench.segment", text);
    }

    private void copy(String table, StringBuilder text) throws Exception {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new StringReader(text.toString()));
    }

    double meanDistance() throws SQLException {
        String query = """
                select avg(nearest.d) from terrace_bench.point p cross join lateral (
                  select s.geom <-> p.geom as d from terrace_bench.segment s order by s.geom <-> p.geom limit 1) nearest""";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists terrace_bench cascade");
        }
        connection.close();
    }
}
