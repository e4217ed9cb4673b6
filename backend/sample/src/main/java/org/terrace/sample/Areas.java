package org.terrace.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.terrace.region.Geometries;

/** Turns marks on the lattice into polygons that share their borders exactly. */
final class Areas {
    private final Lattice lattice;
    private final Tile tile;
    /** Nodes per side of the squares that areas are made of. */
    private final int block;

    Areas(Lattice lattice, Tile tile, int block) {
        this.lattice = lattice;
        this.tile = tile;
        this.block = block;
    }

    /**
     * One polygon or multipolygon per mark.
     *
     * @param mark of a lattice node; negative = none
     * @param toleranceM corners that stand out less (in the root of the area they add) are cut
     */
    Map<Integer, Geometry> of(IntUnaryOperator mark, double toleranceM) {
        Map<Integer, List<Polygon>> squares = new TreeMap<>();
        for (int r = 0; r + block <= lattice.rows; r += block) {
            for (int c = 0; c + block <= lattice.columns; c += block) {
                int value = mark.applyAsInt((r + block / 2) * lattice.columns + c + block / 2);
                if (value >= 0) {
                    squares.computeIfAbsent(value, v -> new ArrayList<>()).add(square(c, r));
                }
            }
        }
        List<Integer> marks = new ArrayList<>(squares.keySet());
        Geometry[] unions = marks.stream()
                .map(m -> CoverageUnion.union(squares.get(m).toArray(Geometry[]::new)))
                .toArray(Geometry[]::new);
        Geometry[] simple = unions.length == 0 ? unions : CoverageSimplifier.simplify(unions, toleranceM);
        Map<Integer, Geometry> result = new TreeMap<>();
        for (int i = 0; i < simple.length; i++) {
            if (!simple[i].isEmpty()) {
                result.put(marks.get(i), simple[i]);
            }
        }
        return result;
    }

    private Polygon square(int column, int row) {
        double west = column * Lattice.NODE_M;
        double top = row * Lattice.NODE_M;
        double size = block * Lattice.NODE_M;
        Coordinate start = tile.at(west, top);
        return Geometries.FACTORY.createPolygon(new Coordinate[] {
            start,
            tile.at(west + size, top),
            tile.at(west + size, top + size),
            tile.at(west, top + size),
            new Coordinate(start)
        });
    }
}
