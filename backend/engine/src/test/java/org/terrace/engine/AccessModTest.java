package org.terrace.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.terrace.engine.AccessModGround.Mode;
import org.terrace.engine.AccessModGround.Speed;
import org.terrace.formats.RealData;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.raster.ElevationReaders;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.terrain.Directions;
import org.terrace.terrain.Tobler;
import org.terrace.terrain.WalkingSurface;

/** Travel time to facilities over land cover and roads, against the demo of AccessMod 5 (see decisions/0032-accessmod.md). */
class AccessModTest {
    private static final int COLUMNS = 633;

    /** The demo's table_model__demo. */
    private static final Map<Integer, Speed> SPEEDS = Map.ofEntries(
            Map.entry(1, new Speed(2, Mode.WALKING)),
            Map.entry(2, new Speed(15, Mode.BICYCLING)),
            Map.entry(3, new Speed(2, Mode.WALKING)),
            Map.entry(4, new Speed(3, Mode.WALKING)),
            Map.entry(5, new Speed(4, Mode.WALKING)),
            Map.entry(6, new Speed(4, Mode.WALKING)),
            Map.entry(1001, new Speed(80, Mode.MOTORIZED)),
            Map.entry(1002, new Speed(80, Mode.MOTORIZED)),
            Map.entry(1003, new Speed(60, Mode.MOTORIZED)),
            Map.entry(1004, new Speed(12, Mode.BICYCLING)),
            Map.entry(1005, new Speed(10, Mode.BICYCLING)));

    private static final int[] FACILITIES = {
        cell(41, 62), cell(82, 116), cell(233, 470), cell(416, 491),
    };

    /** Two more facilities stand where AccessMod's merged land cover is void. */
    private static final int[] UNREACHABLE = {cell(301, 134), cell(55, 543)};

    private static final double LIMIT = 7200;

    @TempDir
    Path folder;

    private static int cell(int row, int column) {
        return row * COLUMNS + column;
    }

    /** Towards the facilities, 8 directions, at most two hours: every cell that AccessMod reaches, to the precision of float32. */
    @Test
    void theWalkingSurfaceEqualsAccessModOnItsOwnGround() {
        ElevationGrid dem = dem();
        int[] classes = classes();
        float[] expected = expected();
        double[] ours = towards(dem, new AccessModGround(classes, SPEEDS, false), LIMIT);
        int equal = 0;
        List<Integer> onlyTheirs = new ArrayList<>();
        for (int i = 0; i < ours.length; i++) {
            if (Float.isNaN(expected[i])) {
                assertThat(ours[i]).as("cell %d", i).isNaN();
            } else if (Double.isNaN(ours[i])) {
                onlyTheirs.add(i);
            } else {
                assertThat((float) ours[i])
                        .as("cell %d", i)
                        .isCloseTo(expected[i], within(1e-6f * Math.max(1, expected[i])));
                equal++;
            }
        }
        assertThat(equal).isEqualTo(253_620);
        // AccessMod drives onto a road without a height, because an engine does not ask for the slope; it ends there.
        assertThat(onlyTheirs).hasSize(4).allSatisfy(i -> {
            assertThat(dem.metres()[i]).isNaN();
            assertThat(classes[i]).isBetween(1001, 1003);
        });
        for (int unreachable : UNREACHABLE) {
            assertThat(classes[unreachable]).isZero();
        }
    }

    /**
     * Half the way at the speed of each cell takes at least as long as all of it at their mean speed (the harmonic mean is not above
     * the arithmetic one), most where a road at 80 km/h borders on forest at 3. AccessMod has changed to it since.
     */
    @Test
    void theMeanOfTimesIsNowhereFasterThanTheMeanOfSpeeds() {
        ElevationGrid dem = dem();
        int[] classes = classes();
        double[] bySpeed = towards(dem, new AccessModGround(classes, SPEEDS, false), Double.POSITIVE_INFINITY);
        double[] byTime = towards(dem, new AccessModGround(classes, SPEEDS, true), Double.POSITIVE_INFINITY);
        for (int i = 0; i < bySpeed.length; i++) {
            assertThat(byTime[i] < bySpeed[i] * (1 - 1e-12)).as("cell %d", i).isFalse();
        }
        Difference difference = new Difference(byTime, bySpeed, i -> bySpeed[i] <= LIMIT);
        assertThat(difference.quantile(0.5)).isCloseTo(51, within(1.0));
        assertThat(difference.quantile(0.95)).isCloseTo(419, within(2.0));
    }

    /** The command with its own bicycle, which climbs as a cyclist can and rolls down at 30 km/h instead of 84. */
    @Test
    void theCommandDiffersByItsBicycleAndItsMean() throws Exception {
        Path out = folder.resolve("time.tif");
        Path data = RealData.file("walking/accessmod");
        assertThat(Engine.run(
                        "solve",
                        "walk",
                        "--elevation",
                        data.resolve("base/DEM/dem__dem.GeoTIFF").toString(),
                        "--targets",
                        targets().toString(),
                        "--landcover",
                        data.resolve("expected/land_cover_merged__demo/land_cover_merged__demo.GeoTIFF")
                                .toString(),
                        "--speeds",
                        speeds().toString(),
                        "--model",
                        "tobler",
                        "--towards",
                        "--out",
                        out.toString()))
                .isZero();
        float[] read = read(out).metres();
        float[] expected = expected();
        double[] ours =
                IntStream.range(0, read.length).mapToDouble(i -> read[i]).toArray();
        double[] theirs = IntStream.range(0, expected.length)
                .mapToDouble(i -> expected[i])
                .toArray();
        Difference difference = new Difference(ours, theirs, i -> !Double.isNaN(theirs[i]));
        assertThat(difference.count()).isEqualTo(253_620);
        // The mean of times makes most ways a little longer; long climbs by bicycle are shorter by up to half an hour.
        assertThat(difference.quantile(0.05)).isCloseTo(-697, within(2.0));
        assertThat(difference.quantile(0.5)).isCloseTo(27, within(1.0));
        assertThat(difference.quantile(0.95)).isCloseTo(131, within(1.0));
    }

    private Path targets() throws IOException {
        GridFrame frame = dem().frame();
        String rows = IntStream.concat(IntStream.of(FACILITIES), IntStream.of(UNREACHABLE))
                .mapToObj(i -> frame.centreX(i % COLUMNS) + "," + frame.centreY(i / COLUMNS))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("facilities.csv"), "x,y\n" + rows + "\n");
    }

    private Path speeds() throws IOException {
        String rows = SPEEDS.entrySet().stream()
                .map(e -> e.getKey() + "," + e.getValue().kmh() + ","
                        + e.getValue().mode())
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("speeds.csv"), "class,speed_kmh,mode\n" + rows + "\n");
    }

    private static double[] towards(ElevationGrid dem, AccessModGround ground, double limit) {
        return WalkingSurface.over(dem, Tobler.ON_PATH, Directions.EIGHT)
                .ground(ground)
                .build()
                .seconds(FACILITIES, new double[FACILITIES.length], true, limit, () -> {});
    }

    /** 0 where the merged land cover is void. */
    private static int[] classes() {
        float[] read = read(RealData.file(
                        "walking/accessmod/expected/land_cover_merged__demo/land_cover_merged__demo.GeoTIFF"))
                .metres();
        int[] classes = new int[read.length];
        for (int i = 0; i < read.length; i++) {
            classes[i] = Float.isNaN(read[i]) ? 0 : (int) read[i];
        }
        return classes;
    }

    private static ElevationGrid dem() {
        return read(RealData.file("walking/accessmod/base/DEM/dem__dem.GeoTIFF"));
    }

    private static float[] expected() {
        return read(RealData.file("walking/accessmod/expected/cumulative_cost__demo/cumulative_cost__demo.GeoTIFF"))
                .metres();
    }

    private static ElevationGrid read(Path file) {
        Issues issues = new Issues();
        return ElevationReaders.read(InputFile.of(file), issues)
                .orElseThrow(
                        () -> new AssertionError(Arrays.toString(issues.all().toArray())))
                .grid();
    }

    /** Ours minus theirs on the cells that both reach, ascending. */
    private record Difference(double[] sorted) {
        Difference(double[] ours, double[] theirs, IntPredicate where) {
            this(IntStream.range(0, ours.length)
                    .filter(where)
                    .mapToDouble(i -> ours[i] - theirs[i])
                    .filter(d -> !Double.isNaN(d))
                    .sorted()
                    .toArray());
        }

        int count() {
            return sorted.length;
        }

        double quantile(double share) {
            return sorted[(int) (share * (sorted.length - 1))];
        }
    }
}
