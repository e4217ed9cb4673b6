package org.terrace.sample;

import java.util.Locale;

/** The order in which the files of the sample go into Terrace, and what each is: {@code import.yaml}. */
final class ImportList {
    private ImportList() {}

    static String text(SyntheticCounty county) {
        String head = """
                # Synthetic data: no real county, place or person. 虚构数据，不对应任何真实县、地点或个人。
                county:
                  code: "%s"
                  name:
                    en: "%s"
                    zh-CN: "%s"
                  synthetic: true
                  epsg: %d
                  standard: sample-county
                # In this order: units before what refers to them.
                files:
                """;
        return String.format(
                        Locale.ROOT,
                        head,
                        county.code(),
                        county.names().get("en"),
                        county.names().get("zh-CN"),
                        SyntheticCounty.EPSG)
                + file("admin-units.csv", "admin_unit", "admin-units", 4326)
                + file("boundaries.geojson", "admin_boundary", "terrace", 4326)
                + file("elevation.tif", "elevation", "", SyntheticCounty.EPSG)
                + file("roads.gpkg", "road_segment", "terrace", SyntheticCounty.EPSG)
                + file("watercourses.geojson", "watercourse", "terrace", 4326)
                + file("water-works.csv", "water_facility", "water-works", 4326)
                + file("pipes.geojson", "pipe", "terrace", 4326)
                + file("transformers.xlsx", "power_facility", "transformers", 4326)
                + file("power-lines.geojson", "power_line", "terrace", 4326)
                + file("households.csv", "household", "official-household-record", 4326)
                + file("plots.gpkg", "plot", "terrace", SyntheticCounty.EPSG)
                + file("constraint-areas.geojson", "constraint_area", "terrace", 4326)
                + file("facilities.csv", "facility", "facilities", 4326)
                + file("projects.xlsx", "project", "county-projects", 4326);
    }

    private static String file(String name, String layer, String profile, int crs) {
        String mapping = profile.isEmpty() ? "" : ", profile: " + profile;
        return "  - {file: " + name + ", layer: " + layer + mapping + ", crs: " + crs + ", mode: replace}\n";
    }
}
