package org.terrace.server.tiles;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/** Ground for the pictures: an invented one with branching valleys and the real one of Andorra. */
final class Terrain {
    static final double ANDORRA_LAT = 42.5;
    static final SphericalMercator ANDORRA = new SphericalMercator(1.5);
    static final double MADE_LON = 105;
    static final double MADE_LAT = 27.5;
    static final SphericalMercator MADE = new SphericalMercator(105);

    private Terrain() {}

    /** Ridged noise of six octaves: valleys branch like a river's. 30 m cells, 36 x 30 km. */
    static ElevationGrid dendritic() {
        return MADE.grid(MADE_LON, MADE_LAT, 30, 1200, 1000, (x, y) -> {
            double height = 0;
            double amplitude = 700;
            double wave = 9000;
            double warp = 900 * noise(x / 4000, y / 4000, 91);
            for (int octave = 0; octave < 6; octave++) {
                height += amplitude * Math.sqrt(Math.abs(noise((x + warp) / wave, (y - warp) / wave, octave)) + 0.004);
                amplitude *= 0.45;
                wave *= 0.47;
            }
            return 600 + height;
        });
    }

    private static double noise(double x, double y, int seed) {
        int c = (int) Math.floor(x);
        int r = (int) Math.floor(y);
        double u = x - c;
        double v = y - r;
        double a = u * u * u * (u * (6 * u - 15) + 10);
        double b = v * v * v * (v * (6 * v - 15) + 10);
        double top = slope(c, r, seed, u, v) * (1 - a) + slope(c + 1, r, seed, u - 1, v) * a;
        double bottom = slope(c, r + 1, seed, u, v - 1) * (1 - a) + slope(c + 1, r + 1, seed, u - 1, v - 1) * a;
        return top * (1 - b) + bottom * b;
    }

    private static double slope(int c, int r, int seed, double u, double v) {
        int hash = (c * 374761393 + r * 668265263 + seed * 974634757) * 1274126177;
        hash = (hash ^ hash >>> 13) * 1103515245;
        double angle = (hash ^ hash >>> 16) * (Math.PI / (1L << 31));
        return Math.cos(angle) * u + Math.sin(angle) * v;
    }

    /** SRTM of the degree cell of Andorra, bilinear onto 80 m metric cells; empty when there is no real data here. */
    static Optional<ElevationGrid> andorra() throws IOException {
        Optional<Path> file = realData().map(d -> d.resolve("andorra/N42E001.hgt.zip")).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        int n = 1201;
        float[] metres = new float[n * n];
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file.get()))) {
            zip.getNextEntry();
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(zip));
            for (int i = 0; i < metres.length; i++) {
                short height = in.readShort();
                metres[i] = height == Short.MIN_VALUE ? Float.NaN : height;
            }
        }
        double step = 1 / 1200.0;
        ElevationGrid degrees =
                new ElevationGrid(new GridFrame(1 - step / 2, 43 + step / 2, step, step, n, n), metres);
        return Optional.of(ANDORRA.grid(1.5, 42.5, 80, 1060, 1400, (x, y) ->
                degrees.bilinear(ANDORRA.lon(x, y), ANDORRA.lat(x, y))));
    }

    private static Optional<Path> realData() {
        String named = System.getenv("TERRACE_REAL_DATA");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared/data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }
}
