package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.formats.RealData;

class RouteCommandTest {
    @TempDir
    Path folder;

    @Test
    void goesAlongTheRoadsUnderTheBridgeAndTakesThePathOnFootOnly() throws Exception {
        // A road east (1,000 m), one north from its end (1,000 m), a bridge over the first, and a path across the
        // corner.
        Path roads = Files.writeString(folder.resolve("roads.csv"), """
                code,road_class,surface,bridge,wkt
                a,village,cement,,"LINESTRING (500000 3300000, 501000 3300000)"
                b,village,earth,,"LINESTRING (501000 3300000, 501000 3301000)"
                c,county,asphalt,yes,"LINESTRING (500500 3299500, 500500 3300500)"
                d,path,earth,,"LINESTRING (500000 3300000, 501000 3301000)"
                """);
        assertThat(route(roads, "500000,3300000", "501000,3301000", "car")).isEqualTo("2000.0,0.0,0.0");
        assertThat(route(roads, "500000,3300000", "501000,3301000", "foot")).isEqualTo("1414.2,0.0,0.0");
        assertThat(route(roads, "500100,3299990", "500900,3300020", "car"))
                .as("from 10 m off the road to 20 m off it")
                .isEqualTo("800.0,10.0,20.0");
        assertThat(route(roads, "500000,3300000", "500500,3300500", "car"))
                .as("the bridge has no ramp")
                .isEmpty();
    }

    @Test
    void aPlaceFarOffTheRoadIsSaidAndAMissingStretchIsLocated() throws Exception {
        // Two roads of 1,000 m on one line, with 100 m missing between 501,000 and 501,100 east.
        Path roads = Files.writeString(folder.resolve("gap.csv"), """
                code,road_class,surface,wkt
                a,village,cement,"LINESTRING (500000 3300000, 501000 3300000)"
                b,village,cement,"LINESTRING (501100 3300000, 502100 3300000)"
                """);
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(route(roads, "500000,3303000", "501000,3300000", "car")).isEqualTo("1000.0,3000.0,0.0");
            assertThat(route(roads, "500000,3300000", "502000,3300000", "car")).isEmpty();
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("--from lies 3,000 m from the nearest road")
                .doesNotContain("--to lies")
                .contains("No way leads from --from to --to")
                .contains("1 lines of 1.0 km")
                .contains("105.01035, 29.83", "100.0 m are missing");
    }

    @Test
    void findsAWayThroughAndorra() throws Exception {
        Path pbf = RealData.file("andorra/andorra-2025-01-19.osm.pbf");
        String[] cells =
                route(pbf, "1.5218,42.5063", "1.5340,42.5560", "car", 25831).split(",");
        // Andorra la Vella to Ordino: 5.6 km in a straight line; the valley's road is longer and not twice as long.
        assertThat(Double.parseDouble(cells[0])).isBetween(5_600.0, 11_200.0);
    }

    private static String route(Path roads, String from, String to, String mode) {
        return route(roads, from, to, mode, 32648);
    }

    private static String route(Path roads, String from, String to, String mode, int epsg) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Engine.run(
                    "solve",
                    "route",
                    "--roads",
                    roads.toString(),
                    "--from",
                    from,
                    "--to",
                    to,
                    "--mode",
                    mode,
                    "--crs",
                    "EPSG:" + epsg);
        } finally {
            System.setOut(before);
        }
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        return lines.length < 2 ? "" : lines[1].strip();
    }
}
