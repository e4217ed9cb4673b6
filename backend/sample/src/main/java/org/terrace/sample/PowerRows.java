package org.terrace.sample;

import static org.terrace.region.LayerKind.HOUSEHOLD;
import static org.terrace.region.LayerKind.POWER_FACILITY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The grid of one tile: one substation, 10 kV lines as a tree over all transformers, and from each transformer long thin low-voltage
 * lines to the hamlets around it, again as a tree.
 */
final class PowerRows {
    private static final double TRANSFORMERS_PER_KM2 = 122 / 576.0;
    private static final double[] KVA = {30, 50, 80, 100, 160, 200, 315, 400, 630};

    private final Tables tables;
    private final Tile tile;
    private final Landscape land;
    private final Units units;
    private final List<String> codes = new ArrayList<>();
    private final LowVoltageRows lowVoltage;
    /** By group and hamlet: its transformer. */
    private int[][] transformerOf = {};

    PowerRows(Tables tables, Tile tile, Landscape land, Units units) {
        this.tables = tables;
        this.tile = tile;
        this.land = land;
        this.units = units;
        this.lowVoltage = new LowVoltageRows(tables, tile, land);
    }

    /** @param details a stream of its own, for what was added later: it changes nothing else */
    void addGrid(Homes homes, Dice dice, Dice details) {
        List<Integer> hosts = hosts();
        List<Sites.Spot> places = new ArrayList<>();
        for (int g : hosts) {
            Sites.Group group = land.sites().groups().get(g);
            places.add(new Sites.Spot(group.x() + 18, group.y() + 14));
        }
        transformers(hosts, places, homes.byGroup, dice, details);
        mediumVoltage(places);
        lowVoltage.add(places, codes, transformerOf, homes, dice, details);
    }

    /** Groups that have a transformer: every committee's, then always the group farthest from all others. */
    private List<Integer> hosts() {
        List<Sites.Group> groups = land.sites().groups();
        double km = land.terrain().sizeM() / 1_000.0;
        int wanted = Math.min(groups.size(), (int) Math.round(km * km * TRANSFORMERS_PER_KM2));
        double[] gap = new double[groups.size()];
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
        List<Integer> hosts = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).number() == 1) {
                take(g, groups, gap, hosts);
            }
        }
        while (hosts.size() < wanted) {
            int farthest = 0;
            for (int g = 1; g < gap.length; g++) {
                if (gap[g] > gap[farthest]) {
                    farthest = g;
                }
            }
            take(farthest, groups, gap, hosts);
        }
        return hosts;
    }

    private static void take(int host, List<Sites.Group> groups, double[] gap, List<Integer> hosts) {
        hosts.add(host);
        for (int g = 0; g < gap.length; g++) {
            double dx = groups.get(g).x() - groups.get(host).x();
            double dy = groups.get(g).y() - groups.get(host).y();
            gap[g] = Math.min(gap[g], dx * dx + dy * dy);
        }
    }

    private void transformers(List<Integer> hosts, List<Sites.Spot> places, int[] households, Dice dice, Dice details) {
        List<Sites.Group> groups = land.sites().groups();
        transformerOf = new int[groups.size()][];
        int[] served = new int[hosts.size()];
        for (int g = 0; g < groups.size(); g++) {
            List<Sites.Spot> hamlets = groups.get(g).hamlets();
            transformerOf[g] = new int[hamlets.size()];
            for (int h = 0; h < hamlets.size(); h++) {
                transformerOf[g][h] = nearest(places, hamlets.get(h));
                served[transformerOf[g][h]] += households[g] / hamlets.size();
            }
        }
        Sites.Village seat = land.sites().villages().get(land.sites().townships()[0]);
        String substation = tables.row(POWER_FACILITY, "E");
        tables.of(POWER_FACILITY).point(tile.east(seat.x() + 150), tile.northing(seat.y() + 60));
        tables.set(POWER_FACILITY, "name", "35kV变电站（虚构） substation " + substation)
                .set(POWER_FACILITY, "kind", "substation")
                .set(POWER_FACILITY, "kva", 10_000);
        for (int t = 0; t < hosts.size(); t++) {
            Sites.Group group = groups.get(hosts.get(t));
            codes.add(tables.row(POWER_FACILITY, "E"));
            Sites.Spot at = places.get(t);
            tables.of(POWER_FACILITY).point(tile.east(at.x()), tile.northing(at.y()));
            tables.set(
                            POWER_FACILITY,
                            "name",
                            units.villageNames.get(group.village()).zh() + group.number() + "组台区")
                    .set(POWER_FACILITY, "kind", "transformer")
                    .set(POWER_FACILITY, "tap_percent", dice.chance(0.3) ? Double.NaN : 2.5 * (dice.below(3) - 1));
            if (!dice.chance(0.04)) {
                tables.set(POWER_FACILITY, "kva", kva(served[t] * dice.between(0.7, 2.1)));
            }
            if (!dice.chance(0.1)) {
                tables.set(POWER_FACILITY, "households_reported", served[t]);
            }
            if (!dice.chance(0.15)) {
                tables.set(POWER_FACILITY, "monthly_kwh", Math.round(served[t] * dice.between(55, 140)));
            }
            readings(served[t], details);
        }
    }

    /** The highest current of a third of the transformers was read; how their windings are joined is on most plates. */
    private void readings(int served, Dice details) {
        if (details.chance(0.33)) {
            tables.set(POWER_FACILITY, "peak_current_a", Math.round(2 + served * details.between(0.5, 1.3)));
        }
        if (details.chance(0.7)) {
            tables.set(POWER_FACILITY, "vector_group", details.chance(0.6) ? "dyn11" : "yyn0");
        }
        if (details.chance(0.4)) {
            tables.set(POWER_FACILITY, "vk_percent", 4);
        }
    }

    private static double kva(double wanted) {
        for (double size : KVA) {
            if (size >= wanted) {
                return size;
            }
        }
        return KVA[KVA.length - 1];
    }

    private static int nearest(List<Sites.Spot> places, Sites.Spot at) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < places.size(); i++) {
            double dx = places.get(i).x() - at.x();
            double dy = places.get(i).y() - at.y();
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    private void mediumVoltage(List<Sites.Spot> places) {
        Sites.Village seat = land.sites().villages().get(land.sites().townships()[0]);
        List<Sites.Spot> all = new ArrayList<>(List.of(new Sites.Spot(seat.x() + 150, seat.y() + 60)));
        all.addAll(places);
        int[] parent = ShortestTree.over(all, new int[all.size()]);
        for (int i = 1; i < parent.length; i++) {
            lowVoltage.line("kv10", "LGJ-50", 3, 10_000, "", all.get(parent[i]), all.get(i));
        }
    }

    /** Transformer and, for some, the voltage that was measured: 232 V at the transformer, less what the line takes in the evening. */
    void setSupply(Homes homes, int i, boolean livedIn, Dice dice) {
        if (homes.isMoved(i)) {
            return;
        }
        int g = homes.group[i];
        int h = homes.hamlet[i];
        lowVoltage.setMeter(i);
        if (dice.chance(0.62)) {
            tables.set(HOUSEHOLD, "transformer_code", codes.get(transformerOf[g][h]));
        }
        if (livedIn && dice.chance(0.19)) {
            // Whoever measures does not come at the very peak; the last metres take a little more.
            double taken = dice.between(0.5, 1.1) * lowVoltage.dropV(g, h) + 2;
            double volts = 231 + 3 * dice.bell() - taken;
            tables.set(HOUSEHOLD, "measured_voltage_v", Math.round(Math.max(146, volts) * 10) / 10.0)
                    .set(HOUSEHOLD, "voltage_measured_on", HouseholdRows.date(2025, dice));
        }
    }
}
