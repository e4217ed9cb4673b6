package org.terrace.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.Archive;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;
import org.terrace.formats.text.NumberText;

/**
 * Spreadsheets (XLSX). The first sheet, or those named in the options; the header is the first row with two or more filled cells,
 * so that a title line above it does no harm. Numbers stay numbers, dates become dates, a formula gives its stored value.
 */
public final class XlsxReader implements Reader {
    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public Set<String> extensions() {
        return Set.of("xlsx", "xlsm");
    }

    @Override
    public boolean recognises(InputFile file, byte[] head) {
        return Archive.isZip(head)
                && Archive.names(file.path()).stream()
                        .anyMatch(n -> n.equals("xl/workbook.xml") || n.equals("[Content_Types].xml"));
    }

    @Override
    public void read(InputFile file, ReadOptions options, RawSink sink, IssueSink issues) {
        Place whole = Place.file(file.name());
        if (!Archive.check(file, options, issues)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file.path());
                ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, true))) {
            List<Sheet> sheets = new ArrayList<>();
            workbook.getSheets()
                    .filter(s -> options.layers().isEmpty() || options.layers().contains(s.getName()))
                    .forEach(sheets::add);
            if (sheets.isEmpty()) {
                issues.report(Issue.error("layer_missing", whole).with("wanted", String.join(", ", options.layers())));
                return;
            }
            for (Sheet sheet : options.layers().isEmpty() ? sheets.subList(0, 1) : sheets) {
                sheet(file, options, sheet, sink, issues);
            }
        } catch (IOException | RuntimeException e) {
            issues.report(Issue.broken(whole, "XLSX", e));
        }
    }

    private static void sheet(InputFile file, ReadOptions options, Sheet sheet, RawSink sink, IssueSink issues)
            throws IOException {
        Place whole = Place.layer(file.name(), sheet.getName());
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> rows = stream.iterator();
            List<String> header = List.of();
            while (rows.hasNext() && header.isEmpty()) {
                header = header(rows.next(), whole, issues);
            }
            if (header.isEmpty()) {
                issues.report(Issue.error("empty_file", whole));
                return;
            }
            Optional<PositionColumns> positions = PositionColumns.find(header, options.columns(), whole, issues);
            if (options.columns().isKnown() && positions.isEmpty()) {
                return;
            }
            sink.layer(new SourceLayer(
                    sheet.getName(),
                    header,
                    PositionColumns.crs(positions),
                    Optional.empty(),
                    PositionColumns.used(positions)));
            boolean any = false;
            while (rows.hasNext()) {
                Row row = rows.next();
                Map<String, Object> values = values(row, header);
                if (values.isEmpty()) {
                    continue;
                }
                any = true;
                Place place = Place.line(file.name(), sheet.getName(), row.getRowNum());
                Optional<Geometry> geometry = positions.flatMap(p -> p.geometry(values, place, issues));
                sink.feature(new RawFeature(place, values, geometry));
            }
            if (!any) {
                issues.report(Issue.error("no_rows", whole));
            }
        }
    }

    private static List<String> header(Row row, Place whole, IssueSink issues) {
        List<String> cells = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            String text = row.getOptionalCell(i)
                    .map(Cell::getRawValue)
                    .map(String::strip)
                    .orElse("");
            cells.add(text);
            filled += text.isEmpty() ? 0 : 1;
        }
        return filled < 2 ? List.of() : CsvReader.header(cells, whole, issues);
    }

    private static Map<String, Object> values(Row row, List<String> header) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Object value = value(row.getOptionalCell(i).orElse(null));
            if (value != null && !(value instanceof String s && s.isBlank())) {
                values.put(header.get(i), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Cell cell) {
        if (cell == null || cell.getRawValue() == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            if (format != null && isDate(format)) {
                return cell.asDate().toLocalDate();
            }
            return NumberText.idText(cell.asNumber()).matches("-?\\d{1,15}")
                    ? (Object) cell.asNumber().longValue()
                    : (Object) cell.asNumber().doubleValue();
        }
        if (cell.getType() == CellType.ERROR) {
            // A number padded with blanks, as AccessMod writes them, is a number all the same; #N/A stays what it is.
            OptionalDouble padded = NumberText.parse(cell.getRawValue()).value();
            return padded.isPresent() ? (Object) padded.getAsDouble() : cell.getRawValue();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.valueOf("1".equals(cell.getRawValue()) || "true".equalsIgnoreCase(cell.getRawValue()));
        }
        return cell.getRawValue();
    }

    private static boolean isDate(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "");
        return bare.contains("yy") || bare.contains("mmm") || bare.matches(".*[md]+[/年月.-]+[md]+.*");
    }
}
