package org.terrace.engine.solve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.terrace.engine.DataFiles;
import org.terrace.engine.RefusedException;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.mapping.Mapping;
import org.terrace.formats.mapping.MappingProfile;
import org.terrace.formats.mapping.Profiles;
import org.terrace.network.Level;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;

/** Road segments of a plain file, understood by the same mapping profiles as an import. */
final class Roads {
    /** Which segments are asked for. */
    enum Surface {
        /** Driveable and of a surface that counts as hard whoever judges: bound stone, concrete, asphalt. */
        HARD,
        /** Open to vehicles by its class. */
        DRIVEABLE,
        ALL
    }

    private static final Set<String> FOOT = Set.of("path", "other");
    private static final Set<String> HARD_SURFACES = Set.of(
            "asphalt", "cement", "paved", "paving_stones", "sett", "chipseal", "cobblestone", "unhewn_cobblestone");

    private Roads() {}

    /** The lines asked for, in the CRS of the computation. */
    static List<Geometry> read(Path file, Crs target, Surface surface) {
        return roads(file, target, surface).stream().map(Road::line).toList();
    }

    /**
     * One road of the file.
     *
     * @param level of the ground 0, of bridges above, of tunnels below it: roads of different levels do not cross
     */
    record Road(Geometry line, double level) {
        static Road of(Feature feature, Geometry line) {
            double level = Level.of(
                    feature.number("layer"),
                    feature.text("bridge").equals("yes"),
                    feature.text("tunnel").equals("yes"));
            return new Road(line, level);
        }
    }

    static List<Road> roads(Path file, Crs target, Surface surface) {
        Source source = Source.of(file, new Issues());
        Profiles profiles = profiles();
        List<Road> lines = new ArrayList<>();
        boolean understood = false;
        for (Survey.Layer layer : source.survey().layers()) {
            // A file of one layer is what the caller says; of several, only those that look like roads are.
            Optional<LayerKind> said =
                    source.survey().layers().size() == 1 ? Optional.of(LayerKind.ROAD_SEGMENT) : Optional.empty();
            Optional<MappingProfile> profile = profiles.guess(layer.name(), layer.columns(), said, Map.of())
                    .filter(p -> p.kinds(layer.name()).contains(LayerKind.ROAD_SEGMENT));
            if (profile.isEmpty() && (surface != Surface.ALL || said.isEmpty())) {
                continue;
            }
            understood = true;
            if (profile.isEmpty()) {
                source.read(
                        layer,
                        raw -> raw.geometry()
                                .filter(g -> g.getDimension() == 1)
                                .ifPresent(g -> lines.add(new Road(transform(source, layer, g, target), 0))));
                continue;
            }
            Mapping mapping = new Mapping(
                    profile.get(),
                    new Mapping.Settings(
                            source.crsOr(layer, target), layer.crs().swapped(), target, Optional.empty(), false),
                    issue -> {});
            source.read(
                    layer,
                    raw -> mapping.map(raw).features().stream()
                            .filter(f -> f.kind() == LayerKind.ROAD_SEGMENT && wanted(f, surface))
                            .forEach(f -> f.geometry().ifPresent(g -> lines.add(Road.of(f, g)))));
        }
        if (!understood) {
            throw RefusedException.of("no_roads", "file", file);
        }
        return lines;
    }

    private static Geometry transform(Source source, Survey.Layer layer, Geometry geometry, Crs target) {
        return CoordinateTransform.between(source.crsOr(layer, target), target).apply(source.straight(layer, geometry));
    }

    private static boolean wanted(Feature road, Surface surface) {
        boolean driveable = !FOOT.contains(road.text("road_class"));
        return switch (surface) {
            case ALL -> true;
            case DRIVEABLE -> driveable;
            case HARD -> driveable && HARD_SURFACES.contains(road.text("surface"));
        };
    }

    private static Profiles profiles() {
        try {
            return Profiles.load(DataFiles.folder().resolve("mappings"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
