package org.terrace.formats.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.GeometryItemDistance;
import org.locationtech.jts.index.strtree.STRtree;
import org.terrace.formats.RealData;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;

/** Real files through the shipped profiles, against known answers. */
final class RealMappingTest {
    private static final Set<String> DRIVEABLE = Set.of(
            "motorway",
            "trunk",
            "primary",
            "secondary",
            "tertiary",
            "motorway_link",
            "trunk_link",
            "primary_link",
            "secondary_link",
            "tertiary_link",
            "unclassified",
            "residential",
            "living_street",
            "service",
            "track");
    private static final Set<String> HARD = Set.of(
            "asphalt", "cement", "paved", "paving_stones", "sett", "chipseal", "cobblestone", "unhewn_cobblestone");

    /** From every imported building to the nearest driveable way, in EPSG:25831 like the reference, within 2 cm. */
    @Test
    void andorraDistancesToRoadsEqualTheReference() throws Exception {
        MappingRun run = MappingRun.of(
                RealData.file("andorra/andorra-2025-01-19.osm.pbf"), "osm", LayerKind.ROAD_SEGMENT, 4326, 25831);
        System.out.println(run.issues.counts());
        run.features.forEach((k, f) -> System.out.println(k + " " + f.size()));
        assertThat(run.issues.hasFatal()).isFalse();
        STRtree driveable = new STRtree();
        STRtree hard = new STRtree();
        for (Feature road : run.of(LayerKind.ROAD_SEGMENT)) {
            if (DRIVEABLE.contains(road.text("source_class"))) {
                Geometry line = road.geometry().orElseThrow();
                driveable.insert(line.getEnvelopeInternal(), line);
                if (HARD.contains(road.text("surface"))) {
                    hard.insert(line.getEnvelopeInternal(), line);
                }
            }
        }
        Map<String, Geometry> doors = new HashMap<>();
        run.of(LayerKind.HOUSEHOLD)
                .forEach(h -> doors.put(h.code(), h.geometry().orElseThrow()));
        List<String> lines = Files.readAllLines(RealData.file("andorra/expected/building_access_reference.csv"));
        int checked = 0;
        double worst = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            long area = Long.parseLong(cells[0].substring(1));
            Geometry door = doors.get(area % 2 == 0 ? "w" + area / 2 : "r" + area / 2);
            if (door != null) {
                checked++;
                worst = Math.max(worst, Math.abs(nearest(driveable, door) - Double.parseDouble(cells[4])));
                worst = Math.max(worst, Math.abs(nearest(hard, door) - Double.parseDouble(cells[5])));
            }
        }
        System.out.println("checked " + checked + " worst " + worst);
        assertThat(checked).isEqualTo(7383);
        assertThat(worst).isLessThan(0.02);
    }

    private static double nearest(STRtree tree, Geometry door) {
        Object found = tree.nearestNeighbour(door.getEnvelopeInternal(), door, new GeometryItemDistance());
        return ((Geometry) found).distance(door);
    }

    @Test
    void ladakhsFaultsComeOutAsIssues() throws Exception {
        MappingRun roads = MappingRun.of(
                RealData.file("ladakh/Road_DRRP_Ladakh.zip"), "pmgsy-roads", LayerKind.ROAD_SEGMENT, 4326, 32643);
        assertThat(roads.issues.count("duplicate_code_numbered")).isEqualTo(1015 - 870);
        assertThat(roads.issues.count("line_crosses_itself")).isEqualTo(21);
        assertThat(roads.table(LayerKind.ROAD_SEGMENT).size()).isEqualTo(1015);
        MappingRun blocks = MappingRun.of(
                RealData.file("ladakh/Bound_Block_Ladakh"), "pmgsy-blocks", LayerKind.ADMIN_BOUNDARY, 4326, 32643);
        assertThat(blocks.issues.count("polygon_invalid")).isEqualTo(2);
        assertThat(blocks.of(LayerKind.ADMIN_BOUNDARY)).hasSize(31);
        MappingRun places = MappingRun.of(
                RealData.file("ladakh/Habitation_Ladakh"), "pmgsy-habitations", LayerKind.ADMIN_UNIT, 4326, 32643);
        MappingRun services = MappingRun.of(
                RealData.file("ladakh/Facilities_Ladakh"), "pmgsy-facilities", LayerKind.FACILITY, 4326, 32643);
        System.out.println(roads.issues.counts() + " " + blocks.issues.counts() + " " + places.issues.counts() + " "
                + places.of(LayerKind.ADMIN_UNIT).size() + " " + services.issues.counts());
        assertThat(places.of(LayerKind.ADMIN_UNIT)).hasSizeBetween(700, 729);
        assertThat(services.of(LayerKind.FACILITY)).hasSize(1003);
    }

    /** 1,639 systems of Peru: one altitude of 30,196 m, and not one source that was surveyed apart from its system. */
    @Test
    void perusWaterSystemsComeWithTheirDoubts() throws Exception {
        MappingRun run = MappingRun.of(
                RealData.file("rural-water/siasar_pe_catchments.csv"),
                "rural-water-systems",
                LayerKind.WATER_FACILITY,
                4326,
                32718);
        assertThat(run.issues.hasFatal()).isFalse();
        assertThat(run.of(LayerKind.WATER_FACILITY)).hasSize(1639);
        assertThat(run.issues.count("position_of_another")).isEqualTo(1639);
        assertThat(run.issues.count("implausible_number")).isEqualTo(1);
        assertThat(run.issues.of("implausible_number")).singleElement().satisfies(issue -> {
            assertThat(issue.place().id()).isEqualTo("1333");
            assertThat(issue.value()).isEqualTo("30196");
            assertThat(issue.words()).containsEntry("max", "9000");
        });
        assertThat(run.of(LayerKind.WATER_FACILITY))
                .filteredOn(f -> Double.isNaN(f.number("elevation_m")))
                .singleElement()
                .satisfies(f -> assertThat(f.text("name")).isEqualTo("Sistema de LLACUABAMBA"));
        // 19 sources of other kinds are 'other'; none is of a kind that nobody knows.
        assertThat(run.issues.count("unknown_value")).isZero();
    }

    /** Both forms of the survey are told by their header; the English one has 32 of the systems. */
    @Test
    void perusSurveyIsRecognisedInSpanishAndInEnglish() throws Exception {
        assertThat(recognised("rural-water/siasar_pe_catchments.csv")).contains("rural-water-systems");
        assertThat(recognised("rural-water/portawaterperu.csv")).contains("portawaterperu");
        MappingRun run = MappingRun.of(
                RealData.file("rural-water/portawaterperu.csv"),
                "portawaterperu",
                LayerKind.WATER_FACILITY,
                4326,
                32718);
        assertThat(run.of(LayerKind.WATER_FACILITY)).hasSize(32);
        assertThat(run.issues.count("position_of_another")).isEqualTo(32);
    }

    private static Optional<String> recognised(String file) throws Exception {
        try (Stream<String> lines = Files.lines(RealData.file(file))) {
            List<String> header = List.of(lines.findFirst().orElseThrow().split(","));
            return MappingRun.profiles()
                    .guess("x", header, Optional.of(LayerKind.WATER_FACILITY), Map.of())
                    .map(MappingProfile::id);
        }
    }
}
