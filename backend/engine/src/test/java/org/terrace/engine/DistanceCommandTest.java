package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.formats.RealData;

class DistanceCommandTest {
    @TempDir
    Path folder;

    @Test
    void measuresOnAPlainFileInTheGivenSystem() throws Exception {
        Path points = Files.writeString(folder.resolve("points.csv"), "id,lon,lat\nhome,102.36,29.23\n");
        // At 29 degrees north 0.01 degree of latitude is 1,108.5 m and 0.001 is 110.9 m on the ellipsoid.
        Path roads = Files.writeString(folder.resolve("roads.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"a","road_class":"village","surface":"cement"},
                 "geometry":{"type":"LineString","coordinates":[[102.30,29.24],[102.40,29.24]]}},
                {"type":"Feature","properties":{"code":"b","road_class":"track","surface":"earth"},
                 "geometry":{"type":"LineString","coordinates":[[102.30,29.231],[102.40,29.231]]}}]}
                """);
        // A straight line in the plane lies up to 3 m off the parallel over 10 km.
        assertThat(distance(points, roads, "hard", 4543).get("home")).isCloseTo(1108.5, within(4.0));
        assertThat(distance(points, roads, "driveable", 4543).get("home")).isCloseTo(110.9, within(4.0));
    }

    @ParameterizedTest
    @CsvSource({"driveable, dist_driveable_m", "hard, dist_hard_tagged_m"})
    void equalsTheReferenceDistancesOfEveryBuildingOfAndorra(String surface, String column) throws Exception {
        Path pbf = RealData.file("andorra/andorra-2025-01-19.osm.pbf");
        List<String> lines = Files.readAllLines(RealData.file("andorra/expected/building_access_reference.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        StringBuilder csv = new StringBuilder("id,lon,lat\n");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            csv.append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append(',')
                    .append(cells[2])
                    .append('\n');
        }
        Path points = Files.writeString(folder.resolve("points.csv"), csv);
        Map<String, Double> ours = distance(points, pbf, surface, 25831);
        assertThat(ours).hasSize(7_410);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            // The reference is printed to the centimetre, its coordinates to 1e-7 degree (1.1 cm).
            assertThat(ours.get(cells[0]))
                    .as(cells[0])
                    .isCloseTo(Double.parseDouble(cells[header.indexOf(column)]), within(0.02));
        }
    }

    @Test
    void aMissingFileAMissingColumnAndASystemInDegreesAreRefusedWithTheReason() throws Exception {
        Path points = Files.writeString(folder.resolve("points.csv"), "name,lon,lat\nhome,102.36,29.23\n");
        assertThat(run(points, folder.resolve("nowhere.gpkg"), "hard", "EPSG:4543"))
                .isEqualTo(1);
        assertThat(run(points, points, "hard", "EPSG:4543")).isEqualTo(1);
        assertThat(run(points, points, "hard", "EPSG:4326")).isEqualTo(1);
        assertThat(Engine.run("solve", "distance")).as("usage").isEqualTo(2);
    }

    private Map<String, Double> distance(Path points, Path roads, String surface, int epsg) throws Exception {
        assertThat(run(points, roads, surface, "EPSG:" + epsg)).isZero();
        Map<String, Double> found = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("out.csv"))) {
            String[] cells = line.split(",");
            if (!cells[0].equals("id")) {
                found.put(cells[0], Double.parseDouble(cells[1]));
            }
        }
        return found;
    }

    private int run(Path points, Path roads, String surface, String crs) {
        return Engine.run(
                "solve",
                "distance",
                "--points",
                points.toString(),
                "--roads",
                roads.toString(),
                "--surface",
                surface,
                "--crs",
                crs,
                "--out",
                folder.resolve("out.csv").toString());
    }
}
