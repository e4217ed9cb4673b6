package org.terrace.formats.raster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** GDAL's programs as the referee; a test is skipped where they are not installed. */
final class Gdal {
    private Gdal() {}

    static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("skipped: no " + command[0] + " on this machine");
            throw e;
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    /** Value at a point in the file's own system. */
    static double value(String file, double x, double y) throws IOException, InterruptedException {
        String said = run("gdallocationinfo", "-valonly", "-geoloc", file, Double.toString(x), Double.toString(y));
        return Double.parseDouble(said.strip().replace("nan", "NaN"));
    }
}
