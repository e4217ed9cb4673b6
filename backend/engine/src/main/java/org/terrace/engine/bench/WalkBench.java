package org.terrace.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.raster.ElevationReaders;
import org.terrace.formats.raster.GeoTiffGridWriter;
import org.terrace.formats.source.InputFile;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.terrain.Directions;
import org.terrace.terrain.Langmuir;
import org.terrace.terrain.WalkingSurface;

/**
 * Walking time from 60 places over 4,000,000 cells of mountains, in 8 and 16 directions: in memory, and from file to file as the
 * command does it, start of its JVM included, against GRASS {@code r.walk} in the same run where GRASS is installed. Both answers are compared on every cell: a fast wrong one does not
 * count.
 */
final class WalkBench implements Bench {
    private static final int SIDE = 2_000;
    private static final int TARGETS = 60;

    @Override
    public String name() {
        return "walk";
    }

    @Override
    public List<Row> run() throws Exception {
        ElevationGrid grid = mountains();
        int[] targets = targets();
        List<Row> rows = new ArrayList<>();
        Path folder = Files.createTempDirectory("terrace-bench");
        try {
            Path dem = folder.resolve("dem.tif");
            GeoTiffGridWriter.write(grid, Crs.epsg(32648), dem);
            for (Directions directions : Directions.values()) {
                rows.addAll(rows(grid, targets, directions, dem, folder));
            }
        } finally {
            Folders.delete(folder);
        }
        return rows;
    }

    private static List<Row> rows(ElevationGrid grid, int[] targets, Directions directions, Path dem, Path folder)
            throws Exception {
        String what =
                String.format(Locale.ROOT, "walking time, %,d cells, %d directions", SIDE * SIDE, directions.count());
        Measured<double[]> inMemory = Measured.median(() -> seconds(grid, targets, directions));
        Path out = folder.resolve("time.tif");
        Path csv = targetsFile(folder, grid.frame(), targets);
        Measured<Path> fromFile = Measured.median(1, 5, () -> {
            OwnCommand.run(
                    "solve",
                    "walk",
                    "--elevation",
                    dem.toString(),
                    "--targets",
                    csv.toString(),
                    "--model",
                    "langmuir",
                    "--directions",
                    Integer.toString(directions.count()),
                    "--out",
                    out.toString());
            return out;
        });
        checkSame(inMemory.answer(), out);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(what + ", in memory", String.format(Locale.ROOT, "%.2f s", inMemory.seconds()), "", ""));
        Optional<GrassWalk> grass = GrassWalk.find(folder);
        String ours = String.format(Locale.ROOT, "%.2f s", fromFile.seconds());
        if (grass.isEmpty()) {
            rows.add(new Row(what + ", file to file", ours, "", "peer not measured: no GRASS"));
            return rows;
        }
        GrassWalk.Measured theirs = grass.get().walk(dem, grid.frame(), targets, directions.count());
        double difference = largestDifference(inMemory.answer(), theirs.seconds());
        if (!(difference < 1e-6)) {
            throw new IllegalStateException("GRASS differs by " + difference + " relative");
        }
        rows.add(new Row(
                what + ", file to file",
                ours,
                String.format(Locale.ROOT, "%.2f s", theirs.wallSeconds()),
                String.format(
                        Locale.ROOT,
                        "%.1f x GRASS r.walk (its own wall time, data imported before; ours from the start of a cold JVM), "
                                + "same to %.0e on every cell",
                        theirs.wallSeconds() / fromFile.seconds(),
                        difference)));
        return rows;
    }

    private static Path targetsFile(Path folder, GridFrame frame, int[] targets) throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int target : targets) {
            text.append(frame.centreX(target % frame.columns()))
                    .append(',')
                    .append(frame.centreY(target / frame.columns()))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("targets.csv"), text);
    }

    /** What the command wrote is what was computed in memory (read back as float32). */
    private static void checkSame(double[] seconds, Path written) {
        float[] read = ElevationReaders.read(InputFile.of(written), new Issues())
                .orElseThrow()
                .grid()
                .metres();
        for (int i = 0; i < seconds.length; i++) {
            if (Float.compare((float) seconds[i], read[i]) != 0) {
                throw new IllegalStateException(
                        "cell " + i + ": " + seconds[i] + " s in memory, " + read[i] + " written");
            }
        }
    }

    private static double largestDifference(double[] ours, float[] theirs) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            if (Double.isNaN(ours[i]) != Float.isNaN(theirs[i])) {
                return Double.POSITIVE_INFINITY;
            }
            if (!Double.isNaN(ours[i])) {
                largest = Math.max(largest, Math.abs(ours[i] - theirs[i]) / Math.max(1, ours[i]));
            }
        }
        return largest;
    }

    private static double[] seconds(ElevationGrid grid, int[] targets, Directions directions) {
        return WalkingSurface.over(grid, Langmuir.R_WALK, directions)
                .build()
                .seconds(targets, new double[targets.length], false, Double.POSITIVE_INFINITY, () -> {});
    }

    private static int[] targets() {
        SplittableRandom random = new SplittableRandom(20_261_127);
        return random.ints(TARGETS, 0, SIDE * SIDE).distinct().toArray();
    }

    /** Ridges of several wavelengths, 800 to 3,000 m, whole metres as in a usual model. */
    private static ElevationGrid mountains() {
        float[] metres = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = column * 30.0;
                double y = row * 30.0;
                double ridge = Math.sin(x / 2_900 + Math.cos(y / 5_300)) * Math.cos(y / 3_700)
                        + 0.35 * Math.sin(x / 610 + y / 970)
                        + 0.12 * Math.cos(x / 170 - y / 230);
                metres[row * SIDE + column] = Math.round(1_900 + 740 * ridge);
            }
        }
        return new ElevationGrid(new GridFrame(400_000, 3_300_000, 30, 30, SIDE, SIDE), metres);
    }
}
