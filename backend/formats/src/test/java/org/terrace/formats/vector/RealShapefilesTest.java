package org.terrace.formats.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.terrace.formats.ReadAll;
import org.terrace.formats.RealData;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.text.EncodingFound;
import org.terrace.formats.text.Encodings;

/** Shapefiles nobody here made: a rural-road programme, and Chinese text in every encoding. */
final class RealShapefilesTest {
    @Test
    void ladakhRoadsComeOutOfTheirZip() {
        ReadAll roads = ReadAll.of(RealData.file("ladakh/Road_DRRP_Ladakh.zip"));
        assertThat(roads.features).hasSize(1015);
        assertThat(roads.column("ER_ID").stream().distinct()).hasSize(870);
        assertThat(roads.features.stream()
                        .filter(f -> !f.geometry().orElseThrow().isSimple()))
                .hasSize(21);
        assertThat(roads.layers
                        .get("Road_DRRP3")
                        .crs()
                        .orElseThrow()
                        .crs()
                        .orElseThrow()
                        .epsg())
                .isEqualTo(4326);
        assertThat(roads.issues.all()).isEmpty();
    }

    @Test
    void ladakhFoldersAndPolygonsWithHoles() {
        assertThat(ReadAll.of(RealData.file("ladakh/Habitation_Ladakh")).features)
                .hasSize(729);
        assertThat(ReadAll.of(RealData.file("ladakh/Facilities_Ladakh/Facilities.shp")).features)
                .hasSize(1003);
        ReadAll blocks = ReadAll.of(RealData.file("ladakh/Bound_Block_Ladakh"));
        assertThat(blocks.features).hasSize(31);
        assertThat(blocks.features.stream()
                        .filter(f -> !f.geometry().orElseThrow().isValid()))
                .hasSize(2);
    }

    @Test
    void theSameTextComesOutOfEachEncoding() {
        assertThat(text("gbk.dbf", EncodingFound.How.ASKED)).isEqualTo("简体国语");
        assertThat(text("gb2312.dbf", EncodingFound.How.ASKED)).isEqualTo("简体国语");
        assertThat(text("utf8.dbf", EncodingFound.How.ASKED)).isEqualTo("国语國語");
        assertThat(text("ldid/chinese.shp", EncodingFound.How.READ)).isEqualTo("简体");
        Path big5 = RealData.file("encoding/mapshaper/big5.dbf");
        ReadAll asked = ReadAll.of(big5);
        EncodingFound found = asked.layers.get("big5").encoding().orElseThrow();
        assertThat(found.samples().get("Big5")).contains("繁體國語");
        assertThat(asked.issues.count("encoding_asked")).isEqualTo(1);
        assertThat(first(ReadAll.of(big5, ReadOptions.defaults().withEncoding(Encodings.BIG5))))
                .isEqualTo("繁體國語");
    }

    @Test
    void aGbkShapefileWithoutCpgIsAskedWithGbkOffered() {
        ReadAll all = ReadAll.of(RealData.file("encoding/geotools/chinese_poly.shp"));
        assertThat(all.features).hasSize(1);
        assertThat(all.features.get(0).attributes().values()).contains("黑龙江省");
        EncodingFound found = all.layers.get("chinese_poly").encoding().orElseThrow();
        assertThat(found.how()).isEqualTo(EncodingFound.How.ASKED);
        assertThat(found.charset()).isNotEqualTo(StandardCharsets.UTF_8);
        assertThat(found.samples()).containsOnlyKeys("GBK", "UTF-8", "Big5");
    }

    private static String text(String name, EncodingFound.How how) {
        ReadAll all = ReadAll.of(RealData.file("encoding/mapshaper/" + name));
        assertThat(all.layers
                        .values()
                        .iterator()
                        .next()
                        .encoding()
                        .orElseThrow()
                        .how())
                .isEqualTo(how);
        return first(all);
    }

    private static String first(ReadAll all) {
        return String.valueOf(
                all.features.get(0).attributes().values().iterator().next());
    }
}
