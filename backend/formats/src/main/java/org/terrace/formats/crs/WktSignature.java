package org.terrace.formats.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the code of a well-known text without the EPSG database, by datum and projection parameters: what ESRI, SuperMap and
 * GDAL write for the systems that Terrace computes itself. Anything in doubt is left to the slow way.
 */
final class WktSignature {
    private static final Pattern DATUM = Pattern.compile("DATUM\\s*\\[\\s*\"([^\"]*)\"");
    private static final Pattern PROJECTION = Pattern.compile("PROJECTION\\s*\\[\\s*\"([^\"]*)\"");
    private static final Pattern PARAMETER =
            Pattern.compile("PARAMETER\\s*\\[\\s*\"([^\"]*)\"\\s*,\\s*([-+0-9.eE]+)\\s*\\]");

    private WktSignature() {}

    static Optional<Crs> recognise(String wkt) {
        String text = wkt.strip();
        Optional<String> datum = first(DATUM, text).map(WktSignature::plain);
        if (datum.isEmpty() || text.startsWith("COMPD_CS")) {
            return Optional.empty();
        }
        String d = datum.get();
        boolean china = d.equals("china2000") || d.equals("cgcs2000") || d.equals("chinageodeticcoordinatesystem2000");
        boolean wgs84 = d.equals("wgs1984") || d.equals("wgs84") || d.equals("worldgeodeticsystem1984");
        boolean etrs = d.equals("etrs1989") || d.equals("europeanterrestrialreferencesystem1989");
        if (text.startsWith("GEOGCS") && text.toLowerCase(Locale.ROOT).contains("degree")) {
            return china ? Crs.find(4490) : wgs84 ? Crs.find(4326) : etrs ? Crs.find(4258) : Optional.empty();
        }
        String projection = first(PROJECTION, text).map(WktSignature::plain).orElse("");
        if (!text.startsWith("PROJCS")
                || !(projection.equals("transversemercator") || projection.equals("gausskruger"))
                || !text.toLowerCase(Locale.ROOT)
                        .matches("(?s).*unit\\s*\\[\\s*\"met(re|er)\"\\s*,\\s*1(\\.0*)?\\s*[,\\]].*")) {
            return Optional.empty();
        }
        double meridian = parameter(text, "centralmeridian");
        double scale = parameter(text, "scalefactor");
        double easting = parameter(text, "falseeasting");
        double northing = parameter(text, "falsenorthing");
        double origin = parameter(text, "latitudeoforigin");
        if (origin != 0 && !Double.isNaN(origin)) {
            return Optional.empty();
        }
        if (china && northing == 0 && (scale == 1 || Double.isNaN(scale))) {
            return gaussKruger(text, meridian, easting);
        }
        if ((wgs84 || etrs) && scale == 0.9996 && easting == 500_000) {
            int zone = (int) Math.round((meridian + 183) / 6);
            if (6 * zone - 183 != meridian) {
                return Optional.empty();
            }
            if (etrs) {
                return northing == 0 ? Crs.find(25800 + zone).filter(c -> zone >= 28 && zone <= 38) : Optional.empty();
            }
            return northing == 0
                    ? Crs.find(32600 + zone)
                    : northing == 10_000_000 ? Crs.find(32700 + zone) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Three-degree zones unless the name says six (both exist on some meridians, with the same numbers when unprefixed). */
    private static Optional<Crs> gaussKruger(String text, double meridian, double easting) {
        String name = text.substring(0, Math.min(text.length(), 120)).toLowerCase(Locale.ROOT);
        boolean six = !name.contains("3_degree") && !name.contains("3-degree") && !name.contains("3 degree");
        if (easting == 500_000) {
            double step = (meridian - 75) / (six ? 6 : 3);
            return step == Math.rint(step) && step >= 0 && step <= (six ? 10 : 20)
                    ? Crs.find((six ? 4502 : 4534) + (int) step)
                    : six ? gaussKruger("3-degree", meridian, easting) : Optional.empty();
        }
        int zone = (int) Math.floor(easting / 1_000_000);
        if (easting - zone * 1_000_000.0 != 500_000) {
            return Optional.empty();
        }
        if (zone >= 25 && zone <= 45 && meridian == 75 + 3.0 * (zone - 25)) {
            return Crs.find(4513 + zone - 25);
        }
        return zone >= 13 && zone <= 23 && meridian == 75 + 6.0 * (zone - 13)
                ? Crs.find(4491 + zone - 13)
                : Optional.empty();
    }

    private static double parameter(String text, String name) {
        Matcher m = PARAMETER.matcher(text);
        while (m.find()) {
            if (plain(m.group(1)).equals(name)) {
                return Double.parseDouble(m.group(2));
            }
        }
        return Double.NaN;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** Letters and digits only, lower case, without the D_ that ESRI puts before datums. */
    private static String plain(String name) {
        String n = name.startsWith("D_") ? name.substring(2) : name;
        return n.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
