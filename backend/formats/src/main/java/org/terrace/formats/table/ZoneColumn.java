package org.terrace.formats.table;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;

/**
 * A column that says row by row in which UTM zone (of WGS 84) the coordinates are, as surveys of whole countries have it: {@code 17S},
 * {@code 18 L}. The rows become degrees as they are read. A row whose zone is not told, or can be read in two ways, has no position.
 */
final class ZoneColumn {
    private static final List<String> NAMES = List.of(
            "utm_zone", "utm zone", "utmzone", "zone_utm", "zona_utm", "zona utm", "huso", "huso_utm", "huso utm");

    /** A number, then N or S for the hemisphere, or the letter of a band of latitude. */
    private static final Pattern ZONE = Pattern.compile("(?:UTM\\s*)?([1-9]|[1-5]\\d|60)\\s*([C-HJ-NP-X])");

    /** Northings of the band S, 32 to 40 degrees north: there 'S' may mean the band or the south (of Patagonia). */
    private static final double BAND_S_FROM_M = 3_500_000;

    private static final double BAND_S_TO_M = 4_500_000;

    private final String column;
    private final Map<Integer, CoordinateTransform> transforms = new HashMap<>();

    private ZoneColumn(String column) {
        this.column = column;
    }

    static Optional<ZoneColumn> find(List<String> header) {
        return header.stream()
                .filter(name -> NAMES.contains(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(ZoneColumn::new);
    }

    /** In degrees; empty where the zone is not told, which is reported. */
    Optional<Coordinate> degrees(double east, double north, Map<String, Object> row, Place place, IssueSink issues) {
        String told = String.valueOf(row.getOrDefault(column, "")).strip().toUpperCase(Locale.ROOT);
        Matcher zone = ZONE.matcher(told);
        if (!zone.matches() || (zone.group(2).equals("S") && north > BAND_S_FROM_M && north < BAND_S_TO_M)) {
            issues.report(Issue.warning("zone_unclear", place).field(column).value(told));
            return Optional.empty();
        }
        boolean isNorth = zone.group(2).compareTo("N") >= 0 && !zone.group(2).equals("S");
        int epsg = (isNorth ? 32600 : 32700) + Integer.parseInt(zone.group(1));
        double[] at = transforms
                .computeIfAbsent(epsg, code -> CoordinateTransform.between(Crs.epsg(code), Crs.WGS84))
                .point(east, north);
        return Optional.of(new Coordinate(at[0], at[1]));
    }
}
