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
import org.terrace.engine.Speech;
import org.terrace.formats.crs.Crs;
import org.terrace.network.NearestEdges;
import org.terrace.network.SegmentIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Planar distance in metres from each point to the nearest road of a surface. */
@Command(name = "distance")
public final class DistanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--points", required = true, paramLabel = "CSV", descriptionKey = "solve.help.option.points")
    private Path points = Path.of("");

    @Option(names = "--roads", required = true, paramLabel = "FILE", descriptionKey = "solve.help.option.roads")
    private Path roads = Path.of("");

    @Option(
            names = "--surface",
            defaultValue = "hard",
            paramLabel = "hard|driveable|all",
            descriptionKey = "solve.help.option.surface")
    private String surface = "hard";

    @Option(names = "--crs", required = true, paramLabel = "EPSG:n", descriptionKey = "solve.help.option.crs")
    private String crs = "";

    @Option(names = "--out", required = true, paramLabel = "CSV", descriptionKey = "solve.help.option.out_distance")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Crs metric = MetricCrs.of(crs);
        Roads.Surface wanted = surface();
        Points from = Points.read(points, metric);
        Speech.tell(spec.commandLine().getErr(), from.unplaced());
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
                .println(Speech.say(
                        "distance",
                        "points",
                        String.format(Locale.ROOT, "%,d", nearest.length),
                        "roads",
                        String.format(Locale.ROOT, "%,d", lines.size()),
                        "surface",
                        surface,
                        "crs",
                        metric));
        return 0;
    }

    private Roads.Surface surface() {
        for (Roads.Surface candidate : Roads.Surface.values()) {
            if (candidate.name().equalsIgnoreCase(surface)) {
                return candidate;
            }
        }
        throw RefusedException.of("choice", "option", "--surface", "value", surface, "choices", "hard, driveable, all");
    }
}
