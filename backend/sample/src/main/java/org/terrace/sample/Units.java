package org.terrace.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrace.region.LayerKind;

/**
 * Codes and names of one tile's units. Codes look like the statistical ones (6 county + 3 township + 3 village, groups two more
 * digits), below a county number that does not exist.
 */
final class Units {
    final List<String> townshipCodes = new ArrayList<>();
    final List<Names.Name> townshipNames = new ArrayList<>();
    final List<String> villageCodes = new ArrayList<>();
    final List<Names.Name> villageNames = new ArrayList<>();
    final List<String> groupCodes = new ArrayList<>();

    Units(Sites sites, String county, int tile, Names names) {
        int townships = sites.townships().length;
        int[] villagesIn = new int[townships];
        for (int t = 0; t < townships; t++) {
            townshipCodes.add(String.format(Locale.ROOT, "%s%03d", county, 101 + tile * townships + t));
            townshipNames.add(names.next());
        }
        for (Sites.Village village : sites.villages()) {
            int number = 201 + villagesIn[village.township()]++;
            villageCodes.add(townshipCodes.get(village.township()) + number);
            villageNames.add(names.next());
        }
        for (Sites.Group group : sites.groups()) {
            groupCodes.add(villageCodes.get(group.village()) + String.format(Locale.ROOT, "%02d", group.number()));
        }
    }

    /**
     * Adds townships, villages and groups to the table of units.
     *
     * @param households counted by group
     */
    void addTo(Tables tables, Tile tile, Landscape land, String county, int[] households, Dice dice) {
        Sites sites = land.sites();
        int[] byVillage = new int[villageCodes.size()];
        for (int g = 0; g < groupCodes.size(); g++) {
            byVillage[sites.groups().get(g).village()] += households[g];
        }
        for (int t = 0; t < townshipCodes.size(); t++) {
            Sites.Village seat = sites.villages().get(sites.townships()[t]);
            unit(tables, townshipCodes.get(t), townshipNames.get(t).with("乡", " Township"), "township", county);
            tables.of(LayerKind.ADMIN_UNIT).point(tile.east(seat.x()), tile.northing(seat.y()));
        }
        for (int v = 0; v < villageCodes.size(); v++) {
            Sites.Village village = sites.villages().get(v);
            unit(
                    tables,
                    villageCodes.get(v),
                    villageNames.get(v).with("村", " Village"),
                    "village",
                    townshipCodes.get(village.township()));
            tables.of(LayerKind.ADMIN_UNIT).point(tile.east(village.x()), tile.northing(village.y()));
            tables.set(LayerKind.ADMIN_UNIT, "radius_m", 2_000);
            tables.set(LayerKind.ADMIN_UNIT, "households_reported", byVillage[v]);
            // The report calls all but the worst connected, as reports do.
            boolean reported = !land.roads().withoutHardened().contains(v) || dice.chance(0.5);
            tables.set(LayerKind.ADMIN_UNIT, "committee_road_reported", reported ? "yes" : "no");
        }
        for (int g = 0; g < groupCodes.size(); g++) {
            Sites.Group group = sites.groups().get(g);
            Names.Name village = villageNames.get(group.village());
            unit(
                    tables,
                    groupCodes.get(g),
                    village.with(group.number() + "组", " Group " + group.number()),
                    "group",
                    villageCodes.get(group.village()));
            if (dice.chance(0.985)) {
                tables.of(LayerKind.ADMIN_UNIT).point(tile.east(group.x()), tile.northing(group.y()));
            }
            if (dice.chance(0.9)) {
                tables.set(
                        LayerKind.ADMIN_UNIT,
                        "radius_m",
                        150.0 * group.hamlets().size() + 50 * dice.below(4));
            }
            tables.set(LayerKind.ADMIN_UNIT, "households_reported", households[g]);
        }
    }

    static void unit(Tables tables, String code, String name, String level, String parent) {
        tables.of(LayerKind.ADMIN_UNIT).row(code);
        tables.set(LayerKind.ADMIN_UNIT, "name", name)
                .set(LayerKind.ADMIN_UNIT, "level", level)
                .set(LayerKind.ADMIN_UNIT, "parent_code", parent);
    }
}
