package org.terrace.formats.raster;

import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;

/**
 * Heights brought into a metric coordinate system: each new cell centre is carried back into the source grid, whose height there
 * is interpolated bilinearly; void as soon as a source cell needed is void.
 *
 * <p>Meant for cells about as large as the source's. Much larger ones would skip source cells, not average them.
 */
public final class Resampling {
    /** Steps along one edge of an extent when it is carried into another system: its image has curved edges. */
    private static final int EDGE_STEPS = 64;

    private Resampling() {}

    /**
     * @param target a metric system
     * @param cellSizeM side of the square cells; empty for about the size of the file's own cells
     * @param extent in the target system; empty for all of the file
     * @throws IllegalArgumentException if the file's system is not known, the target is not metric, the file does not meet the
     *     extent, or the grid would be too large
     */
    public static ElevationGrid toMetric(
            ElevationFile file, Crs target, OptionalDouble cellSizeM, Optional<Envelope> extent) {
        Crs source = file.crs()
                .crs()
                .orElseThrow(() -> new IllegalArgumentException(file.name() + " has no coordinate system"));
        if (!target.isMetric()) {
            throw new IllegalArgumentException(target + " is not metric");
        }
        GridFrame frame = frame(file.grid().frame(), source, target, cellSizeM, extent);
        return toFrame(file.grid(), CoordinateTransform.between(target, source), frame);
    }

    /**
     * @param back from the frame's system into the source grid's
     * @param frame cells to fill, in metres
     */
    public static ElevationGrid toFrame(ElevationGrid source, CoordinateTransform back, GridFrame frame) {
        float[] metres = new float[frame.cells()];
        if (back.isIdentity() && frame.equals(source.frame())) {
            System.arraycopy(source.metres(), 0, metres, 0, metres.length);
            return new ElevationGrid(frame, metres);
        }
        CarriedCentres centres = new CarriedCentres(back, frame);
        double[] xy = new double[2 * frame.columns()];
        for (int row = 0; row < frame.rows(); row++) {
            centres.row(row, xy);
            int to = row * frame.columns();
            for (int column = 0; column < frame.columns(); column++) {
                metres[to + column] = (float) source.bilinear(xy[2 * column], xy[2 * column + 1]);
            }
        }
        return new ElevationGrid(frame, metres);
    }

    /**
     * Square cells over the part of the source inside the extent. Edges are multiples of the cell size, so that grids of
     * neighbouring extents fit together.
     */
    static GridFrame frame(GridFrame source, Crs from, Crs to, OptionalDouble cellSizeM, Optional<Envelope> extent) {
        CoordinateTransform forth = CoordinateTransform.between(from, to);
        Envelope covered = carried(source.envelope(), forth);
        extent.ifPresent(e -> {
            Envelope both = covered.intersection(e);
            covered.init(both);
        });
        if (covered.isNull() || !(covered.getWidth() > 0) || !(covered.getHeight() > 0)) {
            throw new IllegalArgumentException("the heights do not meet the extent"
                    + extent.map(e ->
                                    " " + e.getMinX() + ", " + e.getMinY() + " to " + e.getMaxX() + ", " + e.getMaxY())
                            .orElse(": they lie outside of the area of " + to));
        }
        double cell =
                cellSizeM.orElseGet(() -> nativeCell(source, forth, covered.centre().x, covered.centre().y, to, from));
        if (!(cell > 0) || Double.isInfinite(cell)) {
            throw new IllegalArgumentException("cell size must be positive, was " + cell);
        }
        double west = Math.floor(covered.getMinX() / cell + 1e-9);
        double north = Math.ceil(covered.getMaxY() / cell - 1e-9);
        long columns = (long) (Math.ceil(covered.getMaxX() / cell - 1e-9) - west);
        long rows = (long) (north - Math.floor(covered.getMinY() / cell + 1e-9));
        if (columns * rows > ElevationReaders.MAX_CELLS) {
            throw new IllegalArgumentException(
                    columns + " x " + rows + " cells, at most " + ElevationReaders.MAX_CELLS);
        }
        return new GridFrame(
                west * cell, north * cell, cell, cell, (int) Math.max(1, columns), (int) Math.max(1, rows));
    }

    /** Geometric mean of a source cell's sides in metres at the place, to a tenth of a metre. */
    private static double nativeCell(
            GridFrame source, CoordinateTransform forth, double x, double y, Crs to, Crs from) {
        double[] at = CoordinateTransform.between(to, from).point(x, y);
        double[] corner = forth.point(at[0], at[1]);
        double[] east = forth.point(at[0] + source.cellSizeX(), at[1]);
        double[] north = forth.point(at[0], at[1] + source.cellSizeY());
        double a = Math.hypot(east[0] - corner[0], east[1] - corner[1]);
        double b = Math.hypot(north[0] - corner[0], north[1] - corner[1]);
        double cell = Math.sqrt(a * b);
        return cell < 1 ? cell : Math.round(cell * 10) / 10.0;
    }

    private static Envelope carried(Envelope e, CoordinateTransform forth) {
        double[] xy = new double[8 * (EDGE_STEPS + 1)];
        int n = 0;
        for (int i = 0; i <= EDGE_STEPS; i++) {
            double x = e.getMinX() + e.getWidth() * i / EDGE_STEPS;
            double y = e.getMinY() + e.getHeight() * i / EDGE_STEPS;
            for (double[] p : new double[][] {{x, e.getMinY()}, {x, e.getMaxY()}, {e.getMinX(), y}, {e.getMaxX(), y}}) {
                xy[n++] = p[0];
                xy[n++] = p[1];
            }
        }
        forth.apply(xy);
        Envelope image = new Envelope();
        for (int i = 0; i < n; i += 2) {
            if (Double.isFinite(xy[i]) && Double.isFinite(xy[i + 1])) {
                image.expandToInclude(xy[i], xy[i + 1]);
            }
        }
        return image;
    }
}
