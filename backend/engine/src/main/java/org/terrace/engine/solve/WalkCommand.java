package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.engine.RefusedException;
import org.terrace.engine.Speech;
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
@Command(name = "walk")
public final class WalkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--elevation", required = true, paramLabel = "DEM", descriptionKey = "solve.help.option.elevation")
    private Path elevation = Path.of("");

    @Option(names = "--targets", required = true, paramLabel = "CSV", descriptionKey = "solve.help.option.targets")
    private Path targets = Path.of("");

    @Option(
            names = "--model",
            defaultValue = "standard",
            paramLabel = "langmuir|tobler|standard",
            descriptionKey = "solve.help.option.model")
    private String model = "standard";

    @Option(
            names = "--directions",
            defaultValue = "8",
            paramLabel = "8|16",
            descriptionKey = "solve.help.option.directions")
    private int directions = 8;

    @Option(names = "--towards", descriptionKey = "solve.help.option.towards")
    private boolean towards;

    @Option(names = "--away", descriptionKey = "solve.help.option.away")
    private boolean away;

    @Option(
            names = "--coefficients",
            paramLabel = "a,b,c,d",
            split = ",",
            descriptionKey = "solve.help.option.coefficients")
    private double[] coefficients = {};

    @Option(
            names = "--slope-factor",
            defaultValue = "-0.2125",
            paramLabel = "N",
            descriptionKey = "solve.help.option.slope_factor")
    private double slopeFactor = -0.2125;

    @Option(names = "--off-path", descriptionKey = "solve.help.option.off_path")
    private boolean offPath;

    @Option(names = "--friction", paramLabel = "GRID", descriptionKey = "solve.help.option.friction")
    private Path friction = Path.of("");

    @Option(names = "--lambda", defaultValue = "1", paramLabel = "N", descriptionKey = "solve.help.option.lambda")
    private double lambda = 1;

    @Option(names = "--landcover", paramLabel = "GRID", descriptionKey = "solve.help.option.landcover")
    private Path landCover = Path.of("");

    @Option(names = "--speeds", paramLabel = "TABLE", descriptionKey = "solve.help.option.speeds")
    private Path speeds = Path.of("");

    @Option(names = "--barriers", paramLabel = "FILE", descriptionKey = "solve.help.option.barriers")
    private Path barriers = Path.of("");

    @Option(names = "--crossings", paramLabel = "FILE", descriptionKey = "solve.help.option.crossings")
    private Path crossings = Path.of("");

    @Option(names = "--trace", paramLabel = "CSV", descriptionKey = "solve.help.option.trace")
    private Path trace = Path.of("");

    @Option(names = "--paths", paramLabel = "GEOJSON", descriptionKey = "solve.help.option.paths")
    private Path paths = Path.of("");

    @Option(names = "--limit", paramLabel = "SECONDS", descriptionKey = "solve.help.option.limit")
    private double limit = Double.POSITIVE_INFINITY;

    @Option(names = "--out", required = true, paramLabel = "TIF", descriptionKey = "solve.help.option.out_seconds")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (towards && away) {
            throw RefusedException.of("not_both", "first", "--towards", "second", "--away");
        }
        if (trace.toString().isEmpty() != paths.toString().isEmpty()) {
            throw RefusedException.of("together", "first", "--trace", "second", "--paths");
        }
        Elevation ground = Elevation.read(elevation);
        Crs crs = ground.requiredCrs();
        Targets to = Targets.read(targets, ground);
        Speech.tell(spec.commandLine().getErr(), to.unused());
        WalkingSurface surface = surface(ground);
        double[] seconds = surface.seconds(to.cells(), new double[to.cells().length], towards, limit, () -> {});
        GeoTiffGridWriter.write(ground.grid().frame(), seconds, crs, out);
        report(seconds, to);
        if (!trace.toString().isEmpty()) {
            Targets places = Targets.read(trace, ground);
            Speech.tell(spec.commandLine().getErr(), places.unused());
            int found = new TracedPaths(surface, ground, seconds, towards).write(places, paths);
            spec.commandLine()
                    .getOut()
                    .println(Speech.say(
                            "traced",
                            "ways",
                            number(found),
                            "places",
                            number(places.cells().length),
                            "outside",
                            number(places.outside()),
                            "unusable",
                            number(places.unusable())));
        }
        return 0;
    }

    private WalkingSurface surface(Elevation ground) {
        WalkingSurface.Builder builder;
        try {
            builder = WalkingSurface.over(ground.grid(), model(), Directions.of(directions));
        } catch (IllegalArgumentException e) {
            throw RefusedException.of("model", "detail", String.valueOf(e.getMessage()));
        }
        if (!friction.toString().isEmpty()) {
            builder.paces(paces(ground));
        }
        if (landCover.toString().isEmpty() != speeds.toString().isEmpty()) {
            throw RefusedException.of("together", "first", "--landcover", "second", "--speeds");
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
            throw RefusedException.of(
                    "how_many", "option", "--coefficients", "wanted", 4, "given", coefficients.length);
        }
        Langmuir usual = Langmuir.R_WALK;
        double[] c =
                coefficients.length == 4 ? coefficients : new double[] {usual.a(), usual.b(), usual.c(), usual.d()};
        Langmuir langmuir = new Langmuir(c[0], c[1], c[2], c[3], slopeFactor, usual.fastestMPerS());
        return switch (model.toLowerCase(Locale.ROOT)) {
            case "langmuir" -> langmuir;
            case "standard" -> langmuir.notFasterThan(Langmuir.CAPPED.fastestMPerS());
            case "tobler" -> offPath ? Tobler.OFF_PATH : Tobler.ON_PATH;
            default ->
                throw RefusedException.of(
                        "choice", "option", "--model", "value", model, "choices", "langmuir, tobler, standard");
        };
    }

    private float[] paces(Elevation ground) {
        float[] paces = SameGrid.read(friction, ground);
        for (int i = 0; i < paces.length; i++) {
            if (paces[i] < 0) {
                throw RefusedException.of("friction_negative", "file", friction, "value", paces[i]);
            }
            paces[i] *= (float) lambda;
        }
        return paces;
    }

    private static List<Geometry> lines(Path file, Elevation ground) {
        Crs crs = ground.crs().orElseThrow(() -> RefusedException.of("elevation_no_crs"));
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
                .println(Speech.say(
                        "walk",
                        "targets",
                        number(to.cells().length),
                        "outside",
                        number(to.outside()),
                        "unusable",
                        number(to.unusable()),
                        "reached",
                        number(reached),
                        "cells",
                        number(seconds.length),
                        "seconds",
                        String.format(Locale.ROOT, "%.0f", longest)));
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
