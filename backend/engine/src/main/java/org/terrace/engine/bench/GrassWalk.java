package org.terrace.engine.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.raster.ElevationReaders;
import org.terrace.formats.source.InputFile;
import org.terrace.region.GridFrame;

/** The peer: {@code r.walk} of an installed GRASS GIS, in a location of its own; only the run of r.walk is timed. */
final class GrassWalk {
    private static final int RUNS = 3;

    private final String program;
    private final Path folder;

    private GrassWalk(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** @param wallSeconds median. @param seconds r.walk's answer, row by row from the north west */
    record Measured(double wallSeconds, float[] seconds) {}

    static Optional<GrassWalk> find(Path folder) {
        for (String path : String.valueOf(System.getenv("PATH")).split(":")) {
            if (Files.isExecutable(Path.of(path, "grass"))) {
                return Optional.of(new GrassWalk(Path.of(path, "grass").toString(), folder));
            }
        }
        return Optional.empty();
    }

    Measured walk(Path dem, GridFrame frame, int[] targets, int directions) throws Exception {
        Path location = folder.resolve("grass-" + directions);
        Path points = folder.resolve("points-" + directions + ".txt");
        Path script = folder.resolve("walk-" + directions + ".sh");
        Path out = folder.resolve("grass-" + directions + ".tif");
        Path times = folder.resolve("times-" + directions + ".txt");
        StringBuilder text = new StringBuilder();
        for (int target : targets) {
            text.append(frame.centreX(target % frame.columns()))
                    .append('|')
                    .append(frame.centreY(target / frame.columns()))
                    .append('\n');
        }
        Files.writeString(points, text);
        List<String> lines = new ArrayList<>(List.of(
                "set -e",
                "r.in.gdal -o --quiet input=" + dem + " output=dem",
                "g.region raster=dem",
                "r.mapcalc --quiet expression='friction = 0.0'",
                "v.in.ascii --quiet -n input=" + points + " output=points separator=pipe x=1 y=2 cat=0 || "
                        + "v.in.ascii --quiet input=" + points + " output=points separator=pipe x=1 y=2"));
        String knight = directions == 16 ? "-k " : "";
        for (int run = 0; run < RUNS; run++) {
            lines.add("s=$(date +%s%N)");
            lines.add("r.walk --quiet --overwrite " + knight
                    + "elevation=dem friction=friction output=time start_points=points memory=4000");
            lines.add("echo $(( $(date +%s%N) - s )) >>" + times);
        }
        lines.add(
                "r.out.gdal --quiet -f --overwrite input=time output=" + out + " format=GTiff type=Float64 nodata=-1");
        Files.writeString(script, String.join("\n", lines) + "\n");
        run(List.of(program, "-c", dem.toString(), "-e", location.toString()));
        run(List.of(program, location.resolve("PERMANENT").toString(), "--exec", "bash", script.toString()));
        double[] seconds = Files.readAllLines(times).stream()
                .mapToDouble(l -> Double.parseDouble(l.strip()) / 1e9)
                .sorted()
                .toArray();
        float[] answer = ElevationReaders.read(InputFile.of(out), new Issues())
                .orElseThrow()
                .grid()
                .metres();
        return new Measured(seconds[seconds.length / 2], answer);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }
}
