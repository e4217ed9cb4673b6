package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.terrace.formats.RealData;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.raster.ElevationReaders;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;

class WalkCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"8, grass/rwalk_8dir_s.tif", "16, grass/rwalk_16dir_s.tif"})
    void equalsGrassOnEveryCell(int directions, String expected) throws Exception {
        Path out = folder.resolve("time.tif");
        int exit = Engine.run(
                "solve",
                "walk",
                "--elevation",
                dem().toString(),
                "--targets",
                RealData.file("walking/grass/sources.csv").toString(),
                "--model",
                "langmuir",
                "--directions",
                Integer.toString(directions),
                "--away",
                "--out",
                out.toString());
        assertThat(exit).isZero();
        float[] ours = read(out).metres();
        float[] grass = read(RealData.file("walking/" + expected)).metres();
        int compared = 0;
        for (int i = 0; i < grass.length; i++) {
            assertThat(Float.isNaN(ours[i])).as("cell %d", i).isEqualTo(Float.isNaN(grass[i]));
            if (!Float.isNaN(grass[i])) {
                compared++;
                // Both were read as float32, whose own step is 6e-8.
                assertThat((double) ours[i])
                        .as("cell %d", i)
                        .isCloseTo(grass[i], within(1e-6 * Math.max(1, Math.abs(grass[i]))));
            }
        }
        assertThat(compared).isEqualTo(292_317);
    }

    @Test
    void slopeEqualsGrass() throws Exception {
        Path out = folder.resolve("slope.tif");
        assertThat(Engine.run("solve", "slope", "--elevation", dem().toString(), "--out", out.toString()))
                .isZero();
        float[] ours = read(out).metres();
        float[] grass = read(RealData.file("walking/grass/slope_deg.tif")).metres();
        int compared = 0;
        for (int i = 0; i < grass.length; i++) {
            if (!Float.isNaN(grass[i]) && !Float.isNaN(ours[i])) {
                compared++;
                assertThat((double) ours[i]).as("cell %d", i).isCloseTo(grass[i], within(0.01));
            }
        }
        assertThat(compared).isGreaterThan(280_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"langmuir", "tobler", "standard"})
    void onAFlatFieldTheTimeIsTheLengthOverTheSpeed(String model) throws Exception {
        // 5 x 1 cells of 30 m, all at 1,000 m: 120 m from the first centre to the last.
        Path dem = flat();
        Path targets = Files.writeString(folder.resolve("targets.csv"), "x,y\n500015,3300015\n");
        Path out = folder.resolve("time.tif");
        assertThat(Engine.run(
                        "solve",
                        "walk",
                        "--elevation",
                        dem.toString(),
                        "--targets",
                        targets.toString(),
                        "--model",
                        model,
                        "--out",
                        out.toString()))
                .isZero();
        // 0.72 s/m; Tobler on the flat: 6 exp(-0.175) = 5.037 km/h.
        double expected = model.equals("tobler") ? 120 / (6 * Math.exp(-0.175) / 3.6) : 120 * 0.72;
        assertThat((double) read(out).metres()[4]).isCloseTo(expected, within(1e-4));
    }

    @Test
    void badInputIsRefusedWithTheReason() throws Exception {
        Path dem = flat();
        Path far = Files.writeString(folder.resolve("far.csv"), "x,y\n1,1000\n");
        Path out = folder.resolve("time.tif");
        List<List<String>> refused = new ArrayList<>();
        refused.add(List.of("--elevation", folder.resolve("none.tif").toString(), "--targets", far.toString()));
        refused.add(List.of("--elevation", far.toString(), "--targets", far.toString()));
        refused.add(List.of("--elevation", dem.toString(), "--targets", far.toString()));
        refused.add(List.of("--elevation", dem.toString(), "--targets", far.toString(), "--model", "flying"));
        refused.add(List.of("--elevation", dem.toString(), "--targets", far.toString(), "--directions", "4"));
        for (List<String> arguments : refused) {
            List<String> all = new ArrayList<>(List.of("solve", "walk"));
            all.addAll(arguments);
            all.addAll(List.of("--out", out.toString()));
            assertThat(Engine.run(all.toArray(String[]::new)))
                    .as("%s", arguments)
                    .isEqualTo(1);
            assertThat(out).doesNotExist();
        }
    }

    private Path flat() throws Exception {
        String row = "1000 1000 1000 1000 1000\n";
        Path asc = Files.writeString(
                folder.resolve("flat.asc"),
                "ncols 5\nnrows 1\nxllcorner 500000\nyllcorner 3300000\ncellsize 30\nNODATA_value -9999\n" + row);
        Files.writeString(
                folder.resolve("flat.prj"),
                org.terrace.formats.crs.Crs.epsg(32648).wkt());
        return asc;
    }

    private static Path dem() {
        return RealData.file("walking/accessmod/base/DEM/dem__dem.GeoTIFF");
    }

    private static ElevationGrid read(Path file) {
        Issues issues = new Issues();
        return ElevationReaders.read(InputFile.of(file), issues)
                .orElseThrow(
                        () -> new AssertionError(Arrays.toString(issues.all().toArray())))
                .grid();
    }
}
