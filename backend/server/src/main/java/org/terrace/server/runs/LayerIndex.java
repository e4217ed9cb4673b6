package org.terrace.server.runs;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.terrace.analysis.Derived;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;

/** Finds the features of one layer by place. One per snapshot and layer, made at the first question. */
public final class LayerIndex {
    private static final Derived.Key<LayerIndex> KEY = new Derived.Key<>("server.layer-index", LayerIndex.class);

    private final FeatureTable table;
    private final STRtree tree = new STRtree();

    private LayerIndex(FeatureTable table) {
        this.table = table;
        for (int i = 0; i < table.size(); i++) {
            if (table.hasGeometry(i)) {
                tree.insert(table.geometry(i).orElseThrow().getEnvelopeInternal(), i);
            }
        }
        tree.build();
    }

    public static LayerIndex of(Snapshot snapshot, LayerKind kind) {
        return snapshot.derived()
                .get(KEY, kind.id(), () -> new LayerIndex(snapshot.region().table(kind)));
    }

    /** Rows whose extent meets the box, in the order of codes. */
    public List<Integer> rowsIn(Envelope metric) {
        List<Integer> rows = new ArrayList<>();
        for (Object row : tree.query(metric)) {
            rows.add((Integer) row);
        }
        rows.sort(null);
        return rows;
    }

    /** Distance from a point to the nearest feature in metres; NaN when there is none within the limit. */
    public double nearestM(double x, double y, double limitM) {
        Geometry point = Geometries.FACTORY.createPoint(new Coordinate(x, y));
        for (double reach = 200; ; reach *= 4) {
            Envelope box = new Envelope(x, x, y, y);
            box.expandBy(Math.min(reach, limitM));
            double nearest = Double.POSITIVE_INFINITY;
            for (Object row : tree.query(box)) {
                nearest = Math.min(
                        nearest, table.geometry((Integer) row).orElseThrow().distance(point));
            }
            if (nearest <= Math.min(reach, limitM)) {
                return nearest;
            }
            if (reach >= limitM) {
                return Double.NaN;
            }
        }
    }
}
