package org.terrace.formats.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.ReadAll;
import org.terrace.formats.TinyFiles;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.text.EncodingFound;

final class TinyShapefilesTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final double[] OUTER = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
    private static final double[] HOLE = {2, 2, 4, 2, 4, 4, 2, 4, 2, 2};
    private static final double[] ISLAND = {20, 0, 20, 5, 25, 5, 25, 0, 20, 0};

    @TempDir
    Path folder;

    private ReadAll zip(Map<String, byte[]> parts) {
        return ReadAll.of(TinyFiles.zip(folder.resolve("upload.zip"), parts, StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> parts(byte[] shp, byte[] dbf) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("数据/村道.shp", shp);
        parts.put("数据/村道.dbf", dbf);
        return parts;
    }

    @Test
    void aNullShapeKeepsItsRowWithoutGeometry() {
        byte[] dbf = TinyFiles.dbf(StandardCharsets.US_ASCII, "NAME", "one", "two", "three");
        ReadAll all = zip(parts(
                TinyFiles.shp(1, TinyFiles.point(102, 29), TinyFiles.nullShape(), TinyFiles.point(103, 30)), dbf));
        assertThat(all.column("NAME")).containsExactly("one", "two", "three");
        assertThat(all.features.get(1).geometry()).isEmpty();
        assertThat(all.features.get(2).geometry().orElseThrow().getCoordinate().x)
                .isEqualTo(103);
        assertThat(all.issues.all()).isEmpty();
    }

    @Test
    void aPolygonWithHoleAndIslandBecomesTwoPolygons() {
        ReadAll all = zip(parts(
                TinyFiles.shp(5, TinyFiles.parts(5, OUTER, HOLE, ISLAND)),
                TinyFiles.dbf(StandardCharsets.US_ASCII, "NAME", "a")));
        Geometry area = all.features.get(0).geometry().orElseThrow();
        assertThat(area.getNumGeometries()).isEqualTo(2);
        assertThat(area.getArea()).isEqualTo(100 - 4 + 25);
        assertThat(area.isValid()).isTrue();
    }

    @Test
    void aShellDrawnTheWrongWayRoundIsStillAnArea() {
        double[] wrong = {0, 0, 10, 0, 10, 10, 0, 10, 0, 0};
        ReadAll all = zip(parts(TinyFiles.shp(5, TinyFiles.parts(5, wrong)), TinyFiles.dbf(GBK, "NAME", "a")));
        assertThat(all.features.get(0).geometry().orElseThrow().getArea()).isEqualTo(100);
    }

    @Test
    void linesWithHeightsKeepThem() {
        ReadAll all = zip(parts(
                TinyFiles.shp(13, TinyFiles.parts(13, new double[] {0, 0, 3, 4})), TinyFiles.dbf(GBK, "NAME", "a")));
        assertThat(all.features.get(0).geometry().orElseThrow().getLength()).isEqualTo(5);
        assertThat(all.features.get(0).geometry().orElseThrow().getCoordinate().getZ())
                .isEqualTo(7);
    }

    @Test
    void aWrongIndexIsReportedAndTheRecordsAreWalked() {
        Map<String, byte[]> parts = parts(
                TinyFiles.shp(1, TinyFiles.point(1, 2), TinyFiles.point(3, 4)), TinyFiles.dbf(GBK, "NAME", "a", "b"));
        byte[] shx = TinyFiles.shp(1, new byte[0]);
        shx = Arrays.copyOf(shx, 116);
        shx[103] = 9;
        parts.put("数据/村道.shx", shx);
        ReadAll all = zip(parts);
        assertThat(all.features).hasSize(2);
        assertThat(all.issues.count("shx_wrong")).isEqualTo(1);
    }

    @Test
    void textIsReadByCpgAndAskedWithoutIt() {
        Map<String, byte[]> parts = parts(TinyFiles.shp(1, TinyFiles.point(1, 2)), TinyFiles.dbf(GBK, "道路名称", "石棉县"));
        ReadAll asked = zip(parts);
        assertThat(asked.column("道路名称")).containsExactly("石棉县");
        assertThat(asked.layers.get("村道").encoding().orElseThrow().how()).isEqualTo(EncodingFound.How.ASKED);
        parts.put("数据/村道.cpg", "GBK".getBytes(StandardCharsets.US_ASCII));
        ReadAll read = zip(parts);
        assertThat(read.column("道路名称")).containsExactly("石棉县");
        assertThat(read.layers.get("村道").encoding().orElseThrow().how()).isEqualTo(EncodingFound.How.READ);
    }

    /** A .cpg that says UTF-8 over GBK bytes is not believed. */
    @Test
    void aCpgThatTheBytesContradictIsAsked() {
        Map<String, byte[]> parts = parts(TinyFiles.shp(1, TinyFiles.point(1, 2)), TinyFiles.dbf(GBK, "NAME", "石棉县"));
        parts.put("数据/村道.cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
        ReadAll all = zip(parts);
        assertThat(all.column("NAME")).containsExactly("石棉县");
        assertThat(all.issues.count("encoding_asked")).isEqualTo(1);
    }

    @Test
    void namesInsideAZipMayBeGbk() {
        Path file = TinyFiles.zip(
                folder.resolve("gbk.zip"),
                parts(TinyFiles.shp(1, TinyFiles.point(1, 2)), TinyFiles.dbf(GBK, "NAME", "a")),
                GBK);
        assertThat(ReadAll.of(file).features).hasSize(1);
    }

    @Test
    void aZipWithoutAShapefileSaysWhatItHolds() {
        ReadAll all = ReadAll.of(
                TinyFiles.zip(folder.resolve("a.zip"), Map.of("readme.txt", new byte[] {1}), StandardCharsets.UTF_8));
        assertThat(all.issues.of("zip_without_shp").get(0).params()).containsEntry("found", "readme.txt");
        assertThat(all.issues.hasFatal()).isTrue();
    }

    @Test
    void aTruncatedShapefileIsRefusedWhole() {
        byte[] shp = TinyFiles.shp(1, TinyFiles.point(1, 2), TinyFiles.point(3, 4));
        ReadAll all = zip(parts(Arrays.copyOf(shp, shp.length - 10), TinyFiles.dbf(GBK, "NAME", "a", "b")));
        assertThat(all.issues.count("truncated")).isEqualTo(1);
        assertThat(all.issues.hasFatal()).isTrue();
        assertThat(all.features).isEmpty();
    }

    @Test
    void entriesCannotLeaveTheirFolderAndBombsAreRefused() {
        Map<String, byte[]> evil = new LinkedHashMap<>();
        evil.put("../../../../evil.shp", TinyFiles.shp(1, TinyFiles.point(1, 2)));
        evil.put("../../../../evil.dbf", TinyFiles.dbf(GBK, "NAME", "a"));
        assertThat(zip(evil).features).hasSize(1);
        assertThat(folder.toFile().list()).containsOnly("upload.zip");
        Path bomb =
                TinyFiles.zip(folder.resolve("bomb.zip"), Map.of("a.shp", new byte[30 << 20]), StandardCharsets.UTF_8);
        assertThat(ReadAll.of(bomb).issues.count("archive_too_large")).isEqualTo(1);
        ReadOptions small = ReadOptions.defaults().withLimits(1 << 20, 1 << 10);
        assertThat(ReadAll.of(
                                TinyFiles.zip(
                                        folder.resolve("b.zip"),
                                        Map.of("a.shp", new byte[4096]),
                                        StandardCharsets.UTF_8),
                                small)
                        .issues
                        .count("archive_too_large"))
                .isEqualTo(1);
    }
}
