package org.terrace.sample;

import static org.terrace.region.LayerKind.HOUSEHOLD;
import static org.terrace.region.LayerKind.PIPE;
import static org.terrace.region.LayerKind.WATERCOURSE;
import static org.terrace.region.LayerKind.WATER_FACILITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The water works of one tile: piped schemes (intake, tank, buried pipes), hoses laid on the ground from a spring, public taps, and
 * springs from which people carry; and what the household record says about it.
 */
final class WaterRows {
    private enum Scheme {
        PIPED,
        HOSE,
        TAP,
        CARRIED,
        NONE
    }

    private final Tables tables;
    private final Tile tile;
    private final Landscape land;
    private final Units units;
    private final List<Scheme> schemes = new ArrayList<>();
    /** The works that the record names as a group's source; "" when none. */
    private final List<String> sources = new ArrayList<>();

    WaterRows(Tables tables, Tile tile, Landscape land, Units units) {
        this.tables = tables;
        this.tile = tile;
        this.land = land;
        this.units = units;
    }

    void addWorks(int[] households, Dice dice) {
        watercourses();
        for (int g = 0; g < land.sites().groups().size(); g++) {
            Sites.Group group = land.sites().groups().get(g);
            Optional<Sites.Spot> spring = land.springs().get(g);
            Scheme scheme = spring.isEmpty()
                    ? Scheme.NONE
                    : group.number() == 1 ? Scheme.PIPED : Scheme.values()[dice.weighted(0.44, 0.33, 0.09, 0.14)];
            schemes.add(scheme);
            sources.add(spring.isEmpty() ? "" : build(g, scheme, spring.get(), households[g], dice));
        }
    }

    private String build(int g, Scheme scheme, Sites.Spot spring, int households, Dice dice) {
        Sites.Group group = land.sites().groups().get(g);
        String head = facility(scheme == Scheme.PIPED ? "intake" : "spring", g, spring, dice);
        double dryYield = households * 3.6 * 0.09 * dice.between(0.5, 2.6);
        if (dice.chance(0.62)) {
            tables.set(WATER_FACILITY, "dry_season_yield_m3_per_day", Math.round(dryYield * 10) / 10.0);
        }
        if (dice.chance(0.5)) {
            tables.set(WATER_FACILITY, "households_reported", households);
        }
        return switch (scheme) {
            case PIPED -> {
                Sites.Spot at = between(spring, group, 0.72);
                String tank = facility("tank", g, at, dice);
                tables.set(WATER_FACILITY, "volume_m3", households < 20 ? 10 : households < 45 ? 20 : 50);
                pipe("main", "pe", 63, "buried", head, tank, spring, at, dice);
                for (Sites.Spot hamlet : group.hamlets()) {
                    pipe("branch", "pe", dice.chance(0.5) ? 32 : 40, "buried", tank, "", at, hamlet, dice);
                }
                yield tank;
            }
            case HOSE -> {
                for (Sites.Spot hamlet : group.hamlets()) {
                    int hoses = 1 + dice.below(3);
                    for (int h = 0; h < hoses; h++) {
                        Sites.Spot end = new Sites.Spot(hamlet.x() + dice.bell() * 40, hamlet.y() + dice.bell() * 40);
                        String material = dice.chance(0.7) ? "pe" : "rubber";
                        pipe("hose", material, dice.chance(0.5) ? 20 : 25, "surface", head, "", spring, end, dice);
                    }
                }
                yield head;
            }
            case TAP -> {
                Sites.Spot end = new Sites.Spot(group.x() + 25, group.y() - 15);
                String tap = facility("public_tap", g, end, dice);
                pipe("main", "pe", 40, "buried", head, tap, spring, end, dice);
                yield tap;
            }
            default -> head;
        };
    }

    private String facility(String kind, int g, Sites.Spot at, Dice dice) {
        Sites.Group group = land.sites().groups().get(g);
        String code = tables.row(WATER_FACILITY, "W");
        tables.of(WATER_FACILITY).point(tile.east(at.x()), tile.northing(at.y()));
        String zh = switch (kind) {
            case "intake" -> "取水口";
            case "tank" -> "水池";
            case "public_tap" -> "公共供水点";
            default -> "山泉";
        };
        tables.set(
                        WATER_FACILITY,
                        "name",
                        units.villageNames.get(group.village()).zh() + group.number() + "组" + zh)
                .set(WATER_FACILITY, "kind", kind)
                .set(WATER_FACILITY, "working", pick(dice, 0.86, "yes", 0.05, "no"))
                .set(WATER_FACILITY, "quality", pick(dice, 0.66, "passes", 0.06, "fails"))
                .set(WATER_FACILITY, "village_code", units.villageCodes.get(group.village()));
        if (dice.chance(0.55)) {
            double height = land.terrain().heightAt(at.x(), at.y()) + dice.bell() * 2;
            tables.set(WATER_FACILITY, "elevation_m", Math.round(height * 10) / 10.0);
        }
        return code;
    }

    private static String pick(Dice dice, double first, String a, double second, String b) {
        double at = dice.unit();
        return at < first ? a : at < first + second ? b : "";
    }

    private static Sites.Spot between(Sites.Spot from, Sites.Group to, double t) {
        return new Sites.Spot(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
    }

    private void pipe(
            String kind,
            String material,
            double diameter,
            String laying,
            String from,
            String to,
            Sites.Spot a,
            Sites.Spot b,
            Dice dice) {
        double length = Math.sqrt((b.x() - a.x()) * (b.x() - a.x()) + (b.y() - a.y()) * (b.y() - a.y()));
        if (length < 5) {
            return;
        }
        int n = 2 + (int) (length / 140);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double t = i / (n - 1.0);
            double aside = i == 0 || i == n - 1 ? 0 : dice.bell() * 10;
            x[i] = a.x() + t * (b.x() - a.x()) - (b.y() - a.y()) / length * aside;
            y[i] = a.y() + t * (b.y() - a.y()) + (b.x() - a.x()) / length * aside;
        }
        tables.row(PIPE, "G");
        tables.of(PIPE).geometry(tile.line(x, y));
        tables.set(PIPE, "kind", kind)
                .set(PIPE, "material", dice.chance(0.06) ? "" : material)
                .set(PIPE, "laying", laying)
                .set(PIPE, "from_code", from)
                .set(PIPE, "to_code", to);
        if (!dice.chance(0.1)) {
            tables.set(PIPE, "diameter_mm", diameter);
        }
        if (!kind.equals("hose") && dice.chance(0.6)) {
            tables.set(PIPE, "pressure_class_mpa", dice.chance(0.5) ? 1.0 : 0.6);
        }
    }

    private void watercourses() {
        for (Landscape.StreamLine stream : land.streams()) {
            tables.row(WATERCOURSE, "C");
            tables.of(WATERCOURSE).geometry(tile.line(stream.x(), stream.y()));
            tables.set(WATERCOURSE, "kind", stream.river() ? "river" : "stream");
            if (stream.river()) {
                tables.set(WATERCOURSE, "name", "样河（虚构） Sample River");
            }
        }
    }

    /** What the household's record says of its water; the group's scheme reaches most of its houses, not all. */
    void setConnection(Homes homes, int i, Dice dice) {
        Scheme scheme = schemes.get(homes.group[i]);
        String source = sources.get(homes.group[i]);
        String connection;
        if (homes.isMoved(i)) {
            connection = "piped";
            source = "";
        } else {
            connection = switch (scheme) {
                case PIPED -> dice.chance(0.8) ? "piped" : "hose";
                case HOSE -> dice.chance(0.86) ? "hose" : "carried";
                case TAP -> dice.chance(0.75) ? "public_tap" : "hose";
                case CARRIED -> dice.chance(0.9) ? "carried" : "hose";
                case NONE -> dice.chance(0.5) ? "carried" : "none";
            };
        }
        boolean recorded = !dice.chance(0.11);
        if (recorded) {
            tables.set(HOUSEHOLD, "water_connection", connection);
            tables.set(HOUSEHOLD, "water_source_code", dice.chance(0.8) ? source : "");
        }
        boolean piped = connection.equals("piped");
        tables.set(
                HOUSEHOLD,
                "declared_safe_water",
                dice.chance(0.04) ? "" : dice.chance(piped ? 0.99 : 0.83) ? "yes" : "no");
        if (dice.chance(0.45)) {
            tables.set(HOUSEHOLD, "water_quality", dice.chance(piped ? 0.965 : 0.87) ? "passes" : "fails");
        }
        if (dice.chance(0.6)) {
            double cut = piped ? dice.below(22) : dice.below(70);
            tables.set(HOUSEHOLD, "water_days_cut", dice.chance(0.4) ? 0 : cut);
        }
        if (dice.chance(0.3)) {
            double litres = connection.equals("carried") || connection.equals("none")
                    ? 12 + dice.below(30)
                    : 35 + dice.below(60);
            tables.set(HOUSEHOLD, "water_litres_per_person_day", litres);
        }
    }
}
