package org.terrace.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryMapper;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.write.OutputColumn;
import org.terrace.formats.write.OutputRow;
import org.terrace.formats.write.OutputTable;
import org.terrace.formats.write.TableRows;
import org.terrace.region.Attribute;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.GeometryKind;

/** The sample's sheets and layers as the writers of {@code formats} take them. */
final class OutputTables {
    /** Six decimals of a degree: a decimetre. */
    private static final PrecisionModel DECIMETRE = new PrecisionModel(1e6);

    private static final Crs METRIC = Crs.epsg(SyntheticCounty.EPSG);

    private OutputTables() {}

    /** Every cell as text: what a file of text holds. */
    static TableRows texts(Sheets.Sheet sheet) {
        return sheet("sheet", sheet, OutputColumn::text, text -> text);
    }

    /**
     * Numbers as numbers, codes and names as text, so that no digit of a code is lost.
     *
     * @param isText tells by its header a column whose digits are not numbers
     */
    static TableRows typed(String name, Sheets.Sheet sheet, Predicate<String> isText) {
        return sheet(
                name, sheet, h -> isText.test(h) ? OutputColumn.text(h) : OutputColumn.mixed(h), OutputTables::typed);
    }

    private static Object typed(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? new BigDecimal(text) : text;
    }

    private static TableRows sheet(
            String name, Sheets.Sheet sheet, Function<String, OutputColumn> column, Function<String, Object> value) {
        List<OutputColumn> columns = sheet.headers().stream().map(column).toList();
        return new TableRows(OutputTable.plain(name, "", columns), sink -> {
            for (String[] cells : sheet.rows()) {
                Object[] values = new Object[cells.length];
                for (int c = 0; c < cells.length; c++) {
                    values[c] = value.apply(cells[c]);
                }
                sink.row(OutputRow.of(values));
            }
        });
    }

    /** In the county's metric system. */
    static TableRows metric(FeatureTable layer) {
        return layer(layer, METRIC, shape -> shape);
    }

    /** In degrees with six decimals. */
    static TableRows degrees(FeatureTable layer) {
        CoordinateTransform toDegrees = CoordinateTransform.between(METRIC, Crs.WGS84);
        return layer(layer, Crs.WGS84, shape -> {
            Geometry degrees = toDegrees.apply(shape);
            degrees.apply((CoordinateFilter) DECIMETRE::makePrecise);
            degrees.geometryChanged();
            return degrees.getDimension() == 2 ? GeometryMapper.map(degrees, Geometry::norm) : degrees;
        });
    }

    /** The code, and the attributes that any feature has, under their own names. */
    private static TableRows layer(FeatureTable layer, Crs crs, UnaryOperator<Geometry> shape) {
        List<Attribute> attributes = layer.kind().attributes().stream()
                .filter(a -> isUsed(layer.column(a.name())))
                .toList();
        List<OutputColumn> columns = new ArrayList<>(List.of(OutputColumn.code("code")));
        attributes.forEach(a -> columns.add(
                a.type() == Attribute.Type.NUMBER
                        ? OutputColumn.number(a.name(), "", -1)
                        : OutputColumn.text(a.name())));
        OutputTable table =
                new OutputTable(layer.kind().id(), SampleWriter.NOTICE, Optional.of(GeometryKind.ANY), crs, columns);
        return new TableRows(table, sink -> {
            for (int row = 0; row < layer.size(); row++) {
                List<Object> values = new ArrayList<>(List.of(layer.code(row)));
                for (Attribute attribute : attributes) {
                    Column column = layer.column(attribute.name());
                    values.add(
                            column instanceof Column.Numbers numbers
                                    ? (Object) numbers.get(row)
                                    : SheetColumn.text(column, row));
                }
                sink.row(OutputRow.at(shape.apply(layer.geometry(row).orElseThrow()), values.toArray()));
            }
        });
    }

    private static boolean isUsed(Column column) {
        for (int i = 0; i < column.size(); i++) {
            if (!column.isAbsent(i)) {
                return true;
            }
        }
        return false;
    }
}
