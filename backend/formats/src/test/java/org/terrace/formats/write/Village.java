package org.terrace.formats.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.terrace.formats.crs.Crs;
import org.terrace.region.GeometryKind;

/** Three households, two roads and one plot to write, with all that is hard about them. */
final class Village {
    static final OutputTable HOUSEHOLDS = new OutputTable(
            "households",
            "农户",
            Optional.of(GeometryKind.POINT),
            Crs.epsg(4490),
            List.of(
                    OutputColumn.code("code"),
                    OutputColumn.text("village"),
                    OutputColumn.number("voltage_v", "V", 1),
                    OutputColumn.integer("persons", ""),
                    OutputColumn.date("surveyed")));

    static final OutputTable ROADS = new OutputTable(
            "道路",
            "",
            Optional.of(GeometryKind.LINE),
            Crs.epsg(4543),
            List.of(OutputColumn.text("name"), OutputColumn.number("length_m", "m", 0)));

    static final OutputTable PLOTS = new OutputTable(
            "plots", "", Optional.of(GeometryKind.POLYGON), Crs.epsg(4490), List.of(OutputColumn.text("fid")));

    static final OutputTable COUNTS =
            OutputTable.plain("counts", "", List.of(OutputColumn.text("名称"), OutputColumn.integer("n", "")));

    private Village() {}

    static RowSource households() {
        return RowSource.of(List.of(
                OutputRow.at(
                        wkt("POINT (102.1234567 27.5)"),
                        "007",
                        "大石板村, \"上\"组",
                        Optional.of(187.25),
                        4,
                        LocalDate.of(2024, 2, 29)),
                OutputRow.at(wkt("POINT (102.2 27.6)"), "110101199003071234", "=1+1", Double.NaN, 0, ""),
                OutputRow.of("009", "𠮷村\n第二行", 220, Optional.empty(), "2023-12-31")));
    }

    /** In metres of the zone about 102 degrees east. */
    static RowSource roads() {
        return RowSource.of(List.of(
                OutputRow.at(wkt("LINESTRING (500000 3042000, 501000 3042000)"), "通村路", 1000),
                OutputRow.at(
                        wkt("MULTILINESTRING ((500000 3042000, 500000 3043000), (500500 3042000, 500500 3042500))"),
                        "断头路",
                        999.5)));
    }

    /** Clockwise outside, as shapefiles have it. */
    static RowSource plots() {
        return RowSource.of(List.of(OutputRow.at(
                wkt(
                        "POLYGON ((102 27, 102 28, 103 28, 103 27, 102 27), (102.2 27.2, 102.4 27.2, 102.4 27.4, 102.2 27.2))"),
                "a")));
    }

    static RowSource counts() {
        return RowSource.of(List.of(OutputRow.of("村", 12), OutputRow.of("组", 48L)));
    }

    static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
