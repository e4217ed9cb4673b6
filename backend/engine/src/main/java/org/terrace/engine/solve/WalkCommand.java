package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.engine.RefusedException;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.raster.GeoTiffGridWriter;
import org.terrace.terrain.Barriers;
import org.terrace.terrain.Directions;
import org.terrace.terrain.Langmuir;
import org.terrace.terrain.Tobler;
import org.terrace.terrain.WalkingModel;
import org.terrace.terrain.WalkingSurface;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walking time over terrain from or to the nearest of some targets, as a grid. */
@Command(
        name = "walk",
        description = "Least walking time in seconds to or from the nearest target, on the grid of an elevation model")
public final class WalkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--elevation", required = true, paramLabel = "DEM", description = "in metres east and north")
    private Path elevation = Path.of("");

    @Option(
            names = "--targets",
            required = true,
            paramLabel = "CSV",
            description = "x, y in the system of the elevation, or lon, lat")
    private Path targets = Path.of("");

    @Option(
            names = "--model",
            defaultValue = "standard",
            paramLabel = "langmuir|tobler|standard",
            description = "langmuir: as r.walk; tobler: hiking function; standard: langmuir, at most 6 km/h")
    private String model = "standard";

    @Option(names = "--directions", defaultValue = "8", paramLabel = "8|16", description = "steps from a cell")
    private int directions = 8;

    @Option(names = "--towards", description = "from everywhere to the targets")
    private boolean towards;

    @Option(names = "--away", description = "from the targets to everywhere, as r.walk (default)")
    private boolean away;

    @Option(
            names = "--coefficients",
            paramLabel = "a,b,c,d",
            split = ",",
            description = "of langmuir and standard (default: 0.72,6,1.9998,-1.9998)")
    private double[] coefficients = {};

    @Option(
            names = "--slope-factor",
            defaultValue = "-0.2125",
            paramLabel = "N",
            description = "slope at which a descent turns steep")
    private double slopeFactor = -0.2125;

    @Option(names = "--off-path", description = "tobler: 0.6 of the speed")
    private boolean offPath;

    @Option(
            names = "--friction",
            paramLabel = "GRID",
            description = "friction by cell, on the same grid; void closes a cell")
    private Path friction = Path.of("");

    @Option(
            names = "--lambda",
            defaultValue = "1",
            paramLabel = "N",
            description = "seconds per metre and unit of friction (default: ${DEFAULT-VALUE})")
    private double lambda = 1;

    @Option(
            names = "--landcover",
            paramLabel = "GRID",
            description = "classes of land cover and roads by cell, on the same grid; void closes a cell")
    private Path landCover = Path.of("");

    @Option(
            names = "--speeds",
            paramLabel = "TABLE",
            description = "of --landcover: CSV or XLSX with class, speed_kmh on the flat (0 closes), and mode: "
                    + "WALKING (slopes as --model), BICYCLING (same power on every slope), MOTORIZED (any slope)")
    private Path speeds = Path.of("");

    @Option(names = "--barriers", paramLabel = "FILE", description = "lines that nobody crosses, such as rivers")
    private Path barriers = Path.of("");

    @Option(names = "--crossings", paramLabel = "FILE", description = "lines that lead over barriers, such as bridges")
    private Path crossings = Path.of("");

    @Option(
            names = "--trace",
            paramLabel = "CSV",
            description = "places, as --targets, whose ways are written to --paths")
    private Path trace = Path.of("");

    @Option(
            names = "--paths",
            paramLabel = "GEOJSON",
            description = "the ways of --trace: lines with seconds, metres, climb and profile")
    private Path paths = Path.of("");

    @Option(names = "--limit", paramLabel = "SECONDS", description = "leave out what is farther")
    private double limit = Double.POSITIVE_INFINITY;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "TIF",
            description = "seconds, Float64; void where no way leads")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (towards && away) {
            throw new RefusedException("--towards or --away, not both");
        }
        if (trace.toString().isEmpty() != paths.toString().isEmpty()) {
            throw new RefusedException("--trace and --paths belong together");
        }
        Elevation ground = Elevation.read(elevation);
        Crs crs = ground.requiredCrs();
        Targets to = Targets.read(targets, ground);
        WalkingSurface surface = surface(ground);
        double[] seconds = surface.seconds(to.cells(), new double[to.cells().length], towards, limit, () -> {});
        GeoTiffGridWriter.write(ground.grid().frame(), seconds, crs, out);
        report(seconds, to);
        if (!trace.toString().isEmpty()) {
            Targets places = Targets.read(trace, ground);
            int found = new TracedPaths(surface, ground, seconds, towards).write(places, paths);
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d ways traced of %,d places (%,d outside the elevation)",
                            found,
                            places.cells().length,
                            places.outside()));
        }
        return 0;
    }

    private WalkingSurface surface(Elevation ground) {
        WalkingSurface.Builder builder;
        try {
            builder = WalkingSurface.over(ground.grid(), model(), Directions.of(directions));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
        if (!friction.toString().isEmpty()) {
            builder.paces(paces(ground));
        }
        if (landCover.toString().isEmpty() != speeds.toString().isEmpty()) {
            throw new RefusedException("--landcover and --speeds belong together");
        }
        if (!landCover.toString().isEmpty()) {
            builder.ground(SpeedTable.read(speeds, model()).over(landCover, ground));
        }
        if (!barriers.toString().isEmpty()) {
            builder.barriers(new Barriers(
                    lines(barriers, ground), crossings.toString().isEmpty() ? List.of() : lines(crossings, ground)));
        }
        return builder.build();
    }

    private WalkingModel model() {
        if (coefficients.length != 0 && coefficients.length != 4) {
            throw new RefusedException("--coefficients takes four numbers a,b,c,d, not " + coefficients.length);
        }
        Langmuir usual = Langmuir.R_WALK;
        double[] c =
                coefficients.length == 4 ? coefficients : new double[] {usual.a(), usual.b(), usual.c(), usual.d()};
        Langmuir langmuir = new Langmuir(c[0], c[1], c[2], c[3], slopeFactor, usual.fastestMPerS());
        return switch (model.toLowerCase(Locale.ROOT)) {
            case "langmuir" -> langmuir;
            case "standard" -> langmuir.notFasterThan(Langmuir.CAPPED.fastestMPerS());
            case "tobler" -> offPath ? Tobler.OFF_PATH : Tobler.ON_PATH;
            default -> throw new RefusedException("--model " + model + ": langmuir, tobler or standard");
        };
    }

    private float[] paces(Elevation ground) {
        float[] paces = SameGrid.read(friction, ground);
        for (int i = 0; i < paces.length; i++) {
            if (paces[i] < 0) {
                throw new RefusedException(friction + ": friction " + paces[i] + " is negative");
            }
            paces[i] *= (float) lambda;
        }
        return paces;
    }

    private static List<Geometry> lines(Path file, Elevation ground) {
        Crs crs = ground.crs()
                .orElseThrow(() ->
                        new RefusedException("the elevation has no coordinate system: lines cannot be laid over it"));
        return new ArrayList<>(Roads.read(file, crs, Roads.Surface.ALL));
    }

    private void report(double[] seconds, Targets to) {
        long reached = 0;
        double longest = 0;
        for (double s : seconds) {
            if (!Double.isNaN(s)) {
                reached++;
                longest = Math.max(longest, s);
            }
        }
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%,d targets (%,d outside the elevation), %,d of %,d cells reached, longest %.0f s",
                        to.cells().length,
                        to.outside(),
                        reached,
                        seconds.length,
                        longest));
    }
}
