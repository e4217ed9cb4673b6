package org.terrace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.ReadOptions;

/** Files that go wrong: each is an issue about the file, and nothing is thrown. */
final class BadInputTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void refused(ReadAll all, String code) {
        assertThat(all.issues.counts()).containsKey(code);
        assertThat(all.issues.hasFatal()).isTrue();
    }

    @Test
    void emptyFilesOfEveryKind() throws IOException {
        for (String name : new String[] {"a.csv", "a.gpkg", "a.geojson", "a.xlsx", "a.shp", "a.pbf", "a.zip"}) {
            refused(ReadAll.of(file(name, "")), "empty_file");
        }
    }

    @Test
    void textUnderAnotherName() throws IOException {
        refused(ReadAll.of(file("a.gpkg", "hello, this is text")), "broken_file");
        refused(ReadAll.of(file("a.xlsx", "hello, this is text")), "broken_file");
        refused(ReadAll.of(file("a.pbf", "hello, this is text")), "broken_file");
        refused(ReadAll.of(file("a.shp", "hello, this is text")), "not_this_format");
        refused(ReadAll.of(file("a.geojson", "hello, this is text")), "broken_file");
        refused(ReadAll.of(file("a.docx", "hello, this is text")), "unknown_format");
    }

    @Test
    void aMissingFile() {
        refused(ReadAll.of(folder.resolve("none.csv")), "file_missing");
    }

    @Test
    void aFileBeyondTheLimit() throws IOException {
        refused(ReadAll.of(file("a.csv", "a,b\n1,2\n"), ReadOptions.defaults().withLimits(4, 4)), "file_too_large");
    }

    /** The OSM extract cut in the middle: seen before anything is decoded. */
    @Test
    void aTruncatedPbf() throws IOException {
        byte[] all = Files.readAllBytes(RealData.file("andorra/andorra-2025-01-19.osm.pbf"));
        Path cut = Files.write(folder.resolve("cut.osm.pbf"), Arrays.copyOf(all, all.length * 2 / 3));
        ReadAll read = ReadAll.of(cut);
        refused(read, "broken_file");
        assertThat(read.features).isEmpty();
    }

    @Test
    void aGeoJsonThatEndsEarly() throws IOException {
        ReadAll all = ReadAll.of(file(
                "a.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":1},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}},{\"type\":\"Fea"));
        refused(all, "broken_file");
    }

    @Test
    void aCsvWhoseCoordinateColumnIsMissing() throws IOException {
        ReadAll all = ReadAll.of(
                file("h.csv", "户编号,经度\n1,102.3\n"),
                ReadOptions.defaults().withColumns(CoordinateColumns.xy("经度", "纬度")));
        refused(all, "column_missing");
        assertThat(all.issues.of("column_missing").get(0).field()).isEqualTo("纬度");
    }

    @Test
    void coordinatesThatAreSwapped() throws IOException {
        Path csv = file("h.csv", "户编号,经度,纬度\n1,29.2,102.3\n2,29.3,102.4\n");
        Survey survey = Survey.of(InputFile.of(csv), ReadOptions.defaults(), Optional.empty(), new Issues())
                .orElseThrow();
        CrsFound crs = survey.layers().get(0).crs();
        assertThat(crs.swapped()).isTrue();
        assertThat(crs.reason()).isEqualTo("degrees_swapped");
    }

    @Test
    void aCsvInEveryEncodingDelimiterAndNotation() throws IOException {
        String text = "户编号;村名;经度;纬度\n01;石棉;102°21'36\"E;29.23N\n02;\"两\n行\";102.5;２９.３\n";
        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_8, java.nio.charset.Charset.forName("GBK"), StandardCharsets.UTF_16
        }) {
            Path csv = Files.write(folder.resolve("h.csv"), text.getBytes(charset));
            ReadAll all = ReadAll.of(csv);
            assertThat(all.column("村名")).as(charset.name()).containsExactly("石棉", "两\n行");
            assertThat(all.column("户编号")).containsExactly("01", "02");
            assertThat(all.features.get(0).geometry().orElseThrow().getCoordinate().x)
                    .isEqualTo(102.36);
            assertThat(all.features.get(1).geometry().orElseThrow().getCoordinate().y)
                    .isEqualTo(29.3);
            assertThat(all.features.get(1).place().id()).isEqualTo("3");
            assertThat(all.issues.all()).isEmpty();
        }
        Path bom = Files.write(
                folder.resolve("b.csv"),
                ("\ufeff" + "a\tx\ty\n1\t500000\t3200000\n\n2\tzwei\t3\n").getBytes(StandardCharsets.UTF_8));
        ReadAll all = ReadAll.of(bom);
        assertThat(all.layers.values().iterator().next().columns()).containsExactly("a", "x", "y");
        assertThat(all.issues.of("bad_coordinate").get(0).place().id()).isEqualTo("4");
    }

    @Test
    void theLineNumberOfTheLastRowWithoutLineEnd() throws IOException {
        ReadAll all = ReadAll.of(file("h.csv", "a,b\n1,2\n3,4"));
        assertThat(all.features.stream().map(f -> f.place().id())).containsExactly("2", "3");
    }

    @Test
    void aMillionRowsPassWithoutBeingHeld() throws IOException {
        Path csv = folder.resolve("big.csv");
        try (var out = Files.newBufferedWriter(csv)) {
            out.write("code,lon,lat,name\n");
            for (int i = 0; i < 1_000_000; i++) {
                out.write(i + ",102." + i + ",29." + i + ",household number " + i + "\n");
            }
        }
        long[] count = new long[1];
        long before = System.nanoTime();
        Issues issues = new Issues();
        Readers.read(InputFile.of(csv), ReadOptions.defaults(), f -> count[0]++, issues);
        System.out.println("1,000,000 CSV rows in " + (System.nanoTime() - before) / 1_000_000 + " ms");
        assertThat(count[0]).isEqualTo(1_000_000);
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void theCountyTellsDegreesThatAreSwapped() throws IOException {
        Path csv = file("h.csv", "code,x,y\n1,42.5,1.5\n");
        Survey survey = Survey.of(
                        InputFile.of(csv),
                        ReadOptions.defaults(),
                        Optional.of(new Envelope(1.4, 1.8, 42.4, 42.7)),
                        new Issues())
                .orElseThrow();
        assertThat(survey.layers().get(0).crs().swapped()).isTrue();
    }
}
