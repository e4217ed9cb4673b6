package org.terrace.formats.raster;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The south west corner of an SRTM tile, which only its name tells: {@code N42E001.hgt}.
 *
 * @param south degrees, negative in the southern hemisphere
 * @param west degrees, negative in the western hemisphere
 */
record HgtName(int south, int west) {
    private static final Pattern NAME = Pattern.compile("^([NS])(\\d{2})([EW])(\\d{3})(?![0-9]).*");

    static Optional<HgtName> of(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        Matcher m = NAME.matcher(last.toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        int lat = Integer.parseInt(m.group(2));
        int lon = Integer.parseInt(m.group(4));
        int south = m.group(1).equals("N") ? lat : -lat;
        int west = m.group(3).equals("E") ? lon : -lon;
        boolean onEarth = south >= -90 && south < 90 && west >= -180 && west < 180;
        return onEarth ? Optional.of(new HgtName(south, west)) : Optional.empty();
    }
}
