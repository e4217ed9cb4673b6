package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    @Test
    void aWayIsTracedWithItsProfile() throws Exception {
        Path targets = Files.writeString(folder.resolve("targets.csv"), "x,y\n500015,3300015\n");
        Path places = Files.writeString(folder.resolve("places.csv"), "x,y\n500135,3300015\n500015,3300015\n");
        Path paths = folder.resolve("paths.geojson");
        for (String direction : new String[] {"--towards", "--away"}) {
            assertThat(Engine.run(
                            "solve",
                            "walk",
                            "--elevation",
                            flat().toString(),
                            "--targets",
                            targets.toString(),
                            direction,
                            "--out",
                            folder.resolve("time.tif").toString(),
                            "--trace",
                            places.toString(),
                            "--paths",
                            paths.toString()))
                    .isZero();
            // Four steps of 30 m at 0.72 s/m; the second place is the target itself.
            assertThat(Files.readString(paths))
                    .contains("\"place\":1,\"seconds\":86.4,\"metres\":120.0,\"climbed_m\":0.0")
                    .contains("\"profile_seconds\":[0.0,21.6,43.2,64.8,86.4]")
                    .contains("\"type\":\"LineString\"")
                    .contains("\"type\":\"Point\"");
        }
    }

    @Test
    void linesOfTargetsThatAreNoPlaceAreSaidWithTheirNumbersAndNotCountedAsOutside() throws Exception {
        Path targets = Files.writeString(
                folder.resolve("targets.csv"), "x,y\n500015,3300015\nfoo,3300015\nnan,3300015\n,\n500015,9\n");
        Path out = folder.resolve("time.tif");
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(walk(out, "--targets", targets)).isZero();
            assertThat(walk(out, "--targets", targets, "--lang", "zh-CN")).isZero();
            walk(out, "--targets", folder.resolve("none.csv"));
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("line 3: 'foo' in column x is no coordinate", "line 4: 'nan'", "line 5: column x is blank")
                .contains("line 6: the point lies outside the elevation")
                .contains("第 6 行：该点在高程范围之外")
                .contains("none.csv does not exist.");
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

    /** Road at 36 km/h, wood at 3.6 km/h, a lake that nobody enters: 30 m each, half of a step at the speed of each cell. */
    @Test
    void landCoverIsCrossedAtTheSpeedOfItsClass() throws Exception {
        Path cover = grid("cover", 5, "7 7 3 9 3");
        Path speeds = Files.writeString(
                folder.resolve("speeds.csv"),
                "class,label,speed_kmh,mode\n7,road,36,MOTORIZED\n3,wood,3.6,WALKING\n9,lake,0,\n");
        Path targets = Files.writeString(folder.resolve("targets.csv"), "x,y\n500015,3300015\n");
        Path out = folder.resolve("time.tif");
        assertThat(walk(out, "--targets", targets, "--landcover", cover, "--speeds", speeds))
                .isZero();
        float[] seconds = read(out).metres();
        assertThat(seconds[1]).isCloseTo(3, within(1e-4f));
        assertThat(seconds[2]).isCloseTo(3 + 1.5f + 15, within(1e-4f));
        assertThat(seconds[3]).isNaN();
        assertThat(seconds[4]).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 7 3 9 3 | class,speed_kmh,mode;7,36,MOTORIZED;3,3.6,WALKING | cover.asc holds classes that have no row",
                "7 7 3 9 | class,speed_kmh,mode;7,36,MOTORIZED;3,3.6,WALKING;9,0, | another grid",
                "7 7 7 7 7 | class,speed_kmh,mode;7,36,FLYING | WALKING, BICYCLING, MOTORIZED or NONE",
                "7 7 7 7 7 | class,speed_kmh,mode;7,36,NONE | NONE has no speed",
                "7 7 7 7 7 | class,speed_kmh,mode;7,-3,WALKING | a speed is 0 (closed) or positive",
                "7 7 7 7 7 | class,speed_kmh,mode;7,fast,WALKING | not a number",
                "7 7 7 7 7 | class,speed_kmh,mode;7,3,WALKING;7,4,WALKING | has a row already",
                "7 7 7 7 7 | class,speed_kmh,mode;7,0,WALKING | no class has a speed",
                "7 7 7 7 7 | class,mode;7,WALKING | no column speed_kmh",
            })
    void landCoverWithoutItsSpeedsIsRefusedWithTheReason(String cells, String rows, String why) throws Exception {
        Path cover = grid("cover", cells.strip().split(" ").length, cells.strip());
        Path speeds =
                Files.writeString(folder.resolve("speeds.csv"), rows.strip().replace(';', '\n') + "\n");
        Path targets = Files.writeString(folder.resolve("targets.csv"), "x,y\n500015,3300015\n");
        Path out = folder.resolve("time.tif");
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(walk(out, "--targets", targets, "--landcover", cover, "--speeds", speeds))
                    .isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(why.strip());
        assertThat(out).doesNotExist();
    }

    private int walk(Path out, Object... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("solve", "walk", "--elevation", flat().toString()));
        Arrays.stream(options).map(Object::toString).forEach(all::add);
        all.addAll(List.of("--out", out.toString()));
        return Engine.run(all.toArray(String[]::new));
    }

    private Path grid(String name, int columns, String row) throws Exception {
        return Files.writeString(
                folder.resolve(name + ".asc"),
                "ncols " + columns + "\nnrows 1\nxllcorner 500000\nyllcorner 3300000\ncellsize 30\nNODATA_value -9999\n"
                        + row + "\n");
    }

    private Path flat() throws Exception {
        Path asc = grid("flat", 5, "1000 1000 1000 1000 1000");
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
