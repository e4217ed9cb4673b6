package org.terrace.formats.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.Readers;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** A file through a profile, for tests. */
final class MappingRun {
    final Issues issues = new Issues();
    final List<RawFeature> rejected = new ArrayList<>();
    final Map<LayerKind, List<Feature>> features = new EnumMap<>(LayerKind.class);
    final Mapping mapping;

    private MappingRun(MappingProfile profile, int source, int county, Optional<Envelope> bounds) {
        Mapping.Settings settings = new Mapping.Settings(Crs.epsg(source), false, Crs.epsg(county), bounds, false);
        mapping = new Mapping(profile, settings, issues);
    }

    static Path data(String path) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("data/mappings"))) {
                return at.resolve("data").resolve(path);
            }
        }
        throw new AssertionError("no data folder above " + Path.of("").toAbsolutePath());
    }

    static Profiles profiles() throws Exception {
        return Profiles.load(data("mappings"));
    }

    static MappingRun of(Path file, String profile, LayerKind kind, int source, int county) throws Exception {
        MappingProfile found = profiles().find(profile, Optional.of(kind)).orElseThrow();
        return of(file, found, source, county, Optional.empty());
    }

    static MappingRun of(Path file, MappingProfile profile, int source, int county, Optional<Envelope> bounds) {
        MappingRun run = new MappingRun(profile, source, county, bounds);
        ReadOptions options = profile.position().isKnown()
                ? ReadOptions.defaults().withColumns(profile.position())
                : ReadOptions.defaults();
        Readers.read(InputFile.of(file), options, run::take, run.issues);
        run.mapping.finish();
        return run;
    }

    private void take(RawFeature raw) {
        Mapped mapped = mapping.map(raw);
        for (Feature f : mapped.features()) {
            features.computeIfAbsent(f.kind(), k -> new ArrayList<>()).add(f);
        }
        if (mapped.rejected()) {
            rejected.add(raw);
        }
    }

    List<Feature> of(LayerKind kind) {
        return features.getOrDefault(kind, List.of());
    }

    FeatureTable table(LayerKind kind) {
        return FeatureTable.of(kind, of(kind));
    }
}
