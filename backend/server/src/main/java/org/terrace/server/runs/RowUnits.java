package org.terrace.server.runs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTable;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/**
 * To which township and village a row belongs, for tables that do not say it themselves: by the unit on record of the feature that the
 * row is about, else by where the feature or the row lies (a line by its middle). So every list can be limited to an area.
 */
public final class RowUnits {
    public static final String TOWNSHIP = "township_code";
    public static final String VILLAGE = "village_code";

    /** Works and lines, with the attribute that names their unit; "" where the record has none. */
    private static final Map<LayerKind, String> UNIT_OF = Map.of(
            LayerKind.WATER_FACILITY, "village_code",
            LayerKind.FACILITY, "place_code",
            LayerKind.PIPE, "",
            LayerKind.ROAD_SEGMENT, "",
            LayerKind.POWER_FACILITY, "",
            LayerKind.POWER_LINE, "");

    private final AdminTree tree;
    private final ResultTable table;
    private final Optional<FeatureTable> features;
    private final Optional<RowPlaces> places;
    private final String unit;

    private RowUnits(Snapshot snapshot, ResultTable table, Optional<LayerKind> kind, Optional<RowPlaces> places) {
        this.tree = snapshot.derived().get(Assessment.UNITS, "", () -> AdminTree.of(snapshot.region()));
        this.table = table;
        this.features = kind.map(k -> snapshot.region().table(k));
        this.places = places;
        this.unit = kind.map(UNIT_OF::get).orElse("");
    }

    /** Empty for a table that names the units itself, and for one whose rows lie nowhere. */
    public static Optional<RowUnits> of(Snapshot snapshot, ResultTable table) {
        Set<String> own = table.spec().columns().stream().map(ColumnSpec::id).collect(Collectors.toSet());
        if (own.contains(TOWNSHIP) || own.contains(VILLAGE)) {
            return Optional.empty();
        }
        Optional<LayerKind> kind = LayerKind.byId(table.spec().featureKind()).filter(UNIT_OF::containsKey);
        Optional<RowPlaces> places = RowPlaces.of(table);
        return kind.isEmpty() && places.isEmpty()
                ? Optional.empty()
                : Optional.of(new RowUnits(snapshot, table, kind, places));
    }

    /** @return township and village, "" where unknown */
    public Map<String, String> at(int row) {
        String[] found = unitsOf(row);
        return Map.of(
                TOWNSHIP, found[AdminTree.LEVELS.indexOf("township")],
                VILLAGE, found[AdminTree.LEVELS.indexOf("village")]);
    }

    private String[] unitsOf(int row) {
        if (features.isPresent()) {
            FeatureTable of = features.get();
            int feature = of.rowOf(table.codes()[row]);
            return feature < 0
                    ? tree.unitsOf("", Double.NaN, Double.NaN)
                    : tree.unitsOf(
                            unit.isEmpty() ? "" : of.text(unit).get(feature),
                            of.hasGeometry(feature) ? of.x(feature) : Double.NaN,
                            of.hasGeometry(feature) ? of.y(feature) : Double.NaN);
        }
        Optional<Coordinate> at = places.flatMap(p -> p.at(row));
        return tree.unitsOf(
                "", at.map(c -> c.x).orElse(Double.NaN), at.map(c -> c.y).orElse(Double.NaN));
    }
}
