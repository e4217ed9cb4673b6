package org.terrace.server.runs;

import java.util.Map;
import org.terrace.analysis.Derived;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.server.store.County;
import org.terrace.server.store.DataVersion;

/**
 * A data version in memory.
 *
 * @param recorded the tables as recorded, before households without coordinates were put at their group
 * @param derived structures made from the region and kept with it
 */
public record Snapshot(
        County county,
        DataVersion version,
        Region region,
        Map<LayerKind, FeatureTable> recorded,
        Derived derived,
        CoordinateTransform toMetric,
        CoordinateTransform toDegrees) {

    public Snapshot {
        recorded = Map.copyOf(recorded);
    }

    /** @param derived empty, or begun from those of an earlier version */
    static Snapshot of(
            County county, DataVersion version, Region region, Map<LayerKind, FeatureTable> recorded, Derived derived) {
        Crs metric = Crs.epsg(county.epsg());
        return new Snapshot(
                county,
                version,
                region,
                recorded,
                derived,
                CoordinateTransform.between(Crs.WGS84, metric),
                CoordinateTransform.between(metric, Crs.WGS84));
    }
}
