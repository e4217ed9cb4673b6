package org.terrace.server.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.terrace.analysis.ClassScheme;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Field;
import org.terrace.region.ElevationGrid;
import org.terrace.server.runs.ReferenceLibrary;
import org.terrace.server.runs.Results;
import org.terrace.server.runs.Snapshot;
import org.terrace.server.runs.Snapshots;
import org.terrace.server.store.County;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataFolder;
import org.terrace.server.store.DataVersion;

/** Pictures of the ground and of fields, by web map tile. Base tiles are kept on disk: they change with the elevation model only. */
@RestController
class TileController {
    private static final Logger LOG = LoggerFactory.getLogger(TileController.class);
    private static final Derived.Key<BaseTileRenderer> BASE =
            new Derived.Key<>("server.base-tiles", BaseTileRenderer.class);
    private static final int DEEPEST = 20;

    private final CountyStore store;
    private final Snapshots snapshots;
    private final Results results;
    private final ReferenceLibrary library;
    private final DataFolder folder;

    TileController(
            CountyStore store, Snapshots snapshots, Results results, ReferenceLibrary library, DataFolder folder) {
        this.store = store;
        this.snapshots = snapshots;
        this.results = results;
        this.library = library;
        this.folder = folder;
    }

    @GetMapping("/tiles/{c}/base/{z}/{x}/{y}.png")
    ResponseEntity<byte[]> base(
            @PathVariable String c,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestParam(defaultValue = "light") String theme,
            @RequestParam(defaultValue = "1") int scale,
            @RequestParam(required = false) @Nullable String v) {
        if (!exists(z, x, y)) {
            return picture(Png.empty());
        }
        Optional<County> county = store.findCounty(c);
        Optional<DataVersion> version = county.flatMap(found -> version(found, v));
        Optional<String> hash = version.flatMap(DataVersion::elevation).map(r -> r.contentHash());
        if (county.isEmpty() || hash.isEmpty() || county.get().epsg() == 0) {
            return picture(Png.empty());
        }
        Theme colours = theme.equals("dark") ? Theme.DARK : Theme.LIGHT;
        int sharpness = scale == 2 ? 2 : 1;
        Path kept = folder.tiles()
                .resolve(hash.get().substring(0, 16) + "-" + county.get().epsg())
                .resolve(colours.name().toLowerCase(Locale.ROOT) + sharpness)
                .resolve(z + "-" + x + "-" + y + ".png");
        return picture(keptOr(kept, () -> {
            Snapshot snapshot = snapshots.load(county.get(), version.orElseThrow());
            return renderer(snapshot).render(TileFrame.tile(z, x, y, sharpness), colours);
        }));
    }

    private static boolean exists(int z, int x, int y) {
        return z >= 0 && z <= DEEPEST && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
    }

    private Optional<DataVersion> version(County county, @Nullable String v) {
        if (v == null || v.isEmpty() || !v.matches("\\d{1,18}")) {
            return store.newest(county.code());
        }
        return store.findVersion(county.code(), Long.parseLong(v));
    }

    private static BaseTileRenderer renderer(Snapshot snapshot) {
        return snapshot.derived().get(BASE, "", () -> {
            ElevationGrid grid = snapshot.region().elevation().orElseThrow();
            double[] centre = snapshot.toDegrees()
                    .point(
                            grid.frame().envelope().centre().x,
                            grid.frame().envelope().centre().y);
            return new BaseTileRenderer(ElevationPyramid.of(grid), toMetric(snapshot), centre[1]);
        });
    }

    private static ToMetric toMetric(Snapshot snapshot) {
        return lonLat -> {
            double[] xy = lonLat.clone();
            snapshot.toMetric().apply(xy);
            return xy;
        };
    }

    @GetMapping("/tiles/{c}/field/{a}/{field}/{z}/{x}/{y}.png")
    ResponseEntity<byte[]> field(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String field,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestParam(required = false) @Nullable String v) {
        Optional<Snapshot> snapshot = exists(z, x, y) ? snapshot(c, v) : Optional.empty();
        return picture(snapshot.flatMap(s -> field(s, a, field)
                        .map(f -> FieldTileRenderer.render(f, palette(f), TileFrame.tile(z, x, y, 1), toMetric(s))))
                .orElseGet(Png::empty));
    }

    private FieldPalette palette(Field field) {
        ClassScheme scheme = library.schemes().get(field.spec().scheme());
        if (scheme != null) {
            return FieldPalette.ofClasses(scheme, field.spec().codes());
        }
        return FieldPalette.ofNumbers(field);
    }

    /** {@code code} of a class, or the limits of a number: none below the lowest band or above the highest. */
    record FieldBand(
            String code, @Nullable Double from, @Nullable Double upTo, String colour) {}

    record FieldLegend(String unit, String scheme, List<FieldBand> bands) {}

    /** What the colours of a field's tiles mean; no bands where the field has not been computed. */
    @GetMapping("/api/counties/{c}/fields/{a}/{field}")
    FieldLegend legend(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable String version) {
        return snapshot(c, version)
                .flatMap(s -> field(s, a, field))
                .map(f -> new FieldLegend(
                        f.spec().unit(),
                        f.spec().scheme(),
                        palette(f).bands().stream()
                                .map(b -> new FieldBand(b.code(), known(b.from()), known(b.upTo()), b.colour()))
                                .toList()))
                .orElseGet(() -> new FieldLegend("", "", List.of()));
    }

    /** @param value a number, or the position of a class in {@code scheme}; none where the field is not known there */
    record FieldValue(@Nullable Double value, String unit, String scheme) {}

    /** What a field says of one place, as its tile shows it there. */
    @GetMapping("/api/counties/{c}/fields/{a}/{field}/at")
    FieldValue valueAt(
            @PathVariable String c,
            @PathVariable String a,
            @PathVariable String field,
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable String version) {
        Optional<Snapshot> snapshot =
                Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? snapshot(c, version) : Optional.empty();
        return snapshot.flatMap(s -> field(s, a, field).map(f -> {
                    double[] xy = s.toMetric().point(lon, lat);
                    return new FieldValue(
                            known(f.at(xy[0], xy[1])), f.spec().unit(), f.spec().scheme());
                }))
                .orElseGet(() -> new FieldValue(null, "", ""));
    }

    private static @Nullable Double known(double limit) {
        return Double.isNaN(limit) ? null : limit;
    }

    private Optional<Snapshot> snapshot(String county, @Nullable String version) {
        return store.findCounty(county)
                .filter(found -> found.epsg() != 0)
                .flatMap(found -> version(found, version).map(v -> snapshots.load(found, v)));
    }

    /** A declared field of an analysis that has a result. */
    private Optional<Field> field(Snapshot snapshot, String analysisId, String fieldId) {
        return results.find(analysisId)
                .filter(a -> a.outputs(library.reference(snapshot.county().profile())).fields().stream()
                        .anyMatch(f -> f.id().equals(fieldId)))
                .flatMap(a -> results.field(snapshot, a, fieldId));
    }

    /** A tile that cannot be kept is still shown. */
    private static byte[] keptOr(Path kept, Supplier<byte[]> draw) {
        try {
            if (Files.exists(kept)) {
                return Files.readAllBytes(kept);
            }
            byte[] drawn = draw.get();
            Files.createDirectories(kept.getParent());
            Path beside = Files.createTempFile(kept.getParent(), "tile", ".part");
            Files.write(beside, drawn);
            Files.move(beside, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return drawn;
        } catch (IOException e) {
            LOG.warn("tile {} cannot be kept", kept, e);
            return draw.get();
        }
    }

    private static ResponseEntity<byte[]> picture(byte[] png) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePrivate())
                .body(png);
    }
}
