package org.terrace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;

/** Points in UTM whose zone stands in a column of its own. */
class ZoneColumnTest {
    @TempDir
    Path folder;

    private ReadAll read(String csv) throws IOException {
        return ReadAll.of(Files.writeString(folder.resolve("points.csv"), csv));
    }

    private static Optional<Coordinate> at(RawFeature row) {
        return row.geometry().map(g -> g.getCoordinate());
    }

    @Test
    void everyRowIsReadInItsOwnZone() throws IOException {
        // The CN Tower: 17T 630084 4833438 is 43 38 33.24 N, 79 23 13.7 W. As far south of the equator its northing is
        // 10,000,000 less that.
        ReadAll all = read("""
                code,x,y,utm_zone
                tower,630084,4833438,17T
                mirrored,630084,5166562,UTM 17 G
                east,630084,4833438,48N
                south,630084,5166562,18S
                """);
        assertThat(all.issues.counts()).isEmpty();
        assertThat(all.layers.get("points").crs().flatMap(f -> f.crs())).contains(Crs.WGS84);
        double lat = 43 + 38 / 60.0 + 33.24 / 3600;
        double lon = -(79 + 23 / 60.0 + 13.7 / 3600);
        double[][] expected = {{lon, lat}, {lon, -lat}, {lon + 186, lat}, {lon + 6, -lat}};
        for (int i = 0; i < expected.length; i++) {
            Coordinate c = at(all.features.get(i)).orElseThrow();
            assertThat(c.x).as("row %d", i).isCloseTo(expected[i][0], within(2e-5));
            assertThat(c.y).as("row %d", i).isCloseTo(expected[i][1], within(2e-5));
        }
        Survey survey = Survey.of(
                        InputFile.of(folder.resolve("points.csv")),
                        ReadOptions.defaults(),
                        Optional.empty(),
                        issue -> {})
                .orElseThrow();
        assertThat(survey.layers().get(0).zones())
                .containsOnlyKeys(32617, 32717, 32718, 4545); // 106.6 east: the 3-degree zone of 108 east
    }

    /** 'S' is the south, and in 32 to 40 degrees north the letter of the band. */
    @Test
    void aZoneThatIsNotToldOrCanBeReadInTwoWaysGivesNoPosition() throws IOException {
        ReadAll all = read("""
                code,x,y,HUSO
                none,300000,8667000,
                bare,300000,8667000,18
                unknown,300000,8667000,61S
                either,300000,3900000,48S
                good,300000,8667000,18S
                """);
        assertThat(all.issues.count("zone_unclear")).isEqualTo(4);
        assertThat(all.features.stream().filter(f -> f.geometry().isPresent())).hasSize(1);
        assertThat(at(all.features.get(4)).orElseThrow().y).isBetween(-12.1, -12.0);
    }

    @Test
    void aColumnThatOnlySoundsLikeAZoneChangesNothing() throws IOException {
        ReadAll all = read("code,lon,lat,zone\na,102.3,29.2,17S\n");
        assertThat(all.layers.get("points").crs()).isEmpty();
        assertThat(at(all.features.get(0))).contains(new Coordinate(102.3, 29.2));
    }
}
