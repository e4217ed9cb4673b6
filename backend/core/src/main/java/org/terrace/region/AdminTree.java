package org.terrace.region;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * To which group, village and township each household belongs: by the codes on record, and where the record names no known unit
 * by the boundary that its point lies in. What neither tells stays unknown (""): nobody is given to the nearest township.
 */
public final class AdminTree {
    /** Levels from small to large. */
    public static final List<String> LEVELS = List.of("group", "village", "township");

    /** The row of tables by area that stands for what belongs to no known unit, so that the rows add up to the county. */
    public static final String UNASSIGNED = "unassigned";

    private final FeatureTable units;
    private final FeatureTable boundaries;
    private final Areas[] areas;

    private AdminTree(FeatureTable units, FeatureTable boundaries, Areas[] areas) {
        this.units = units;
        this.boundaries = boundaries;
        this.areas = areas;
    }

    public static AdminTree of(Region region) {
        Areas[] areas = LEVELS.stream()
                .map(level -> Areas.of(region.table(LayerKind.ADMIN_BOUNDARY), level))
                .toArray(Areas[]::new);
        return new AdminTree(region.adminUnits(), region.table(LayerKind.ADMIN_BOUNDARY), areas);
    }

    /** Whether it was made of the very tables of the region. */
    public boolean isOf(Region region) {
        return units == region.adminUnits() && boundaries == region.table(LayerKind.ADMIN_BOUNDARY);
    }

    /**
     * The unit codes of a feature at each of {@link #LEVELS}, "" where unknown.
     *
     * @param unitCode code of the smallest unit on record, may be empty or unknown
     * @param x its position, NaN when it has none
     */
    public String[] unitsOf(String unitCode, double x, double y) {
        String[] found = new String[LEVELS.size()];
        Arrays.fill(found, "");
        String at = unitCode;
        for (int step = 0; step < 6 && !at.isEmpty(); step++) {
            int row = units.rowOf(at);
            if (row < 0) {
                break;
            }
            int level = LEVELS.indexOf(units.codesOf("level").code(row));
            if (level >= 0) {
                found[level] = at;
            }
            at = units.text("parent_code").get(row);
        }
        for (int level = 0; level < found.length; level++) {
            if (found[level].isEmpty() && !Double.isNaN(x)) {
                found[level] = areas[level].containing(x, y);
            }
        }
        return found;
    }

    /** Boundaries of one level, searchable by point. */
    private record Areas(STRtree tree) {
        record Area(String code, PreparedGeometry shape) {}

        static Areas of(FeatureTable boundaries, String level) {
            STRtree tree = new STRtree();
            for (int i = 0; i < boundaries.size(); i++) {
                if (boundaries.codesOf("level").is(i, level) && boundaries.hasGeometry(i)) {
                    Geometry shape = boundaries.geometry(i).orElseThrow();
                    tree.insert(
                            shape.getEnvelopeInternal(),
                            new Area(boundaries.code(i), PreparedGeometryFactory.prepare(shape)));
                }
            }
            tree.build();
            return new Areas(tree);
        }

        /** The lowest code among the areas that cover the point; "" when there is none. */
        String containing(double x, double y) {
            Geometry point = Geometries.FACTORY.createPoint(new Coordinate(x, y));
            String lowest = "";
            for (Object item : tree.query(point.getEnvelopeInternal())) {
                Area area = (Area) item;
                if ((lowest.isEmpty() || area.code().compareTo(lowest) < 0)
                        && area.shape().covers(point)) {
                    lowest = area.code();
                }
            }
            return lowest;
        }
    }
}
