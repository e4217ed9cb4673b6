package org.terrace.formats.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.geotools.referencing.GeodeticCalculator;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.terrace.formats.ReadAll;
import org.terrace.formats.RealData;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;

/** The OSM extract of Andorra against what two independent programs found in it. */
final class AndorraTest {
    private static final Set<String> HARD =
            Set.of("asphalt", "paved", "paving_stones", "sett", "chipseal", "cobblestone", "unhewn_cobblestone");

    private static ReadAll read(String... layers) {
        ReadAll all = ReadAll.of(
                RealData.file("andorra/andorra-2025-01-19.osm.pbf"),
                layers.length == 0
                        ? ReadOptions.defaults()
                        : ReadOptions.defaults().withLayers(layers));
        assertThat(all.issues.hasFatal()).isFalse();
        return all;
    }

    @Test
    void everyHighwayWayIsThereWithItsTags() {
        ReadAll all = read("highway");
        assertThat(all.features).hasSize(7763);
        assertThat(all.features.stream().filter(f -> f.attributes().containsKey("surface")))
                .hasSize(2068);
        assertThat(all.features.stream().map(f -> f.attributes().get("osm_id"))).doesNotHaveDuplicates();
    }

    /** Lengths on the ellipsoid by highway class and surface, within 0.1 % or 10 cm (the table is rounded to 0.1 m). */
    @Test
    void roadLengthsByClassEqualTheReference() throws Exception {
        Map<String, Double> lengths = new TreeMap<>();
        Map<String, Double> byClass = new TreeMap<>();
        int areas = 0;
        GeodeticCalculator geodesic = new GeodeticCalculator();
        for (RawFeature road : read("highway").features) {
            if ("yes".equals(road.attributes().get("area"))) {
                areas++;
                continue;
            }
            double metres = 0;
            Coordinate[] c = road.geometry().orElseThrow().getCoordinates();
            for (int i = 1; i < c.length; i++) {
                geodesic.setStartingGeographicPoint(c[i - 1].x, c[i - 1].y);
                geodesic.setDestinationGeographicPoint(c[i].x, c[i].y);
                metres += geodesic.getOrthodromicDistance();
            }
            String surface = String.valueOf(road.attributes().getOrDefault("surface", ""));
            boolean hard = HARD.contains(surface) || surface.startsWith("concrete");
            String kind = surface.isEmpty() ? "untagged" : hard ? "hard" : "soft or other";
            lengths.merge(road.attributes().get("highway") + "," + kind, metres, Double::sum);
            byClass.merge(String.valueOf(road.attributes().get("highway")), metres, Double::sum);
        }
        Map<String, Double> expected = new TreeMap<>();
        Map<String, Double> expectedByClass = new TreeMap<>();
        for (String line : Files.readAllLines(RealData.file("andorra/expected/road_length_by_class.csv"))) {
            String[] cells = line.split(",");
            if (!cells[0].equals("highway")) {
                String kind = cells[1].equals("soft") || cells[1].equals("other") ? "soft or other" : cells[1];
                expected.merge(cells[0] + "," + kind, Double.parseDouble(cells[3]), Double::sum);
                expectedByClass.merge(cells[0], Double.parseDouble(cells[3]), Double::sum);
            }
        }
        System.out.println("areas " + areas);
        byClass.keySet().retainAll(expectedByClass.keySet());
        expectedByClass.forEach(
                (k, metres) -> assertThat(byClass.get(k)).as(k).isCloseTo(metres, within(0.1 + metres / 1000)));
        expected.forEach(
                (k, metres) -> assertThat(lengths.get(k)).as(k).isCloseTo(metres, within(0.1 + metres / 1000)));
    }

    /** area_id is libosmium's number; the centroid in a metric system is where the reference measured from. */
    @Test
    void everyReferenceBuildingIsFoundByItsAreaIdAtItsCentroid() throws Exception {
        Map<String, Geometry> buildings = new HashMap<>();
        for (RawFeature f : read("building").features) {
            buildings.put(
                    String.valueOf(f.attributes().get("area_id")), f.geometry().orElseThrow());
        }
        CoordinateTransform toMetres = CoordinateTransform.between(Crs.WGS84, Crs.epsg(25831));
        CoordinateTransform back = CoordinateTransform.between(Crs.epsg(25831), Crs.WGS84);
        List<String> lines = Files.readAllLines(RealData.file("andorra/expected/building_access_reference.csv"));
        Set<String> missing = new TreeSet<>();
        double worst = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Geometry building = buildings.get(cells[0]);
            if (building == null) {
                missing.add(cells[0]);
                continue;
            }
            Point centre = toMetres.apply(building).getCentroid();
            double[] lonLat = back.point(centre.getX(), centre.getY());
            worst = Math.max(worst, Math.abs(lonLat[0] - Double.parseDouble(cells[1])));
            worst = Math.max(worst, Math.abs(lonLat[1] - Double.parseDouble(cells[2])));
        }
        Set<String> courtyards = memberWaysOfBuildingRelations();
        assertThat(courtyards).containsAll(missing);
        assertThat(missing).hasSize(27);
        assertThat(worst).isLessThan(1e-6);
        assertThat(lines).hasSize(7411);
        System.out.println("buildings read: " + buildings.size() + ", worst centroid difference " + worst + " degrees");
    }

    /** Areas of closed ways that are members of building relations: gardens in courtyards, which the reference took along. */
    private static Set<String> memberWaysOfBuildingRelations() throws Exception {
        Set<String> ways = new TreeSet<>();
        try (PbfBlocks blocks = PbfBlocks.open(RealData.file("andorra/andorra-2025-01-19.osm.pbf"))) {
            for (PbfBlocks.Block block : blocks.data()) {
                OsmContent content = new OsmContent(blocks.read(block));
                content.groups().stream()
                        .flatMap(g -> g.getRelationsList().stream())
                        .filter(r -> content.tags(r).containsKey("building"))
                        .forEach(r -> java.util.Arrays.stream(OsmContent.memberWays(r))
                                .forEach(w -> ways.add("a" + 2 * w)));
            }
        }
        return ways;
    }

    @Test
    void theOtherLayersAreThere() {
        ReadAll all = read();
        Map<String, Integer> counts = new TreeMap<>();
        all.features.forEach(f -> counts.merge(f.place().layer(), 1, Integer::sum));
        System.out.println(counts + " " + all.issues.counts());
        assertThat(counts).containsKeys("power_line", "power_point", "water_point", "waterway", "place", "boundary");
        assertThat(all.of("boundary").stream()
                        .filter(f -> "7".equals(f.attributes().get("admin_level"))))
                .as("parishes")
                .hasSize(7);
    }
}
