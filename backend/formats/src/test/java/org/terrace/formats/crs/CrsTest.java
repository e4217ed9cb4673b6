package org.terrace.formats.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Coordinates against PROJ's figures, and our own formulas against GeoTools. */
final class CrsTest {
    private static double[] from4326(int epsg, double lon, double lat) {
        return CoordinateTransform.between(Crs.WGS84, Crs.epsg(epsg)).point(lon, lat);
    }

    /** Figures of PROJ: 102.36E 29.23N in Shimian, and 104.5E 30.5N. */
    @Test
    void agreesWithProjToTheMillimetre() {
        assertThat(from4326(4543, 102.36, 29.23))
                .containsExactly(new double[] {535_000.193, 3_234_815.681}, within(6e-4));
        assertThat(from4326(4522, 102.36, 29.23)[0]).isCloseTo(34_535_000.193, within(6e-4));
        assertThat(from4326(4543, 104.5, 30.5))
                .containsExactly(new double[] {740_034.516, 3_378_200.639}, within(6e-4));
        assertThat(from4326(32648, 104.5, 30.5))
                .containsExactly(new double[] {452_019.439, 3_374_297.773}, within(6e-4));
        assertThat(from4326(3857, 104.5, 30.5))
                .containsExactly(new double[] {11_632_886.788, 3_567_983.456}, within(6e-4));
    }

    /** Within 5 mm: the registry shifts ETRS89 by 2 mm against WGS84, which Terrace takes as equal. */
    @Test
    void ownFormulasAgreeWithGeoToolsAndComeBack() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        for (int code : new int[] {4513, 4533, 4534, 4543, 4554, 4491, 4512, 32601, 32648, 32760, 25831, 3857}) {
            Crs crs = Crs.epsg(code);
            Envelope area = crs.areaOfUse();
            MathTransform reference = CRS.findMathTransform(Crs.WGS84.geoTools(), crs.geoTools(), true);
            CoordinateTransform there = CoordinateTransform.between(Crs.WGS84, crs);
            CoordinateTransform back = CoordinateTransform.between(crs, Crs.WGS84);
            for (int i = 0; i < 200; i++) {
                double lon = area.getMinX() + random.nextDouble() * area.getWidth();
                double lat = area.getMinY() + random.nextDouble() * area.getHeight();
                double[] expected = {lon, lat};
                reference.transform(expected, 0, expected, 0, 1);
                double[] own = there.point(lon, lat);
                assertThat(own).as("EPSG:%d %s %s", code, lon, lat).containsExactly(expected, within(5e-3));
                assertThat(back.point(own[0], own[1])).containsExactly(new double[] {lon, lat}, within(1e-9));
            }
        }
    }

    @Test
    void aSystemFromTheRegistryWorksToo() {
        assertThat(Crs.epsg(26713).isMetric()).isTrue();
        assertThat(Crs.find(999_999)).isEmpty();
        double[] point = from4326(2154, 3, 46.5);
        assertThat(point).containsExactly(new double[] {700_000, 6_600_000}, within(0.01));
    }

    @Test
    void aPlaceThatDoesNotExistIsNotANumber() {
        assertThat(from4326(4543, 29.23, 102.36)).containsOnly(Double.NaN);
        assertThat(from4326(32648, 104, 95)).containsOnly(Double.NaN);
    }

    @Test
    void esriTextIsRecognised() {
        String gk =
                "PROJCS[\"CGCS2000_3_Degree_GK_CM_102E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                        + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                        + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",%s],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",102.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
                        + "UNIT[\"Meter\",1.0]]";
        assertThat(Crs.fromWkt(gk.formatted("500000.0")).orElseThrow().epsg()).isEqualTo(4543);
        assertThat(Crs.fromWkt(gk.formatted("34500000.0")).orElseThrow().epsg()).isEqualTo(4522);
        assertThat(Crs.fromWkt(
                                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]")
                        .orElseThrow()
                        .epsg())
                .isEqualTo(4326);
        assertThat(Crs.fromWkt("nonsense")).isEmpty();
        assertThat(Crs.epsg(4543).name("en")).isEqualTo("CGCS2000 / 3-degree Gauss-Kruger CM 102E (EPSG:4543)");
        assertThat(Crs.fromWkt(Crs.epsg(4543).wkt()).orElseThrow().epsg()).isEqualTo(4543);
    }

    @Test
    void theCountysOwnSystemHasTheNearestMeridian() {
        assertThat(CountyCrs.forExtent(new Envelope(101.92, 102.57, 28.85, 29.52))
                        .epsg())
                .isEqualTo(4543);
        assertThat(CountyCrs.forExtent(new Envelope(1.4, 1.8, 42.4, 42.7)).epsg())
                .isEqualTo(32631);
        assertThat(CountyCrs.forExtent(new Envelope(75.3, 79.6, 32.3, 35.7)).epsg())
                .isEqualTo(32643);
        assertThat(CountyCrs.forExtent(new Envelope(-72, -71, -14, -13)).epsg()).isEqualTo(32719);
    }

    @Test
    void bareNumbersTellTheirSystemOrAreAsked() {
        Optional<Envelope> shimian = Optional.of(new Envelope(101.92, 102.57, 28.85, 29.52));
        CrsFound degrees = CrsDetection.fromNumbers(new Envelope(102, 102.5, 29, 29.4), shimian);
        assertThat(degrees.crs().orElseThrow().epsg()).isEqualTo(4326);
        assertThat(degrees.swapped()).isFalse();
        CrsFound turned = CrsDetection.fromNumbers(new Envelope(29, 29.4, 102, 102.5), Optional.empty());
        assertThat(turned.swapped()).isTrue();
        assertThat(turned.reason()).isEqualTo("degrees_swapped");
        CrsFound prefixed =
                CrsDetection.fromNumbers(new Envelope(34_500_100, 34_560_000, 3_200_000, 3_260_000), shimian);
        assertThat(prefixed.how()).isEqualTo(CrsFound.How.DETECTED);
        assertThat(prefixed.crs().orElseThrow().epsg()).isEqualTo(4522);
        CrsFound chineseXy =
                CrsDetection.fromNumbers(new Envelope(3_200_000, 3_260_000, 34_500_100, 34_560_000), shimian);
        assertThat(chineseXy.swapped()).isTrue();
        assertThat(chineseXy.crs().orElseThrow().epsg()).isEqualTo(4522);
        CrsFound six = CrsDetection.fromNumbers(new Envelope(520_000, 540_000, 3_220_000, 3_240_000), shimian);
        assertThat(six.how()).isEqualTo(CrsFound.How.ASKED);
        assertThat(six.candidates().get(0).epsg()).isEqualTo(4543);
        CrsFound lost = CrsDetection.fromNumbers(new Envelope(1, 1e9, 5, 1e9), shimian);
        assertThat(lost.crs()).isEmpty();
    }

    @Test
    void swappedDegreesThatWouldBothFitAreToldByTheCounty() {
        Optional<Envelope> andorra = Optional.of(new Envelope(1.4, 1.8, 42.4, 42.7));
        CrsFound turned = CrsDetection.fromNumbers(new Envelope(42.5, 42.6, 1.5, 1.6), andorra);
        assertThat(turned.swapped()).isTrue();
    }
}
