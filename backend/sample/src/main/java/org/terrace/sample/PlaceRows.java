package org.terrace.sample;

import static org.terrace.region.LayerKind.ADMIN_BOUNDARY;
import static org.terrace.region.LayerKind.CONSTRAINT_AREA;
import static org.terrace.region.LayerKind.FACILITY;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.Geometries;

/** Services, borders and protected areas of one tile. */
final class PlaceRows {
    private static final double RED_LINE_ABOVE_VALLEY_M = 1_230;

    private final Tables tables;
    private final Tile tile;
    private final Landscape land;
    private final Units units;

    PlaceRows(Tables tables, Tile tile, Landscape land, Units units) {
        this.tables = tables;
        this.tile = tile;
        this.land = land;
        this.units = units;
    }

    void addFacilities(Dice dice) {
        Sites sites = land.sites();
        for (int v = 0; v < sites.villages().size(); v++) {
            facility("village_committee", "村委会", v, 0, 0);
            if (dice.chance(0.45)) {
                facility("school", "小学", v, 90, -60);
            }
            if (dice.chance(0.8)) {
                facility("clinic", "卫生室", v, -45, 35);
            }
            if (dice.chance(0.55)) {
                facility("refuse_point", "垃圾收集点", v, 60, 80);
            }
            if (dice.chance(0.09)) {
                facility("processing", "农产品加工点", v, -110, -70);
            }
        }
        for (int seat : sites.townships()) {
            facility("township_seat", "乡政府", seat, 40, -30);
            facility("market", "集市", seat, -60, 60);
            facility("transport", "客运站", seat, 110, 20);
        }
    }

    private void facility(String kind, String zh, int village, double dx, double dy) {
        Sites.Village at = land.sites().villages().get(village);
        tables.row(FACILITY, "F");
        tables.of(FACILITY).point(tile.east(at.x() + dx), tile.northing(at.y() + dy));
        tables.set(FACILITY, "name", units.villageNames.get(village).zh() + zh)
                .set(FACILITY, "kind", kind)
                .set(FACILITY, "place_code", units.villageCodes.get(village));
    }

    /** Borders of the townships, villages too where the county is small enough to draw them. */
    void addBoundaries(boolean villagesToo) {
        Areas areas = new Areas(land.lattice(), tile, villagesToo ? 2 : 5);
        short[] villageOf = land.sites().villageOfNode();
        Map<Integer, Geometry> villages = areas.of(node -> villageOf[node], 420, true);
        java.util.TreeMap<Integer, java.util.List<Geometry>> byTownship = new java.util.TreeMap<>();
        villages.forEach((v, area) -> {
            if (villagesToo) {
                boundary(units.villageCodes.get(v), units.villageNames.get(v).with("村", " Village"), "village", area);
            }
            byTownship
                    .computeIfAbsent(land.sites().villages().get(v).township(), t -> new java.util.ArrayList<>())
                    .add(area);
        });
        byTownship.forEach((t, parts) -> boundary(
                units.townshipCodes.get(t),
                units.townshipNames.get(t).with("乡", " Township"),
                "township",
                union(parts)));
    }

    static Geometry union(List<Geometry> parts) {
        return org.locationtech.jts.coverage.CoverageUnion.union(parts.toArray(Geometry[]::new));
    }

    private void boundary(String code, String name, String level, Geometry area) {
        tables.of(ADMIN_BOUNDARY).row(code).geometry(area);
        tables.set(ADMIN_BOUNDARY, "name", name).set(ADMIN_BOUNDARY, "level", level);
    }

    void addConstraints(Dice dice) {
        Terrain terrain = land.terrain();
        Lattice lattice = land.lattice();
        short[] villageOf = land.sites().villageOfNode();
        Areas areas = new Areas(lattice, tile, 2);
        Map<Integer, Geometry> high = areas.of(
                node -> villageOf[node] >= 0
                                && terrain.aboveValleyM(lattice.x(node), lattice.y(node)) > RED_LINE_ABOVE_VALLEY_M
                        ? 0
                        : -1,
                230,
                false);
        for (Geometry all : high.values()) {
            for (int i = 0; i < all.getNumGeometries(); i++) {
                if (all.getGeometryN(i).getArea() > 600_000) {
                    area(all.getGeometryN(i), "高山生态保护红线", "ecological_red_line", "forbidden", "自然资源局", "2023-09-01");
                }
            }
        }
        for (int g = 0; g < land.springs().size(); g++) {
            var spring = land.springs().get(g);
            if (land.sites().groups().get(g).number() == 1 && spring.isPresent() && dice.chance(0.6)) {
                area(
                        ellipse(spring.get(), 160, 110, dice.below(16)),
                        "水源保护区",
                        "water_source_protection",
                        "forbidden",
                        "生态环境局",
                        "2022-05-12");
            } else if (dice.chance(0.03)) {
                Sites.Group group = land.sites().groups().get(g);
                Sites.Spot slope =
                        new Sites.Spot(group.x() + dice.between(-300, 300), group.y() + dice.between(-300, 300));
                area(
                        ellipse(slope, 140, 60, dice.below(16)),
                        "滑坡隐患点",
                        "hazard",
                        "needs_approval",
                        "自然资源局",
                        "2024-06-30");
            }
        }
    }

    /** Sixteen corners; the long axis turned by sixteenths, so that no machine's sine matters beyond the decimetre. */
    private Geometry ellipse(Sites.Spot at, double a, double b, int turn) {
        Coordinate[] ring = new Coordinate[17];
        double turned = turn * StrictMath.PI / 8;
        for (int k = 0; k < 16; k++) {
            double angle = k * StrictMath.PI / 8;
            double u = a * StrictMath.cos(angle);
            double v = b * StrictMath.sin(angle);
            ring[k] = tile.at(
                    at.x() + u * StrictMath.cos(turned) - v * StrictMath.sin(turned),
                    at.y() + u * StrictMath.sin(turned) + v * StrictMath.cos(turned));
        }
        ring[16] = new Coordinate(ring[0]);
        return Geometries.FACTORY.createPolygon(ring);
    }

    private void area(Geometry shape, String name, String kind, String rule, String office, String dated) {
        tables.row(CONSTRAINT_AREA, "Z");
        tables.of(CONSTRAINT_AREA).geometry(shape);
        tables.set(CONSTRAINT_AREA, "name", name)
                .set(CONSTRAINT_AREA, "kind", kind)
                .set(CONSTRAINT_AREA, "rule", rule)
                .set(CONSTRAINT_AREA, "office", office)
                .set(CONSTRAINT_AREA, "source", "虚构 synthetic")
                .set(CONSTRAINT_AREA, "dated", dated);
    }
}
