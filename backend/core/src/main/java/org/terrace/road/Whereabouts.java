package org.terrace.road;

import java.util.List;
import java.util.stream.Stream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;

/**
 * What a person calls a place that a list names by the code of a road: the road's name, and the township and village that it lies in by
 * their boundaries. Each is empty where it is not on record.
 */
final class Whereabouts {
    private static final List<ColumnSpec> COLUMNS =
            List.of(ColumnSpec.text("road_name"), ColumnSpec.text("township_code"), ColumnSpec.text("village_code"));

    private final FeatureTable roads;
    private final AdminTree units;

    Whereabouts(Assessment assessment) {
        this.roads = assessment.region().roads();
        this.units = assessment.units();
    }

    /** A table's own columns and those of this class behind them. */
    static List<ColumnSpec> after(ColumnSpec... own) {
        return Stream.concat(Stream.of(own), COLUMNS.stream()).toList();
    }

    /** @param x of the place, NaN where it lies nowhere */
    void write(ResultTableBuilder table, int row, String roadCode, double x, double y) {
        int road = roads.rowOf(roadCode);
        String[] found = units.unitsOf("", x, y);
        table.set(row, "road_name", road < 0 ? "" : roads.text("name").get(road))
                .set(row, "township_code", found[AdminTree.LEVELS.indexOf("township")])
                .set(row, "village_code", found[AdminTree.LEVELS.indexOf("village")]);
    }
}
