package org.terrace.formats.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.terrace.region.GeometryKind;

/** Writes one table to as many sheets as it needs; of each only the last rows are in memory. */
final class XlsxTable {
    private static final int ROWS_IN_MEMORY = 500;
    /** More digits than a spreadsheet's numbers have are kept as text. */
    private static final long MAX_EXACT = 999_999_999_999_999L;

    private static final int MAX_CHARACTERS = 32_767;

    private final Workbook workbook;
    private final OutputTable table;
    private final int maxRows;
    private final Cells cells;
    private final LonLat lonLat;
    private final boolean points;
    private Worksheet sheet;
    private int sheets = 1;
    private int next;

    XlsxTable(Workbook workbook, OutputTable table, int maxRows) {
        this.workbook = workbook;
        this.table = table;
        this.maxRows = maxRows;
        this.cells = new Cells(table);
        this.lonLat = new LonLat(table);
        this.points = table.isOf(GeometryKind.POINT);
        this.sheet = workbook.newWorksheet(table.name());
        heading();
    }

    private void heading() {
        int column = 0;
        for (OutputColumn c : table.columns()) {
            heading(column++, c.heading());
        }
        if (points) {
            heading(column++, table.freeName("lon"));
            heading(column, table.freeName("lat"));
        }
        sheet.freezePane(0, 1);
        next = 1;
    }

    private void heading(int column, String text) {
        text(0, column, text);
        sheet.style(0, column).bold().set();
    }

    void row(OutputRow row) throws IOException {
        cells.next(row);
        if (next == maxRows) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(table.name() + " " + sheets);
            heading();
        }
        for (int i = 0; i < table.columns().size(); i++) {
            Optional<Object> cell = cells.cell(row, i);
            if (cell.isPresent()) {
                cell(i, cell.get(), table.columns().get(i));
            }
        }
        Optional<Geometry> place = row.geometry().filter(g -> points && !g.isEmpty());
        if (place.isPresent()) {
            Point point = Shapes.point(cells.where(), lonLat.of(place.get(), cells.where()));
            int column = table.columns().size();
            sheet.value(next, column, new BigDecimal(LonLat.degrees(point.getX())));
            sheet.value(next, column + 1, new BigDecimal(LonLat.degrees(point.getY())));
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value, OutputColumn how) {
        if (value instanceof BigDecimal number) {
            sheet.value(next, column, number);
            if (how.decimals() > 0) {
                sheet.style(next, column)
                        .format("0." + "0".repeat(how.decimals()))
                        .set();
            }
        } else if (value instanceof Long whole && Math.abs(whole) <= MAX_EXACT) {
            sheet.value(next, column, whole);
        } else if (value instanceof LocalDate date && date.getYear() >= 1900) {
            sheet.value(next, column, date);
            sheet.style(next, column).format("yyyy-mm-dd").set();
        } else {
            text(next, column, value.toString());
        }
    }

    /** In the cell itself and not in the shared table of texts, which would have to stay in memory. */
    private void text(int row, int column, String text) {
        String guarded = FormulaGuard.guard(text);
        if (guarded.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    cells.where() + ": a text of " + text.length() + " characters; a cell holds " + MAX_CHARACTERS);
        }
        sheet.inlineString(row, column, guarded);
    }

    void finish() throws IOException {
        sheet.finish();
    }
}
