package org.terrace.formats.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrace.region.LayerKind;

/** Every file of the sample county through the profile that its import list names. */
final class SampleCountyTest {
    private static MappingRun run(String file, LayerKind kind, String profile, int epsg) throws Exception {
        Path path = MappingRun.data("sample/" + file);
        Assumptions.assumeTrue(path.toFile().exists(), "no sample county");
        return MappingRun.of(path, profile, kind, epsg, 4543);
    }

    @ParameterizedTest
    @CsvSource({
        "admin-units.csv, ADMIN_UNIT, admin-units, 4326",
        "boundaries.geojson, ADMIN_BOUNDARY, terrace, 4326",
        "roads.gpkg, ROAD_SEGMENT, terrace, 4543",
        "watercourses.geojson, WATERCOURSE, terrace, 4326",
        "water-works.csv, WATER_FACILITY, water-works, 4326",
        "pipes.geojson, PIPE, terrace, 4326",
        "transformers.xlsx, POWER_FACILITY, transformers, 4326",
        "power-lines.geojson, POWER_LINE, terrace, 4326",
        "households.csv, HOUSEHOLD, official-household-record, 4326",
        "plots.gpkg, PLOT, terrace, 4543",
        "constraint-areas.geojson, CONSTRAINT_AREA, terrace, 4326",
        "facilities.csv, FACILITY, facilities, 4326",
        "projects.xlsx, PROJECT, county-projects, 4326"
    })
    void goesInAlmostWhole(String file, LayerKind kind, String profile, int epsg) throws Exception {
        MappingRun run = run(file, kind, profile, epsg);
        int rows = run.of(kind).size() + run.rejected.size();
        System.out.println(
                file + ": " + run.of(kind).size() + " in, " + run.rejected.size() + " rejected " + run.issues.counts());
        assertThat(run.issues.hasFatal()).isFalse();
        assertThat(run.rejected.size()).isLessThanOrEqualTo(1 + rows / 20);
        assertThat(run.table(kind).size()).isPositive();
    }

    @Test
    void distancesInKilometresAndMoneyInTenThousandsAreConverted() throws Exception {
        MappingRun households = run("households.csv", LayerKind.HOUSEHOLD, "official-household-record", 4326);
        assertThat(households.of(LayerKind.HOUSEHOLD).get(0).number("declared_road_distance_m"))
                .isEqualTo(100);
        MappingRun projects = run("projects.xlsx", LayerKind.PROJECT, "county-projects", 4326);
        assertThat(projects.of(LayerKind.PROJECT).get(0).number("cost_yuan")).isEqualTo(231_000);
        assertThat(projects.of(LayerKind.PROJECT).get(0).text("kind")).isEqualTo("water");
    }
}
