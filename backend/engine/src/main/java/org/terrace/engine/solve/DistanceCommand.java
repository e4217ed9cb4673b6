package org.terrace.engine.solve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.CanonicalExport;
import org.terrace.engine.RefusedException;
import org.terrace.formats.crs.Crs;
import org.terrace.network.NearestEdges;
import org.terrace.network.SegmentIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Planar distance in metres from each point to the nearest road of a surface. */
@Command(
        name = "distance",
        description = "Distance in metres from each point to the nearest road (planar, in the given system)")
public final class DistanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--points", required = true, paramLabel = "CSV", description = "id, lon, lat (or x, y)")
    private Path points = Path.of("");

    @Option(names = "--roads", required = true, paramLabel = "FILE", description = "any format that Terrace reads")
    private Path roads = Path.of("");

    @Option(
            names = "--surface",
            defaultValue = "hard",
            paramLabel = "hard|driveable|all",
            description = "which roads count (default: ${DEFAULT-VALUE})")
    private String surface = "hard";

    @Option(names = "--crs", required = true, paramLabel = "EPSG:n", description = "metric system to compute in")
    private String crs = "";

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "id,distance_m")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Crs metric = MetricCrs.of(crs);
        Roads.Surface wanted = surface();
        Points from = Points.read(points, metric);
        List<Geometry> lines = Roads.read(roads, metric, wanted);
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int i = 0; i < lines.size(); i++) {
            builder.add(i, lines.get(i));
        }
        SegmentIndex index = builder.build();
        int[] nearest = NearestEdges.of(index, from.x(), from.y());
        try (BufferedWriter csv = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            csv.write("id,distance_m\n");
            for (int i = 0; i < nearest.length; i++) {
                double distance = nearest[i] < 0 ? Double.NaN : index.distance(nearest[i], from.x()[i], from.y()[i]);
                csv.write(from.ids().get(i) + "," + CanonicalExport.number(distance, 3) + "\n");
            }
        }
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT, "%,d points, %,d roads (%s), %s", nearest.length, lines.size(), surface, metric));
        return 0;
    }

    private Roads.Surface surface() {
        for (Roads.Surface candidate : Roads.Surface.values()) {
            if (candidate.name().equalsIgnoreCase(surface)) {
                return candidate;
            }
        }
        throw new RefusedException("--surface " + surface + ": hard, driveable or all");
    }
}
