package org.terrace.formats.crs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds the coordinate system of bare numbers by their size. Only what can be one thing alone is 'detected'; where several systems
 * fit the user is asked, with the likeliest offered first. Degrees look alike in every
 * datum (and in the shifted GCJ-02), so WGS84 is only offered.
 */
public final class CrsDetection {
    private CrsDetection() {}

    /**
     * @param extent of the raw numbers
     * @param county where the county lies, in degrees, if known: decides between candidates
     */
    public static CrsFound fromNumbers(Envelope extent, Optional<Envelope> county) {
        if (extent.isNull()) {
            return CrsFound.asked(List.of(), "no_coordinates", false);
        }
        Optional<CrsFound> straight = straight(extent, county);
        if (straight.isPresent()) {
            return straight.get();
        }
        Envelope turned = new Envelope(extent.getMinY(), extent.getMaxY(), extent.getMinX(), extent.getMaxX());
        Optional<CrsFound> swapped = straight(turned, county);
        if (swapped.isPresent()) {
            CrsFound f = swapped.get();
            return new CrsFound(f.crs(), f.how(), true, f.candidates(), f.reason() + "_swapped", "");
        }
        return CrsFound.asked(List.of(), "outside", false);
    }

    private static Optional<CrsFound> straight(Envelope e, Optional<Envelope> county) {
        if (degrees(e)) {
            Envelope turned = new Envelope(e.getMinY(), e.getMaxY(), e.getMinX(), e.getMaxX());
            if (county.isPresent() && !near(county.get(), e) && near(county.get(), turned)) {
                return Optional.empty();
            }
            return Optional.of(CrsFound.asked(List.of(Crs.WGS84, Crs.epsg(4490)), "degrees", false));
        }
        boolean northing = e.getMinY() >= 1_000_000 && e.getMaxY() <= 6_500_000;
        int zone = (int) Math.floor(e.getMinX() / 1_000_000);
        if (northing && zone == (int) Math.floor(e.getMaxX() / 1_000_000) && inZone(e, zone)) {
            if (zone >= 25 && zone <= 45) {
                return Optional.of(CrsFound.detected(Crs.epsg(4513 + zone - 25), "zone_prefix", false));
            }
            if (zone >= 13 && zone <= 23) {
                return Optional.of(CrsFound.detected(Crs.epsg(4491 + zone - 13), "zone_prefix", false));
            }
        }
        boolean easting = e.getMinX() >= 100_000 && e.getMaxX() <= 900_000;
        if (easting && e.getMinY() >= 0 && e.getMaxY() <= 10_000_000) {
            List<Crs> candidates = sixDigits(e, county);
            if (!candidates.isEmpty()) {
                return Optional.of(CrsFound.asked(candidates, "six_digits", false));
            }
        }
        return Optional.empty();
    }

    private static boolean degrees(Envelope e) {
        return Math.abs(e.getMinX()) <= 180
                && Math.abs(e.getMaxX()) <= 180
                && Math.abs(e.getMinY()) <= 90
                && Math.abs(e.getMaxY()) <= 90;
    }

    private static boolean inZone(Envelope e, int zone) {
        return e.getMinX() >= zone * 1_000_000.0 + 100_000 && e.getMaxX() <= zone * 1_000_000.0 + 900_000;
    }

    /** Zones that put the numbers near the county; without a county the zones of western China, for the user to choose from. */
    private static List<Crs> sixDigits(Envelope e, Optional<Envelope> county) {
        Set<Crs> offered = new LinkedHashSet<>();
        if (county.isPresent()) {
            offered.add(CountyCrs.forExtent(county.get()));
            double lon = county.get().centre().x;
            for (int code : neighbours(lon, county.get().centre().y)) {
                Crs.find(code).ifPresent(offered::add);
            }
            List<Crs> fitting = new ArrayList<>();
            for (Crs crs : offered) {
                double[] middle = CoordinateTransform.between(crs, Crs.WGS84).point(e.centre().x, e.centre().y);
                if (near(county.get(), new Envelope(middle[0], middle[0], middle[1], middle[1]))) {
                    fitting.add(crs);
                }
            }
            return fitting;
        }
        for (int meridian = 99; meridian <= 111; meridian += 3) {
            offered.add(Crs.epsg(4534 + (meridian - 75) / 3));
        }
        offered.add(Crs.epsg(32647));
        offered.add(Crs.epsg(32648));
        return List.copyOf(offered);
    }

    private static List<Integer> neighbours(double lon, double lat) {
        List<Integer> codes = new ArrayList<>();
        int three = (int) Math.round((lon - 75) / 3);
        for (int i : new int[] {three, three - 1, three + 1}) {
            if (i >= 0 && i <= 20) {
                codes.add(4534 + i);
            }
        }
        int six = (int) Math.round((lon - 75) / 6);
        if (six >= 0 && six <= 10) {
            codes.add(4502 + six);
        }
        int utm = (int) Math.floor((lon + 180) / 6) + 1;
        for (int i : new int[] {utm, utm - 1, utm + 1}) {
            if (i >= 1 && i <= 60) {
                codes.add((lat >= 0 ? 32600 : 32700) + i);
            }
        }
        return codes;
    }

    /** Within a degree of the county. */
    private static boolean near(Envelope county, Envelope extent) {
        Envelope wide = county.copy();
        wide.expandBy(1);
        return wide.contains(extent.centre());
    }
}
