package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.engine.RefusedException;
import org.terrace.engine.Speech;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.network.Attachments;
import org.terrace.network.Network;
import org.terrace.network.Noding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The shortest way along a road network between two places. */
@Command(name = "route")
public final class RouteCommand implements Callable<Integer> {
    /** Nobody calls a walk of so far "at the road". */
    private static final double FAR_OFF_M = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--roads", required = true, paramLabel = "FILE", descriptionKey = "solve.help.option.roads")
    private Path roads = Path.of("");

    @Option(
            names = "--from",
            required = true,
            split = ",",
            paramLabel = "x,y",
            descriptionKey = "solve.help.option.place")
    private double[] from = {};

    @Option(
            names = "--to",
            required = true,
            split = ",",
            paramLabel = "x,y",
            descriptionKey = "solve.help.option.place")
    private double[] to = {};

    @Option(names = "--crs", required = true, paramLabel = "EPSG:n", descriptionKey = "solve.help.option.crs")
    private String crs = "";

    @Option(names = "--mode", defaultValue = "car", paramLabel = "car|foot", descriptionKey = "solve.help.option.mode")
    private String mode = "car";

    @Option(names = "--tolerance", defaultValue = "2", paramLabel = "M", descriptionKey = "solve.help.option.tolerance")
    private double toleranceM = 2;

    @Override
    public Integer call() throws IOException {
        Crs metric = MetricCrs.of(crs);
        Roads.Surface wanted = switch (mode.toLowerCase(Locale.ROOT)) {
            case "car" -> Roads.Surface.DRIVEABLE;
            case "foot" -> Roads.Surface.ALL;
            default -> throw RefusedException.of("choice", "option", "--mode", "value", mode, "choices", "car, foot");
        };
        List<Roads.Road> read = Roads.roads(roads, metric, wanted);
        Geometry[] lines = read.stream().map(Roads.Road::line).toArray(Geometry[]::new);
        double[] levels = read.stream().mapToDouble(Roads.Road::level).toArray();
        Network network = Noding.of(lines, levels, toleranceM).network();
        Attachments places = new Attachments(network, lines);
        Attachments.Attachment start = attach(places, from, "--from", metric);
        Attachments.Attachment end = attach(places, to, "--to", metric);
        double metres = places.route(start, end).metres();
        if (Double.isInfinite(metres)) {
            throw Apart.refused(network, lines, start.edge(), end.edge(), metric);
        }
        warn("--from", start, metric);
        warn("--to", end, metric);
        spec.commandLine().getOut().println("route_m,from_off_road_m,to_off_road_m");
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%.1f,%.1f,%.1f", metres, start.offM(), end.offM()));
        return 0;
    }

    /** A place far from every road has no route in any useful sense: it is said, with where the road is. */
    private void warn(String option, Attachments.Attachment at, Crs metric) {
        if (at.offM() > FAR_OFF_M) {
            spec.commandLine()
                    .getErr()
                    .println(Speech.say(
                            "far_off",
                            "option",
                            option,
                            "metres",
                            String.format(Locale.ROOT, "%,.0f", at.offM()),
                            "at",
                            Apart.lonLat(at.x(), at.y(), metric)));
        }
    }

    private Attachments.Attachment attach(Attachments places, double[] at, String option, Crs metric) {
        if (at.length != 2) {
            throw RefusedException.of("how_many", "option", option, "wanted", 2, "given", at.length);
        }
        String given = at[0] + "," + at[1];
        if (!Double.isFinite(at[0] + at[1])) {
            throw RefusedException.of("not_finite", "option", option, "value", given);
        }
        boolean degrees = Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
        double[] xy = degrees ? CoordinateTransform.between(Crs.WGS84, metric).point(at[0], at[1]) : at;
        if (!Double.isFinite(xy[0] + xy[1])) {
            throw RefusedException.of("outside_world", "option", option, "value", given, "crs", metric);
        }
        return places.nearest(xy[0], xy[1]).orElseThrow(() -> RefusedException.of("no_such_road", "file", roads));
    }
}
