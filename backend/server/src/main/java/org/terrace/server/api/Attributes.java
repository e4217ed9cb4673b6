package org.terrace.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.terrace.region.Attribute;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.Privacy;

/** Attributes of a record as JSON values. */
final class Attributes {

    @Schema(name = "AttributeValue")
    record View(String name, Object value, String unit) {}

    private Attributes() {}

    /** What is on record, for the county's own users: everything but sensitive attributes. */
    static List<View> of(FeatureTable table, int row) {
        List<View> views = new ArrayList<>();
        for (Attribute attribute : table.kind().attributes()) {
            Column column = table.column(attribute.name());
            if (attribute.privacy() != Privacy.SENSITIVE && !column.isAbsent(row)) {
                views.add(new View(attribute.name(), value(column, row), attribute.unit()));
            }
        }
        return views;
    }

    static Object value(Column column, int row) {
        if (column instanceof Column.Numbers numbers) {
            return Math.round(numbers.get(row) * 1e3) / 1e3;
        }
        return column instanceof Column.Codes codes ? codes.code(row) : ((Column.Text) column).get(row);
    }
}
