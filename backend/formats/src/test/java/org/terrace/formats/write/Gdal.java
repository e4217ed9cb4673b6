package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calls GDAL's programs as an independent reader; tests are skipped where they are not installed. */
final class Gdal {
    /** What a program printed and how it ended. */
    record Run(int status, String output) {}

    private Gdal() {}

    /** The table as CSV lines, read and written by ogr2ogr. */
    static List<String> csv(Path file, String layer, Path folder, String... options) throws Exception {
        Path target = Files.createTempFile(folder, "gdal", ".csv");
        Files.delete(target);
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "CSV", target.toString(), file.toString()));
        command.addAll(List.of(layer, "-lco", "STRING_QUOTING=IF_NEEDED"));
        command.addAll(Arrays.asList(options));
        Run run = run(command);
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContainIgnoringCase("warning").doesNotContainIgnoringCase("error");
        return Files.readAllLines(target, StandardCharsets.UTF_8);
    }

    static String info(Path file, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", file.toString()));
        command.addAll(Arrays.asList(options));
        Run run = run(command);
        assertThat(run.status()).as(run.output()).isZero();
        return run.output();
    }

    /** Runs a statement that changes the file. */
    static Run edit(Path file, String sql) throws Exception {
        return run(List.of("ogrinfo", file.toString(), "-sql", sql));
    }

    /** The OGC checks of GDAL's Python samples. */
    static Run validateGeoPackage(Path file) throws Exception {
        Run there = run(List.of("python3", "-c", "import osgeo_utils.samples.validate_gpkg"));
        String python = there.status() == 0 ? "python3" : "/usr/bin/python3";
        Run again = run(List.of(python, "-c", "import osgeo_utils.samples.validate_gpkg"));
        assumeTrue(again.status() == 0, "no validate_gpkg of python3-gdal on this machine");
        return run(List.of(python, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", file.toString()));
    }

    private static Run run(List<String> command) throws Exception {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            process = builder.start();
        } catch (IOException e) {
            assumeTrue(false, "no " + command.get(0) + " on this machine");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
