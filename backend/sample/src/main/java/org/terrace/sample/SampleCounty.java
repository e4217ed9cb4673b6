package org.terrace.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;

/**
 * Makes synthetic mountain counties for trying out, tests and benchmarks: a valley at about 800 m, ridges near 3,000 m, hamlets
 * above the hardened roads, hoses, long thin power lines, and records with the gaps and slips that records have.
 *
 * <p>The same options give the same county, bit for bit, on every machine: plain arithmetic, StrictMath, own dice.
 */
public final class SampleCounty {
    private SampleCounty() {}

    public static SyntheticCounty generate(SampleOptions options) {
        Landscape land = Landscape.make(options);
        Dice dice = new Dice(options.seed() ^ 0x5A5A5A5AL);
        Tables tables = new Tables();
        String county = options.countyCode();
        Names names = new Names(dice.split("names", 0));
        HardenedDistance hardened = new HardenedDistance(land.roads().lines());
        for (int t = 0; t < options.tiles(); t++) {
            Tile tile = Tile.of(options, t);
            Units units = new Units(land.sites(), county, t, names);
            int households =
                    options.households() / options.tiles() + (t < options.households() % options.tiles() ? 1 : 0);
            fill(tables, options, land, tile, units, households, hardened, dice);
        }
        countyUnit(tables, options, county);
        return new SyntheticCounty(
                options,
                county,
                SyntheticCounty.NAMES,
                tables.build(county, SyntheticCounty.EPSG, elevation(options, land.terrain())));
    }

    private static void fill(
            Tables tables,
            SampleOptions options,
            Landscape land,
            Tile tile,
            Units units,
            int households,
            HardenedDistance hardened,
            Dice dice) {
        int t = tile.index();
        Homes homes = new Homes(land, households, dice.split("homes", t));
        units.addTo(tables, tile, land, options.countyCode(), homes.byGroup, dice.split("units", t));
        new RoadRows(tables, tile, units, dice.split("roads", t))
                .add(land.roads().lines(), options.roadSegments() / options.tiles());
        WaterRows water = new WaterRows(tables, tile, land, units);
        water.addWorks(homes.byGroup, dice.split("water", t));
        PowerRows power = new PowerRows(tables, tile, land, units);
        power.addGrid(homes, dice.split("power", t), dice.split("power details", t));
        String[] codes = tables.upcoming(LayerKind.HOUSEHOLD, HouseholdRows.CODE_PREFIX, homes.size);
        PlotRows.Dried[] dried = new PlotRows(tables, tile, land.terrain(), options.outlinedPlots())
                .add(homes, land.sites(), codes, dice.split("plots", t));
        new HouseholdRows(tables, tile, land, units, water, power, hardened)
                .add(homes, dried, dice.split("households", t), dice.split("power use", t));
        PlaceRows places = new PlaceRows(tables, tile, land, units);
        places.addFacilities(dice.split("facilities", t));
        places.addBoundaries(options.tileM() <= 30_000);
        places.addConstraints(dice.split("constraints", t));
        ProjectRows.add(tables, land, units, homes.byGroup, dice.split("projects", t));
    }

    private static void countyUnit(Tables tables, SampleOptions options, String county) {
        String name = SyntheticCounty.NAMES.get("zh-CN") + " " + SyntheticCounty.NAMES.get("en");
        Units.unit(tables, county, name, "county", "");
        Tile first = Tile.of(options, 0);
        tables.of(LayerKind.ADMIN_UNIT)
                .point(
                        first.west() + options.tilesEast() * (double) options.tileM() / 2,
                        first.north() - options.tilesNorth() * (double) options.tileM() / 2);
        if (options.tiles() == 1) {
            List<Geometry> townships = new ArrayList<>();
            var boundaries = tables.of(LayerKind.ADMIN_BOUNDARY).build();
            for (int i = 0; i < boundaries.size(); i++) {
                if (boundaries.codesOf("level").is(i, "township")) {
                    townships.add(boundaries.geometry(i).orElseThrow());
                }
            }
            tables.of(LayerKind.ADMIN_BOUNDARY).row(county).geometry(PlaceRows.union(townships));
            tables.set(LayerKind.ADMIN_BOUNDARY, "name", name).set(LayerKind.ADMIN_BOUNDARY, "level", "county");
        }
    }

    private static ElevationGrid elevation(SampleOptions options, Terrain terrain) {
        int n = terrain.columns();
        int columns = n * options.tilesEast();
        int rows = n * options.tilesNorth();
        float[] metres = new float[columns * rows];
        for (int r = 0; r < rows; r++) {
            int tileRow = r / n;
            int inTile = tileRow % 2 == 1 ? n - 1 - r % n : r % n;
            for (int c = 0; c < columns; c++) {
                int inTileColumn = c / n % 2 == 1 ? n - 1 - c % n : c % n;
                metres[r * columns + c] = terrain.z()[inTile * n + inTileColumn];
            }
        }
        Tile first = Tile.of(options, 0);
        return new ElevationGrid(
                new GridFrame(first.west(), first.north(), Terrain.CELL_M, Terrain.CELL_M, columns, rows), metres);
    }

    /** Lines per layer: what there is, for logs and reports. */
    public static String describe(SyntheticCounty county) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(LayerKind.values())
                .filter(county.region()::has)
                .forEach(k -> text.append(k.id())
                        .append(' ')
                        .append(county.region().table(k).size())
                        .append('\n'));
        return text.toString();
    }
}
