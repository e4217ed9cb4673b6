package org.terrace.sample;

import static org.terrace.region.LayerKind.HOUSEHOLD;
import static org.terrace.region.LayerKind.POWER_FACILITY;
import static org.terrace.region.LayerKind.POWER_LINE;

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
    private static final String[] CONDUCTORS = {"JKLYJ-16", "JKLYJ-25", "JKLYJ-35", "JKLYJ-50", "JKLYJ-70"};
    private static final double[] OHM_PER_KM = {1.91, 1.20, 0.868, 0.641, 0.443};

    private final Tables tables;
    private final Tile tile;
    private final Landscape land;
    private final Units units;
    private final List<String> codes = new ArrayList<>();
    /** By group and hamlet: its transformer, the way along the line in metres and the line's resistance in ohm. */
    private int[][] transformerOf = {};

    private double[][] lineM = {};
    private double[][] lineOhm = {};

    PowerRows(Tables tables, Tile tile, Landscape land, Units units) {
        this.tables = tables;
        this.tile = tile;
        this.land = land;
        this.units = units;
    }

    void addGrid(int[] households, Dice dice) {
        List<Integer> hosts = hosts();
        List<Sites.Spot> places = new ArrayList<>();
        for (int g : hosts) {
            Sites.Group group = land.sites().groups().get(g);
            places.add(new Sites.Spot(group.x() + 18, group.y() + 14));
        }
        transformers(hosts, places, households, dice);
        mediumVoltage(places);
        lowVoltage(places, dice);
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

    private void transformers(List<Integer> hosts, List<Sites.Spot> places, int[] households, Dice dice) {
        List<Sites.Group> groups = land.sites().groups();
        transformerOf = new int[groups.size()][];
        lineM = new double[groups.size()][];
        lineOhm = new double[groups.size()][];
        int[] served = new int[hosts.size()];
        for (int g = 0; g < groups.size(); g++) {
            List<Sites.Spot> hamlets = groups.get(g).hamlets();
            transformerOf[g] = new int[hamlets.size()];
            lineM[g] = new double[hamlets.size()];
            lineOhm[g] = new double[hamlets.size()];
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
        int[] parent = tree(all);
        for (int i = 1; i < parent.length; i++) {
            line("kv10", "LGJ-50", 3, 10_000, "", all.get(parent[i]), all.get(i));
        }
    }

    private void lowVoltage(List<Sites.Spot> places, Dice dice) {
        List<List<int[]>> hamletsOf = new ArrayList<>();
        for (int t = 0; t < places.size(); t++) {
            hamletsOf.add(new ArrayList<>());
        }
        for (int g = 0; g < transformerOf.length; g++) {
            for (int h = 0; h < transformerOf[g].length; h++) {
                hamletsOf.get(transformerOf[g][h]).add(new int[] {g, h});
            }
        }
        for (int t = 0; t < places.size(); t++) {
            List<Sites.Spot> spots = new ArrayList<>(List.of(places.get(t)));
            hamletsOf
                    .get(t)
                    .forEach(gh ->
                            spots.add(land.sites().groups().get(gh[0]).hamlets().get(gh[1])));
            int[] order = new int[spots.size()];
            int[] parent = tree(spots, order);
            double[] metres = new double[spots.size()];
            double[] ohm = new double[spots.size()];
            for (int k = 1; k < order.length; k++) {
                int i = order[k];
                double dx = spots.get(i).x() - spots.get(parent[i]).x();
                double dy = spots.get(i).y() - spots.get(parent[i]).y();
                double length = Math.sqrt(dx * dx + dy * dy);
                boolean near = metres[parent[i]] + length < 400;
                int conductor = dice.weighted(near ? 1 : 3, 3, 3, near ? 3 : 1, near ? 2 : 0.3);
                metres[i] = metres[parent[i]] + length;
                ohm[i] = ohm[parent[i]] + OHM_PER_KM[conductor] * length / 1_000;
                String recorded = dice.chance(0.26) ? "" : CONDUCTORS[conductor];
                double phases = metres[i] > 900 ? 1 : 3;
                line(
                        "low_voltage",
                        recorded,
                        phases,
                        phases == 1 ? 220 : 380,
                        codes.get(t),
                        spots.get(parent[i]),
                        spots.get(i));
                int[] gh = hamletsOf.get(t).get(i - 1);
                lineM[gh[0]][gh[1]] = metres[i];
                lineOhm[gh[0]][gh[1]] = ohm[i];
            }
        }
    }

    private void line(
            String kind,
            String conductor,
            double phases,
            double volts,
            String transformer,
            Sites.Spot a,
            Sites.Spot b) {
        if (Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y()) < 2) {
            return;
        }
        tables.row(POWER_LINE, "L");
        tables.of(POWER_LINE).geometry(tile.line(new double[] {a.x(), b.x()}, new double[] {a.y(), b.y()}));
        tables.set(POWER_LINE, "kind", kind)
                .set(POWER_LINE, "conductor", conductor)
                .set(POWER_LINE, "phases", phases)
                .set(POWER_LINE, "voltage_v", volts)
                .set(POWER_LINE, "transformer_code", transformer);
    }

    private static int[] tree(List<Sites.Spot> spots) {
        return tree(spots, new int[spots.size()]);
    }

    /** The shortest tree from spot 0 (Prim); fills {@code order} with the spots as they were joined. */
    private static int[] tree(List<Sites.Spot> spots, int[] order) {
        int n = spots.size();
        int[] parent = new int[n];
        double[] gap = new double[n];
        boolean[] joined = new boolean[n];
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
        gap[0] = 0;
        for (int k = 0; k < n; k++) {
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (!joined[i] && (next < 0 || gap[i] < gap[next])) {
                    next = i;
                }
            }
            joined[next] = true;
            order[k] = next;
            for (int i = 0; i < n; i++) {
                double dx = spots.get(i).x() - spots.get(next).x();
                double dy = spots.get(i).y() - spots.get(next).y();
                if (!joined[i] && dx * dx + dy * dy < gap[i]) {
                    gap[i] = dx * dx + dy * dy;
                    parent[i] = next;
                }
            }
        }
        return parent;
    }

    /** Transformer and, for some, the voltage that was measured: 232 V at the transformer, less what the thin line takes in the evening. */
    void setSupply(Homes homes, int i, boolean livedIn, Dice dice) {
        if (homes.isMoved(i)) {
            return;
        }
        int g = homes.group[i];
        int h = homes.hamlet[i];
        if (dice.chance(0.62)) {
            tables.set(HOUSEHOLD, "transformer_code", codes.get(transformerOf[g][h]));
        }
        if (livedIn && dice.chance(0.19)) {
            double ampere = 4 + Math.sqrt(homes.byGroup[g]) * dice.between(0.8, 3);
            double volts = 231 + 3 * dice.bell() - 2 * ampere * (lineOhm[g][h] + 0.06);
            tables.set(HOUSEHOLD, "measured_voltage_v", Math.round(Math.max(146, volts) * 10) / 10.0)
                    .set(HOUSEHOLD, "voltage_measured_on", HouseholdRows.date(2025, dice));
        }
    }
}
