package org.terrace.engine.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.engine.RefusedException;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.network.Attachments;
import org.terrace.network.Noding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The shortest way along a road network between two places. */
@Command(
        name = "route",
        description = "Shortest way in metres along the roads between two places, both directions open")
public final class RouteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--roads", required = true, paramLabel = "FILE", description = "any format that Terrace reads")
    private Path roads = Path.of("");

    @Option(names = "--from", required = true, split = ",", paramLabel = "x,y", description = "in --crs, or lon,lat")
    private double[] from = {};

    @Option(names = "--to", required = true, split = ",", paramLabel = "x,y", description = "in --crs, or lon,lat")
    private double[] to = {};

    @Option(names = "--crs", required = true, paramLabel = "EPSG:n", description = "metric system to compute in")
    private String crs = "";

    @Option(
            names = "--mode",
            defaultValue = "car",
            paramLabel = "car|foot",
            description = "car: roads for vehicles; foot: paths too (default: ${DEFAULT-VALUE})")
    private String mode = "car";

    @Option(
            names = "--tolerance",
            defaultValue = "2",
            paramLabel = "M",
            description = "ends that fall short by so much are joined (default: ${DEFAULT-VALUE} m)")
    private double toleranceM = 2;

    @Override
    public Integer call() throws IOException {
        Crs metric = MetricCrs.of(crs);
        Roads.Surface wanted = switch (mode.toLowerCase(Locale.ROOT)) {
            case "car" -> Roads.Surface.DRIVEABLE;
            case "foot" -> Roads.Surface.ALL;
            default -> throw new RefusedException("--mode " + mode + ": car or foot");
        };
        List<Roads.Road> read = Roads.roads(roads, metric, wanted);
        Geometry[] lines = read.stream().map(Roads.Road::line).toArray(Geometry[]::new);
        double[] levels = read.stream().mapToDouble(Roads.Road::level).toArray();
        Attachments places =
                new Attachments(Noding.of(lines, levels, toleranceM).network(), lines);
        Attachments.Attachment start = attach(places, from, "--from", metric);
        Attachments.Attachment end = attach(places, to, "--to", metric);
        double metres = places.route(start, end).metres();
        if (Double.isInfinite(metres)) {
            throw new RefusedException("no way leads from the road nearest to --from to the road nearest to --to. "
                    + "Maybe an end falls short of the next road by more than --tolerance");
        }
        spec.commandLine().getOut().println("route_m,from_off_road_m,to_off_road_m");
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%.1f,%.1f,%.1f", metres, start.offM(), end.offM()));
        return 0;
    }

    private static Attachments.Attachment attach(Attachments places, double[] at, String option, Crs metric) {
        if (at.length != 2) {
            throw new RefusedException(option + " takes two numbers x,y, not " + at.length);
        }
        boolean degrees = Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
        double[] xy = degrees ? CoordinateTransform.between(Crs.WGS84, metric).point(at[0], at[1]) : at;
        return places.nearest(xy[0], xy[1])
                .orElseThrow(() -> new RefusedException("there is no road of that kind in the file"));
    }
}
