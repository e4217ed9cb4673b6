package org.terrace.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.CountyCrs;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.raster.ElevationFile;
import org.terrace.formats.raster.ElevationMosaic;
import org.terrace.formats.raster.ElevationReaders;
import org.terrace.formats.source.InputFile;
import org.terrace.server.store.CountyStore;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.Effect;
import org.terrace.server.store.ImportMode;
import org.terrace.server.store.LayerRevision;
import org.terrace.server.store.Origin;
import org.terrace.server.store.Rasters;
import org.terrace.server.store.StoredGrid;

/** Takes an elevation model into a county. In mode merge a further tile is put beside the ones that are there. */
@Component
final class ElevationImport {
    private final CountyStore store;
    private final Rasters rasters;
    private final ElevationCoverage coverage;

    ElevationImport(CountyStore store, Rasters rasters, ElevationCoverage coverage) {
        this.store = store;
        this.rasters = rasters;
        this.coverage = coverage;
    }

    /** The file with its system, or the question for it. */
    private record Looked(Optional<ElevationFile> file, List<Question> questions) {}

    private static Looked look(InputFile file, ImportChoices choices, Issues issues) {
        Optional<ElevationFile> read = ElevationReaders.read(file, issues);
        if (read.isEmpty()) {
            return new Looked(read, List.of());
        }
        ElevationFile grid =
                choices.crs().map(c -> read.get().withCrs(CrsFound.given(c))).orElse(read.get());
        CrsFound found = grid.crs();
        boolean open = found.crs().isEmpty()
                || found.crs().get().epsg() == 0
                || (found.how() == CrsFound.How.ASKED && !choices.acceptDefaults());
        if (!open) {
            return new Looked(Optional.of(grid), List.of());
        }
        List<String> options = new ArrayList<>();
        found.candidates().forEach(c -> options.add("EPSG:" + c.epsg()));
        return new Looked(
                Optional.of(grid),
                List.of(new Question(
                        Question.CRS,
                        options,
                        found.crs().filter(c -> c.epsg() != 0).map(c -> "EPSG:" + c.epsg()))));
    }

    ImportReport preview(String county, InputFile file, ImportChoices choices, Issues issues) {
        Looked looked = look(file, choices, issues);
        if (looked.file().isPresent() && looked.questions().isEmpty() && !issues.hasFatal()) {
            tellCoverage(county, joined(county, choices, looked.file().get(), issues), issues);
        }
        Optional<LayerRevision> before = store.newest(county).flatMap(DataVersion::elevation);
        long cells = looked.file().map(f -> (long) f.grid().frame().cells()).orElse(0L);
        Effect effect = before.isEmpty() ? new Effect(cells, 0, 0, 0) : new Effect(0, cells, 0, 0);
        return report(file, choices, looked, issues, effect, false);
    }

    Importer.Committed commit(String county, InputFile file, ImportChoices choices, String token, Issues issues) {
        Looked looked = look(file, choices, issues);
        if (looked.file().isEmpty() || !looked.questions().isEmpty() || issues.hasFatal()) {
            return new Importer.Committed(Optional.empty(), report(file, choices, looked, issues, Effect.NONE, false));
        }
        ElevationFile grid = joined(county, choices, looked.file().get(), issues);
        Crs crs = grid.crs().crs().orElseThrow();
        tellCoverage(county, grid, issues);
        if (issues.hasFatal()) {
            return new Importer.Committed(Optional.empty(), report(file, choices, looked, issues, Effect.NONE, false));
        }
        String hash = rasters.put(new StoredGrid(crs.epsg(), grid.grid()));
        boolean[] changed = {false};
        long cells = grid.grid().frame().cells();
        ImportReport[] report = new ImportReport[1];
        Optional<DataVersion> version = store.change(county, edit -> {
            boolean first = edit.county().epsg() == 0;
            if (first) {
                edit.setEpsgIfUnknown(CountyCrs.forExtent(degrees(grid, crs)).epsg());
            }
            changed[0] = edit.elevation(
                    hash,
                    cells,
                    new Origin(
                            file.name(), crs.name("en"), grid.crs().how().name().toLowerCase(Locale.ROOT)));
            Effect effect = changed[0] ? new Effect(cells, 0, 0, 0) : new Effect(0, 0, 0, cells);
            report[0] = report(file, choices, looked, issues, effect, !changed[0]);
            edit.record(Importer.record(report[0], token, edit));
        });
        return new Importer.Committed(version, report[0]);
    }

    private void tellCoverage(String county, ElevationFile grid, Issues issues) {
        coverage.issue(county, grid.name(), grid.grid(), grid.crs().crs().orElseThrow())
                .ifPresent(issues::report);
    }

    private ElevationFile joined(String county, ImportChoices choices, ElevationFile grid, Issues issues) {
        Optional<LayerRevision> before = store.newest(county).flatMap(DataVersion::elevation);
        if (before.isEmpty() || choices.mode().orElse(ImportMode.REPLACE) != ImportMode.MERGE) {
            return grid;
        }
        StoredGrid old = rasters.get(before.get().contentHash());
        ElevationFile there = new ElevationFile(
                grid.name(), grid.format(), old.grid(), CrsFound.given(Crs.epsg(old.epsg())), grid.verticalDatum());
        return ElevationMosaic.of(grid.name(), List.of(grid, there), issues)
                .map(m -> m.withCrs(grid.crs()))
                .orElse(grid);
    }

    private static Envelope degrees(ElevationFile grid, Crs crs) {
        Envelope e = grid.grid().frame().envelope();
        double[] xy = {e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY()};
        CoordinateTransform.between(crs, Crs.WGS84).apply(xy);
        return new Envelope(xy[0], xy[2], xy[1], xy[3]);
    }

    private static ImportReport report(
            InputFile file, ImportChoices choices, Looked looked, Issues issues, Effect effect, boolean same) {
        List<ImportReport.Layer> layers = looked.file()
                .map(f -> List.of(new ImportReport.Layer(
                        "",
                        List.of(LayerRevision.ELEVATION),
                        f.grid().frame().cells(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(f.crs()),
                        Optional.empty(),
                        List.of())))
                .orElse(List.of());
        return new ImportReport(
                file.name(),
                looked.file().map(ElevationFile::format).orElse(""),
                choices.mode().orElse(ImportMode.REPLACE),
                layers,
                looked.questions(),
                issues,
                looked.file().isPresent() ? Map.of(LayerRevision.ELEVATION, effect) : Map.of(),
                same,
                0,
                Optional.empty());
    }
}
