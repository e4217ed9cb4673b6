package org.terrace.sample;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.terrace.region.Geometries;

/**
 * Where one copy of the landscape lies in the county's metric CRS. Neighbouring copies mirror each other, so that valleys and roads
 * meet at the seam. Coordinates are whole decimetres.
 *
 * @param west and north: of the tile's north west corner
 */
record Tile(int index, double west, double north, double sizeM, boolean mirrorX, boolean mirrorY) {

    static Tile of(SampleOptions options, int index) {
        int column = index % options.tilesEast();
        int row = index / options.tilesEast();
        double size = options.tileM();
        double west = 529_000 - size * options.tilesEast() / 2 + column * size;
        double north = 3_232_000 + size * options.tilesNorth() / 2 - row * size;
        return new Tile(index, west, north, size, column % 2 == 1, row % 2 == 1);
    }

    double east(double x) {
        return Math.round((west + (mirrorX ? sizeM - x : x)) * 10) / 10.0;
    }

    double northing(double y) {
        return Math.round((north - (mirrorY ? sizeM - y : y)) * 10) / 10.0;
    }

    Coordinate at(double x, double y) {
        return new Coordinate(east(x), northing(y));
    }

    LineString line(double[] x, double[] y) {
        Coordinate[] points = new Coordinate[x.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = at(x[i], y[i]);
        }
        return Geometries.FACTORY.createLineString(points);
    }
}
