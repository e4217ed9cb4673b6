package org.terrace.terrain;

import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Geometries;
import org.terrace.region.GridFrame;

/**
 * The ground as a pipe is laid in it: what a metre costs at every cell by its slope, what crossing a stream costs, and where nothing may
 * be laid. Cells without a height are closed.
 */
public final class RouteGround {
    private final ElevationGrid grid;
    private final GridFrame frame;
    /** By cell: 0 gentle, 1 steep, 2 very steep. */
    private final byte[] steepness;

    private final double[] perM;
    private final double[] squaredRuns = new double[Directions.EIGHT.count()];
    private final char[] streams;
    private final double crossing;
    private final BitSet closed = new BitSet();

    /**
     * Yuan, or any unit that adds up.
     *
     * @param perM on gentle ground. @param steepExtraPerM and verySteepExtraPerM on top, from the slopes on
     * @param crossing of a stream, each time
     */
    public record Costs(
            double perM,
            double steepDeg,
            double steepExtraPerM,
            double verySteepDeg,
            double verySteepExtraPerM,
            double crossing) {}

    /** @param forbidden areas in which nothing may be laid: cells whose centre lies within are closed */
    public RouteGround(ElevationGrid grid, Costs costs, List<Geometry> streamLines, List<Geometry> forbidden) {
        this.grid = grid;
        this.frame = grid.frame();
        this.steepness = new byte[frame.cells()];
        this.perM = new double[] {costs.perM, costs.perM + costs.steepExtraPerM, costs.perM + costs.verySteepExtraPerM};
        this.crossing = costs.crossing;
        for (int k = 0; k < squaredRuns.length; k++) {
            double run = Directions.EIGHT.run(frame, k);
            squaredRuns[k] = run * run;
        }
        for (int row = 0; row < frame.rows(); row++) {
            for (int column = 0; column < frame.columns(); column++) {
                int cell = row * frame.columns() + column;
                double slope = Slope.degrees(grid, column, row);
                steepness[cell] = (byte) (slope >= costs.verySteepDeg ? 2 : slope >= costs.steepDeg ? 1 : 0);
                if (Double.isNaN(grid.at(column, row))) {
                    closed.set(cell);
                }
            }
        }
        this.streams = new Barriers(streamLines, List.of()).closed(frame, Directions.EIGHT, frame.columns(), 0);
        forbidden.forEach(this::close);
    }

    private void close(Geometry area) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
        Envelope around = area.getEnvelopeInternal();
        for (int row = Math.max(0, frame.rowOf(around.getMaxY()));
                row <= Math.min(frame.rows() - 1, frame.rowOf(around.getMinY()));
                row++) {
            for (int column = Math.max(0, frame.columnOf(around.getMinX()));
                    column <= Math.min(frame.columns() - 1, frame.columnOf(around.getMaxX()));
                    column++) {
                Coordinate centre = new Coordinate(frame.centreX(column), frame.centreY(row));
                if (prepared.covers(Geometries.FACTORY.createPoint(centre))) {
                    closed.set(row * frame.columns() + column);
                }
            }
        }
    }

    public GridFrame frame() {
        return frame;
    }

    /** The cell that holds a place; -1 outside or where no height is known. */
    public int cellAt(double x, double y) {
        int column = frame.columnOf(x);
        int row = frame.rowOf(y);
        return Double.isNaN(grid.at(column, row)) ? -1 : row * frame.columns() + column;
    }

    public double heightM(int cell) {
        return grid.metres()[cell];
    }

    /** The centre of a cell. */
    public Coordinate centre(int cell) {
        return new Coordinate(frame.centreX(cell % frame.columns()), frame.centreY(cell / frame.columns()));
    }

    public boolean isClosed(int cell) {
        return closed.get(cell);
    }

    /** Metres along the ground between neighbouring cells. */
    public double lengthM(int from, int to) {
        double east = (to % frame.columns() - from % frame.columns()) * frame.cellSizeX();
        double south = (to / frame.columns() - from / frame.columns()) * frame.cellSizeY();
        double rise = heightM(to) - heightM(from);
        return Math.sqrt(east * east + south * south + rise * rise);
    }

    /** 0 on gentle ground, 1 where it is steep, 2 where very steep. */
    public int steepness(int cell) {
        return steepness[cell];
    }

    /** Whether the straight step between neighbouring cells meets a stream. */
    public boolean crosses(int from, int to) {
        int columns = to % frame.columns() - from % frame.columns();
        int rows = to / frame.columns() - from / frame.columns();
        for (int k = 0; k < Directions.EIGHT.count(); k++) {
            if (Directions.EIGHT.columns(k) == columns && Directions.EIGHT.rows(k) == rows) {
                return streamIn(from, k);
            }
        }
        throw new IllegalArgumentException("cells " + from + " and " + to + " are no neighbours");
    }

    private boolean streamIn(int cell, int direction) {
        return (streams[cell] >>> direction & 1) != 0;
    }

    /** What laying along step k from a cell costs. */
    double step(int from, int to, int k) {
        double rise = grid.metres()[to] - grid.metres()[from];
        double cost = Math.sqrt(squaredRuns[k] + rise * rise) * (perM[steepness[from]] + perM[steepness[to]]) / 2;
        return streamIn(from, k) ? cost + crossing : cost;
    }
}
