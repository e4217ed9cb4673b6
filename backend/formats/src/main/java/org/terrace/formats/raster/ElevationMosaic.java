package org.terrace.formats.raster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * One grid from several tiles that share coordinate system, cell size and cell lattice. Nothing is resampled. Where tiles overlap
 * (SRTM neighbours share a row) the first tile that has a height counts; where none has, the mosaic is void.
 */
public final class ElevationMosaic {
    /** Shares of a cell by which a tile may lie off the common lattice: rounding of printed origins, far below any height error. */
    private static final double MAX_SHIFT_CELLS = 0.01;

    private ElevationMosaic() {}

    /**
     * @param name what to call the result
     * @param tiles at least one
     * @return empty after an issue when the tiles do not fit together
     */
    public static Optional<ElevationFile> of(String name, List<ElevationFile> tiles, IssueSink issues) {
        ElevationFile first = tiles.get(0);
        if (tiles.size() == 1) {
            return Optional.of(first);
        }
        for (ElevationFile tile : tiles) {
            Optional<String> misfit = misfit(first, tile);
            if (misfit.isPresent()) {
                issues.report(Issue.error(misfit.get(), Place.file(name))
                        .with("first", first.name())
                        .with("other", tile.name()));
                return Optional.empty();
            }
        }
        return frame(name, tiles, issues)
                .map(frame -> new ElevationFile(
                        name, first.format(), fill(frame, tiles), first.crs(), verticalDatum(name, tiles, issues)));
    }

    private static Optional<String> misfit(ElevationFile a, ElevationFile b) {
        if (!a.crs().crs().equals(b.crs().crs())) {
            return Optional.of("raster.mosaic_crs");
        }
        boolean bothKnown = a.verticalDatum().isPresent() && b.verticalDatum().isPresent();
        if (bothKnown && !a.verticalDatum().equals(b.verticalDatum())) {
            return Optional.of("raster.mosaic_vertical");
        }
        GridFrame f = a.grid().frame();
        GridFrame g = b.grid().frame();
        double driftX = Math.abs(f.cellSizeX() - g.cellSizeX()) * g.columns() / f.cellSizeX();
        double driftY = Math.abs(f.cellSizeY() - g.cellSizeY()) * g.rows() / f.cellSizeY();
        double shiftX = (g.originX() - f.originX()) / f.cellSizeX();
        double shiftY = (f.originY() - g.originY()) / f.cellSizeY();
        boolean aligned = driftX <= MAX_SHIFT_CELLS
                && driftY <= MAX_SHIFT_CELLS
                && Math.abs(shiftX - Math.rint(shiftX)) <= MAX_SHIFT_CELLS
                && Math.abs(shiftY - Math.rint(shiftY)) <= MAX_SHIFT_CELLS;
        return aligned ? Optional.empty() : Optional.of("raster.mosaic_not_aligned");
    }

    private static Optional<GridFrame> frame(String name, List<ElevationFile> tiles, IssueSink issues) {
        GridFrame f = tiles.get(0).grid().frame();
        long west = 0;
        long north = 0;
        long east = f.columns();
        long south = f.rows();
        for (ElevationFile tile : tiles) {
            GridFrame g = tile.grid().frame();
            long column = column(f, g);
            long row = row(f, g);
            west = Math.min(west, column);
            north = Math.min(north, row);
            east = Math.max(east, column + g.columns());
            south = Math.max(south, row + g.rows());
        }
        if (ElevationReaders.tooLarge(name, east - west, south - north, issues)) {
            return Optional.empty();
        }
        return Optional.of(new GridFrame(
                f.originX() + west * f.cellSizeX(),
                f.originY() - north * f.cellSizeY(),
                f.cellSizeX(),
                f.cellSizeY(),
                (int) (east - west),
                (int) (south - north)));
    }

    private static long column(GridFrame f, GridFrame g) {
        return Math.round((g.originX() - f.originX()) / f.cellSizeX());
    }

    private static long row(GridFrame f, GridFrame g) {
        return Math.round((f.originY() - g.originY()) / f.cellSizeY());
    }

    private static ElevationGrid fill(GridFrame frame, List<ElevationFile> tiles) {
        float[] metres = new float[frame.cells()];
        Arrays.fill(metres, Float.NaN);
        for (ElevationFile tile : tiles) {
            GridFrame g = tile.grid().frame();
            float[] from = tile.grid().metres();
            int firstColumn = (int) column(frame, g);
            int firstRow = (int) row(frame, g);
            for (int row = 0; row < g.rows(); row++) {
                int to = (firstRow + row) * frame.columns() + firstColumn;
                for (int column = 0; column < g.columns(); column++) {
                    if (Float.isNaN(metres[to + column])) {
                        metres[to + column] = from[row * g.columns() + column];
                    }
                }
            }
        }
        return new ElevationGrid(frame, metres);
    }

    /** Known only when all tiles say the same; a tile that says nothing may be metres off. */
    private static Optional<String> verticalDatum(String name, List<ElevationFile> tiles, IssueSink issues) {
        long known = tiles.stream().filter(t -> t.verticalDatum().isPresent()).count();
        if (known == tiles.size()) {
            return tiles.get(0).verticalDatum();
        }
        if (known > 0) {
            issues.report(Issue.warning("raster.mosaic_vertical_unknown", Place.file(name)));
        }
        return Optional.empty();
    }
}
