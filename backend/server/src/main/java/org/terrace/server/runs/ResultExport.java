package org.terrace.server.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.ResultTable;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.write.CsvWriter;
import org.terrace.formats.write.GeoJsonWriter;
import org.terrace.formats.write.GeoPackageWriter;
import org.terrace.formats.write.OutputColumn;
import org.terrace.formats.write.OutputRow;
import org.terrace.formats.write.OutputTable;
import org.terrace.formats.write.OutputType;
import org.terrace.formats.write.RowSource;
import org.terrace.formats.write.TableRows;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.GeometryKind;
import org.terrace.region.LayerKind;

/**
 * Results as files for other programs: one table per result table, with the geometry of its features, and one per link table. Tables of
 * households begin with what {@link HouseholdHead} says of them. Rows
 * that are no features of a layer lie where {@link RowPlaces} says: at a point, or along the line to where they lead. Codes stay codes
 * and numbers have their fixed decimals, so two exports of the same results are the same.
 */
@Component
public final class ResultExport {

    /** What a file is. */
    public enum Format {
        GPKG,
        GEOJSON,
        CSV
    }

    /** About a centimetre. */
    private static final int DEGREE_DECIMALS = 7;

    private final Results results;

    ResultExport(Results results) {
        this.results = results;
    }

    /**
     * @param analyses ids wanted; empty = all
     * @param target a file for GeoPackage, a folder for the others: one file per table
     * @param title what a table is called in the reader's language, by {@code analysis/table}
     * @return files written, empty when there are no results
     */
    public List<Path> write(
            Snapshot snapshot, Set<String> analyses, Format format, Path target, Function<String, String> title)
            throws IOException {
        List<TableRows> tables = tables(snapshot, analyses, format, title);
        if (tables.isEmpty()) {
            return List.of();
        }
        if (format == Format.GPKG) {
            Path parent = target.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            GeoPackageWriter.write(target, snapshot.version().createdAt(), tables);
            return List.of(target);
        }
        Files.createDirectories(target);
        List<Path> written = new ArrayList<>();
        for (TableRows table : tables) {
            String ending = format == Format.CSV ? ".csv" : ".geojson";
            Path file = target.resolve(table.table().name() + ending);
            if (format == Format.CSV) {
                CsvWriter.write(file, table.table(), table.rows());
            } else {
                GeoJsonWriter.write(file, table.table(), "", table.rows());
            }
            written.add(file);
        }
        return written;
    }

    private List<TableRows> tables(
            Snapshot snapshot, Set<String> analyses, Format format, Function<String, String> title) {
        List<TableRows> tables = new ArrayList<>();
        for (Analysis analysis : results.analyses()) {
            if (!analyses.isEmpty() && !analyses.contains(analysis.id())) {
                continue;
            }
            Optional<AnalysisResult> result = results.find(snapshot, analysis.id());
            if (result.isEmpty()) {
                continue;
            }
            for (ResultTable table : result.get().tables()) {
                tables.add(table(snapshot, analysis.id(), table, format, title));
            }
            for (LinkTable link : result.get().links()) {
                tables.add(link(analysis.id(), link, title));
            }
        }
        return tables;
    }

    private static TableRows table(
            Snapshot snapshot, String analysis, ResultTable table, Format format, Function<String, String> title) {
        Optional<FeatureTable> features = LayerKind.byId(table.spec().featureKind())
                .map(k -> snapshot.region().table(k))
                .filter(f -> f.kind().geometry() != GeometryKind.ANY);
        Optional<RowPlaces> places = features.isPresent() ? Optional.empty() : RowPlaces.of(table);
        // A line is text in CSV, which a spreadsheet cannot use: its two ends stand in columns too.
        boolean ends =
                format == Format.CSV && places.isPresent() && places.get().leadSomewhere();
        List<OutputColumn> columns = columns(table);
        Optional<HouseholdHead> head = table.spec().featureKind().equals(LayerKind.HOUSEHOLD.id())
                ? Optional.of(new HouseholdHead(snapshot, table))
                : Optional.empty();
        head.ifPresent(h -> columns.addAll(1, h.columns()));
        if (ends) {
            List.of("lon", "lat", RowPlaces.TO + "lon", RowPlaces.TO + "lat")
                    .forEach(name -> columns.add(OutputColumn.number(name, "deg", DEGREE_DECIMALS)));
        }
        Optional<GeometryKind> kind = features.map(f -> f.kind().geometry())
                .or(() -> places.map(p -> p.leadSomewhere() ? GeometryKind.LINE : GeometryKind.POINT));
        int epsg = snapshot.county().epsg();
        OutputTable output = new OutputTable(
                name(analysis, table.spec().id()),
                title.apply(analysis + "/" + table.spec().id()),
                kind,
                Crs.epsg(epsg),
                columns);
        RowSource rows = sink -> {
            for (int row = 0; row < table.size(); row++) {
                List<Object> values = new ArrayList<>(columns.size());
                values.add(table.codes()[row]);
                String code = table.codes()[row];
                head.ifPresent(h -> values.addAll(h.values(code)));
                for (Column column : table.columns()) {
                    values.add(cell(column, row));
                }
                if (ends) {
                    addDegrees(values, places.get().at(row), epsg);
                    addDegrees(values, places.get().to(row), epsg);
                }
                sink.row(new OutputRow(values, shape(features, places, table.codes()[row], row)));
            }
        };
        return new TableRows(output, rows);
    }

    private static List<OutputColumn> columns(ResultTable table) {
        List<OutputColumn> columns = new ArrayList<>();
        columns.add(OutputColumn.code("code"));
        for (ColumnSpec spec : table.spec().columns()) {
            columns.add(
                    switch (spec.type()) {
                        case CLASS, REASON -> OutputColumn.code(spec.id());
                        case NUMBER -> OutputColumn.number(spec.id(), spec.unit(), spec.decimals());
                        case TEXT -> new OutputColumn(spec.id(), OutputType.TEXT, "", -1);
                    });
        }
        return columns;
    }

    /** Of the feature, or of the row itself; a row that should lead somewhere and does not is no line. */
    private static Optional<Geometry> shape(
            Optional<FeatureTable> features, Optional<RowPlaces> places, String code, int row) {
        if (features.isPresent()) {
            int feature = features.get().rowOf(code);
            return feature < 0 ? Optional.empty() : features.get().geometry(feature);
        }
        return places.filter(p -> !p.leadSomewhere() || p.to(row).isPresent()).flatMap(p -> p.shape(row));
    }

    private static void addDegrees(List<Object> values, Optional<Coordinate> place, int epsg) {
        if (place.isEmpty()) {
            values.add(Optional.empty());
            values.add(Optional.empty());
            return;
        }
        double[] xy = {place.get().x, place.get().y};
        CoordinateTransform.between(Crs.epsg(epsg), Crs.WGS84).apply(xy);
        values.add(xy[0]);
        values.add(xy[1]);
    }

    private static Object cell(Column column, int row) {
        if (column.isAbsent(row)) {
            return Optional.empty();
        }
        if (column instanceof Column.Numbers numbers) {
            return numbers.get(row);
        }
        return column instanceof Column.Codes codes ? codes.code(row) : ((Column.Text) column).get(row);
    }

    private static TableRows link(String analysis, LinkTable link, Function<String, String> title) {
        OutputTable output = OutputTable.plain(
                name(analysis, link.spec().id()),
                title.apply(analysis + "/" + link.spec().id()),
                List.of(
                        OutputColumn.code("from_code"),
                        OutputColumn.code("to_code"),
                        OutputColumn.number("value", link.spec().unit(), 1)));
        return new TableRows(output, sink -> {
            for (int i = 0; i < link.size(); i++) {
                sink.row(OutputRow.of(link.from()[i], link.to()[i], link.value()[i]));
            }
        });
    }

    private static String name(String analysis, String table) {
        return analysis.replace('.', '_') + "_" + table;
    }
}
