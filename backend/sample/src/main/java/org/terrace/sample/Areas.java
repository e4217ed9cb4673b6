package org.terrace.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
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
     * @param inOnePiece give stray pieces of an area to a neighbour
     */
    Map<Integer, Geometry> of(IntUnaryOperator mark, double toleranceM, boolean inOnePiece) {
        int across = lattice.columns / block;
        int down = lattice.rows / block;
        int[] marked = new int[across * down];
        for (int i = 0; i < marked.length; i++) {
            int row = i / across * block + block / 2;
            marked[i] = mark.applyAsInt(row * lattice.columns + i % across * block + block / 2);
        }
        if (inOnePiece) {
            new Pieces(marked, across).joinStrays();
        }
        Map<Integer, List<Polygon>> squares = new TreeMap<>();
        for (int i = 0; i < marked.length; i++) {
            if (marked[i] >= 0) {
                squares.computeIfAbsent(marked[i], v -> new ArrayList<>())
                        .add(square(i % across * block, i / across * block));
            }
        }
        List<Integer> marks = new ArrayList<>();
        List<Geometry> unions = new ArrayList<>();
        squares.forEach((value, parts) -> {
            marks.add(value);
            unions.add(CoverageUnion.union(parts.toArray(Geometry[]::new)));
        });
        Geometry[] simple = simplify(unions.toArray(Geometry[]::new), toleranceM);
        Map<Integer, Geometry> result = new TreeMap<>();
        for (int i = 0; i < simple.length; i++) {
            if (!simple[i].isEmpty()) {
                result.put(marks.get(i), simple[i]);
            }
        }
        return result;
    }

    /** Cut corners can cross where an area nearly touches itself: then fewer are cut, and the last resort is a repair. */
    private static Geometry[] simplify(Geometry[] unions, double toleranceM) {
        for (double tolerance = toleranceM; unions.length > 1 && tolerance > 50; tolerance *= 0.8) {
            Geometry[] simple = CoverageSimplifier.simplify(unions, tolerance);
            if (Arrays.stream(simple).allMatch(Geometry::isValid)) {
                return simple;
            }
        }
        Geometry[] simple = unions.length == 0 ? unions : CoverageSimplifier.simplify(unions, toleranceM);
        return Arrays.stream(simple).map(GeometryFixer::fix).toArray(Geometry[]::new);
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
