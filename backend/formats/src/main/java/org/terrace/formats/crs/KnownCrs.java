package org.terrace.formats.crs;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The systems that Terrace computes itself, without the EPSG database: geographic WGS84, CGCS2000 and ETRS89, the Gauss-Kruger
 * zones of CGCS2000, UTM on WGS84 and ETRS89, web mercator. Their datums differ by decimetres and count as equal for planning.
 *
 * @see "EPSG registry: 4513-4533 zone-prefixed 3 degree, 4534-4554 3 degree by meridian, 4491-4501 and 4502-4512 6 degree"
 */
final class KnownCrs {
    private static final double CHINA_SOUTH = 16;
    private static final double CHINA_NORTH = 54;

    private KnownCrs() {}

    static Optional<Crs> find(int epsg) {
        return switch (epsg) {
            case 4326 -> degrees(epsg, "WGS 84", "WGS 84", new Envelope(-180, 180, -90, 90));
            case 4490 -> degrees(epsg, "CGCS2000", "2000国家大地坐标系", new Envelope(73, 136, CHINA_SOUTH, CHINA_NORTH));
            case 4258 -> degrees(epsg, "ETRS89", "ETRS89", new Envelope(-17, 41, 32, 85));
            case 3857 ->
                crs(
                        epsg,
                        "WGS 84 / Pseudo-Mercator",
                        "网络墨卡托",
                        false,
                        new Envelope(-180, 180, -85, 85),
                        new WebMercator());
            default -> zone(epsg);
        };
    }

    private static Optional<Crs> zone(int epsg) {
        if (epsg >= 4513 && epsg <= 4533) {
            int zone = epsg - 4513 + 25;
            return gaussKruger(epsg, "3-degree", "3度", 75 + 3 * (zone - 25), zone, 1.5);
        }
        if (epsg >= 4534 && epsg <= 4554) {
            return gaussKruger(epsg, "3-degree", "3度", 75 + 3 * (epsg - 4534), 0, 1.5);
        }
        if (epsg >= 4491 && epsg <= 4501) {
            int zone = epsg - 4491 + 13;
            return gaussKruger(epsg, "6-degree", "6度", 75 + 6 * (zone - 13), zone, 3);
        }
        if (epsg >= 4502 && epsg <= 4512) {
            return gaussKruger(epsg, "6-degree", "6度", 75 + 6 * (epsg - 4502), 0, 3);
        }
        if (epsg > 32600 && epsg <= 32660) {
            return utm(epsg, "WGS 84", epsg - 32600, true);
        }
        if (epsg > 32700 && epsg <= 32760) {
            return utm(epsg, "WGS 84", epsg - 32700, false);
        }
        if (epsg >= 25828 && epsg <= 25838) {
            return utm(epsg, "ETRS89", epsg - 25800, true);
        }
        return Optional.empty();
    }

    private static Optional<Crs> gaussKruger(
            int epsg, String width, String widthZh, int meridian, int zone, double half) {
        String en = zone == 0 ? "CM " + meridian + "E" : "zone " + zone;
        String zh = zone == 0 ? "中央经线" + meridian + "°E" : "第" + zone + "带";
        return crs(
                epsg,
                "CGCS2000 / " + width + " Gauss-Kruger " + en,
                "CGCS2000 / " + widthZh + "带高斯-克吕格 " + zh,
                false,
                new Envelope(meridian - half, meridian + half, CHINA_SOUTH, CHINA_NORTH),
                new TransverseMercator(meridian, 1, zone * 1_000_000.0 + 500_000, 0));
    }

    private static Optional<Crs> utm(int epsg, String datum, int zone, boolean north) {
        int meridian = 6 * zone - 183;
        String name = datum + " / UTM zone " + zone + (north ? "N" : "S");
        String zh = datum + " / UTM " + zone + (north ? "N 带" : "S 带");
        Envelope area = new Envelope(meridian - 3, meridian + 3, north ? 0 : -80, north ? 84 : 0);
        return crs(
                epsg, name, zh, false, area, new TransverseMercator(meridian, 0.9996, 500_000, north ? 0 : 10_000_000));
    }

    private static Optional<Crs> degrees(int epsg, String en, String zh, Envelope area) {
        return crs(epsg, en, zh, true, area, new Degrees());
    }

    private static Optional<Crs> crs(
            int epsg, String en, String zh, boolean geographic, Envelope area, Projection projection) {
        return Optional.of(new Crs(epsg, en, zh, geographic, true, area, Optional.of(projection), Optional.empty()));
    }
}
