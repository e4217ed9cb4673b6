package org.terrace.formats.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxWriterTest {
    @TempDir
    private Path folder;

    @Test
    void codesAreTextAndNumbersAreNumbers() throws Exception {
        try (ReadableWorkbook book = open(XlsxWriter.MAX_ROWS)) {
            List<Row> rows = book.findSheet("households").orElseThrow().read();
            assertThat(rows.get(0).stream().map(c -> c.asString()))
                    .containsExactly("code", "village", "voltage_v (V)", "persons", "surveyed", "lon", "lat");
            Row first = rows.get(1);
            assertThat(first.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(first.getCellText(0)).isEqualTo("007");
            assertThat(first.getCellText(1)).isEqualTo("大石板村, \"上\"组");
            assertThat(first.getCell(2).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsNumber(2)).get().asString().isEqualTo("187.3");
            assertThat(first.getCellAsDate(4)).get().asString().startsWith("2024-02-29");
            assertThat(first.getCellAsNumber(5)).get().asString().isEqualTo("102.1234567");
            assertThat(rows.get(2).getCellText(0)).isEqualTo("110101199003071234");
            assertThat(rows.get(2).getCellText(1)).isEqualTo("'=1+1");
            assertThat(rows.get(2).getCellAsNumber(2)).isEmpty();
        }
    }

    @Test
    void aMixedColumnHoldsNumbersAsNumbersAndTheRestAsText() throws Exception {
        OutputTable table = OutputTable.plain("mixed", "", List.of(OutputColumn.mixed("kVA")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(
                out, List.of(new TableRows(table, RowSource.of(List.of(OutputRow.of(100), OutputRow.of("S11-100"))))));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCellAsNumber(0)).get().asString().isIn("100", "1E+2");
            assertThat(rows.get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void headingIsBoldAndStaysInView() throws Exception {
        String sheet = entry("xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("ySplit=\"1\"").contains("state=\"frozen\"").doesNotContain("<f>");
        assertThat(entry("xl/styles.xml")).contains("<b/>");
    }

    @Test
    void gdalReadsTheSameBack() throws Exception {
        Path file = folder.resolve("village.xlsx");
        XlsxWriter.write(file, tables());
        assertThat(Gdal.csv(file, "counts", folder, "-oo", "HEADERS=FORCE")).containsExactly("名称,n", "村,12", "组,48");
        assertThat(Gdal.info(file, "-so", "households")).contains("code: String", "voltage_v (V): Real");
        assertThat(Gdal.csv(file, "households", folder, "-oo", "HEADERS=FORCE"))
                .contains("007,\"大石板村, \"\"上\"\"组\",187.3,4,2024/02/29,102.1234567,27.5");
    }

    @Test
    void aTableLongerThanASheetContinuesOnTheNext() throws Exception {
        try (ReadableWorkbook book = open(3)) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("households", "households 2", "counts");
            assertThat(book.findSheet("households").orElseThrow().read()).hasSize(3);
            List<Row> rest = book.findSheet("households 2").orElseThrow().read();
            assertThat(rest).hasSize(2);
            assertThat(rest.get(0).getCellText(0)).isEqualTo("code");
            assertThat(rest.get(1).getCellText(1)).isEqualTo("𠮷村\n第二行");
        }
    }

    @Test
    void charactersThatXmlForbidsDoNotSpoilTheFile() throws Exception {
        RowSource odd = RowSource.of(List.of(OutputRow.of("  a\u0001<b>&\"\ud842 ", 1)));
        Path file = folder.resolve("odd.xlsx");
        XlsxWriter.write(file, List.of(new TableRows(Village.COUNTS, odd)));
        assertThat(Gdal.csv(file, "counts", folder, "-oo", "HEADERS=FORCE").get(1))
                .startsWith("\"  a")
                .contains("<b>&\"\"")
                .endsWith(",1");
    }

    @Test
    void aTextThatNoCellHoldsStops() {
        RowSource longText = RowSource.of(List.of(OutputRow.of("长".repeat(40_000), 1)));
        assertThatThrownBy(() ->
                        XlsxWriter.write(new ByteArrayOutputStream(), List.of(new TableRows(Village.COUNTS, longText))))
                .hasMessageContaining("counts row 1: a text of 40000 characters");
    }

    private static List<TableRows> tables() {
        return List.of(
                new TableRows(Village.HOUSEHOLDS, Village.households()),
                new TableRows(Village.COUNTS, Village.counts()));
    }

    private static byte[] bytes(int maxRows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(out, tables(), maxRows);
        return out.toByteArray();
    }

    private static ReadableWorkbook open(int maxRows) throws Exception {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes(maxRows)));
    }

    private String entry(String name) throws Exception {
        Path file = folder.resolve("entry.xlsx");
        XlsxWriter.write(file, tables());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
