package org.terrace.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.terrace.terrain.CellHeap;

/**
 * Chooses where villages and groups stand: committees low, on flat ground, with room between them; groups on the gentler slopes
 * and benches, most of them above their committee. Which village a place belongs to follows the walking cost to the committees,
 * so that borders run along ridges.
 */
final class SiteFinder {
    private static final double VILLAGES_PER_KM2 = 45 / 576.0;
    private static final double GROUPS_PER_KM2 = 300 / 576.0;
    private static final double TOWNSHIPS_PER_KM2 = 8 / 576.0;
    private static final double FRAME_M = 1_050;
    private static final Lattice.Rule ON_FOOT = new Lattice.Rule(0.25, 0.7, 1_200, 250, 0.4);

    private final Terrain terrain;
    private final Lattice lattice;
    private final Noise noise;
    private final double km2;

    SiteFinder(Lattice lattice, long seed) {
        this.terrain = lattice.terrain;
        this.lattice = lattice;
        this.noise = new Noise(seed + 11);
        this.km2 = terrain.sizeM() / 1_000.0 * terrain.sizeM() / 1_000.0;
    }

    Sites find(Dice dice) {
        List<double[]> committees =
                pick(committeeScores(), List.of(), (int) Math.round(km2 * VILLAGES_PER_KM2), 3_300, 1_500);
        int[] seats = seats(committees, Math.max(2, (int) Math.round(km2 * TOWNSHIPS_PER_KM2)));
        List<Sites.Village> villages = new ArrayList<>();
        for (double[] c : committees) {
            villages.add(new Sites.Village(c[0], c[1], nearestSeat(c, committees, seats)));
        }
        short[] villageOf = territories(villages);
        List<Sites.Group> groups = groups(villages, villageOf, dice);
        return new Sites(seats, List.copyOf(villages), List.copyOf(groups), villageOf);
    }

    /** Smaller is better; NaN is no site. */
    private double[] committeeScores() {
        double[] score = new double[lattice.nodes()];
        for (int node = 0; node < score.length; node++) {
            double x = lattice.x(node);
            double y = lattice.y(node);
            double above = terrain.aboveValleyM(x, y);
            double steep = meanSlope(x, y, 90);
            boolean dry = lattice.water[lattice.cell(node)] == 0;
            double inBed = distanceToRiverM(x, y) < 90 ? 1 : 0;
            score[node] = inFrame(x, y, FRAME_M + 200) && dry && steep < 0.42 && above < 900 && inBed == 0
                    ? above / 260 + steep * 5 + 0.8 * noise.at(x, y, 900)
                    : Double.NaN;
        }
        return score;
    }

    private double[] groupScores(short[] villageOf) {
        double[] score = new double[lattice.nodes()];
        for (int node = 0; node < score.length; node++) {
            double x = lattice.x(node);
            double y = lattice.y(node);
            double above = terrain.aboveValleyM(x, y);
            double steep = meanSlope(x, y, 75);
            boolean good = villageOf[node] >= 0
                    && inFrame(x, y, FRAME_M)
                    && lattice.water[lattice.cell(node)] == 0
                    && steep < 0.58
                    && above > 25
                    && above < 1_450
                    && distanceToRiverM(x, y) > 90;
            // Best some 350 m above the valley; higher is worse slowly, the valley itself is taken by the committees.
            score[node] = good
                    ? steep * 5.5 + Math.abs(above - 350) / 420 + sunSide(x, y) * 0.5 + 1.1 * noise.at(x, y, 1_300)
                    : Double.NaN;
        }
        return score;
    }

    private double distanceToRiverM(double x, double y) {
        Rivers rivers = terrain.rivers();
        return rivers.distanceM(rivers.nearest(x, y), x, y);
    }

    /** 0 on slopes that face south, 1 on those that face north. */
    private double sunSide(double x, double y) {
        double fall = (terrain.heightAt(x, y + 60) - terrain.heightAt(x, y - 60)) / 120;
        return Math.max(0, Math.min(1, 0.5 + fall));
    }

    private boolean inFrame(double x, double y, double margin) {
        return x > margin && y > margin && x < terrain.sizeM() - margin && y < terrain.sizeM() - margin;
    }

    private double meanSlope(double x, double y, double radius) {
        double sum = 0;
        int count = 0;
        for (double dy = -radius; dy <= radius; dy += radius / 2) {
            for (double dx = -radius; dx <= radius; dx += radius / 2) {
                if (terrain.inside(x + dx, y + dy)) {
                    sum += terrain.slope()[terrain.cellAt(x + dx, y + dy)];
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** Best scores first, never two within the spacing; the spacing shrinks until there are enough. */
    private List<double[]> pick(double[] score, List<Sites.Village> keepOff, int wanted, double spacing, double least) {
        int[] order = sortedByScore(score);
        List<double[]> picked = new ArrayList<>();
        for (double gap = spacing; picked.size() < wanted && gap >= least; gap *= 0.9) {
            Spacing taken = new Spacing(gap);
            keepOff.forEach(v -> taken.add(v.x(), v.y()));
            picked.forEach(p -> taken.add(p[0], p[1]));
            for (int at = 0; at < order.length && picked.size() < wanted; at++) {
                double x = lattice.x(order[at]);
                double y = lattice.y(order[at]);
                if (taken.isFree(x, y)) {
                    taken.add(x, y);
                    picked.add(new double[] {x, y});
                }
            }
        }
        return picked;
    }

    private static int[] sortedByScore(double[] score) {
        CellHeap heap = new CellHeap(1 << 12);
        int count = 0;
        for (int i = 0; i < score.length; i++) {
            if (!Double.isNaN(score[i])) {
                heap.add(score[i], i);
                count++;
            }
        }
        int[] order = new int[count];
        for (int at = 0; at < count; at++) {
            order[at] = heap.pop();
        }
        return order;
    }

    /** Seats far from each other: the lowest first, then always the one farthest from those chosen, valley sites preferred. */
    private int[] seats(List<double[]> committees, int wanted) {
        int[] seats = new int[Math.min(wanted, committees.size())];
        double[] gap = new double[committees.size()];
        Arrays.fill(gap, Double.POSITIVE_INFINITY);
        int next = 0;
        for (int s = 0; s < seats.length; s++) {
            seats[s] = next;
            for (int v = 0; v < gap.length; v++) {
                double[] a = committees.get(v);
                double[] b = committees.get(seats[s]);
                double dx = a[0] - b[0];
                double dy = a[1] - b[1];
                double low = 1 / (1 + terrain.aboveValleyM(a[0], a[1]) / 250);
                gap[v] = Math.min(gap[v], Math.sqrt(dx * dx + dy * dy) * low);
                if (v == seats[s]) {
                    gap[v] = -1;
                }
            }
            for (int v = 0; v < gap.length; v++) {
                if (gap[v] > gap[next]) {
                    next = v;
                }
            }
        }
        return seats;
    }

    private static int nearestSeat(double[] at, List<double[]> committees, int[] seats) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < seats.length; s++) {
            double[] seat = committees.get(seats[s]);
            double dx = at[0] - seat[0];
            double dy = at[1] - seat[1];
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = s;
            }
        }
        return best;
    }

    /** Nearest village by walking cost for every node. The far rim belongs to the neighbours: -1. */
    private short[] territories(List<Sites.Village> villages) {
        int[] sources = new int[villages.size()];
        for (int v = 0; v < sources.length; v++) {
            sources[v] = lattice.nodeAt(villages.get(v).x(), villages.get(v).y());
        }
        Lattice.Ways ways = lattice.search(sources, ON_FOOT, new int[0]);
        short[] owner = new short[lattice.nodes()];
        Arrays.fill(owner, (short) -1);
        for (int v = 0; v < sources.length; v++) {
            owner[sources[v]] = (short) v;
        }
        int[] trail = new int[lattice.nodes()];
        for (int node = 0; node < owner.length; node++) {
            int length = 0;
            int at = node;
            while (owner[at] < 0 && ways.from[at] >= 0) {
                trail[length++] = at;
                at = ways.from[at];
            }
            for (int i = 0; i < length; i++) {
                owner[trail[i]] = owner[at];
            }
        }
        for (int node = 0; node < owner.length; node++) {
            double x = lattice.x(node);
            double y = lattice.y(node);
            double rim = Math.min(Math.min(x, terrain.sizeM() - x), Math.min(y, terrain.sizeM() - y));
            if (rim < 420 + 330 * noise.fractal(x, y + 500, 2_400, 3)) {
                owner[node] = -1;
            }
        }
        return owner;
    }

    private List<Sites.Group> groups(List<Sites.Village> villages, short[] villageOf, Dice dice) {
        int wanted = (int) Math.round(km2 * GROUPS_PER_KM2) - villages.size();
        List<double[]> picked = pick(groupScores(villageOf), villages, wanted, 880, 260);
        List<List<double[]>> byVillage = new ArrayList<>();
        for (Sites.Village village : villages) {
            byVillage.add(new ArrayList<>(List.of(new double[] {village.x(), village.y()})));
        }
        for (double[] p : picked) {
            byVillage.get(villageOf[lattice.nodeAt(p[0], p[1])]).add(p);
        }
        List<Sites.Group> groups = new ArrayList<>();
        for (int v = 0; v < villages.size(); v++) {
            int number = 1;
            for (double[] p : byVillage.get(v)) {
                groups.add(new Sites.Group(p[0], p[1], v, number++, hamlets(p, villageOf, v, dice)));
            }
        }
        return groups;
    }

    /** One to three clusters of houses: the first at the centre, the others on gentle ground 150 to 420 m away. */
    private List<Sites.Spot> hamlets(double[] centre, short[] villageOf, int village, Dice dice) {
        List<Sites.Spot> hamlets = new ArrayList<>();
        hamlets.add(new Sites.Spot(centre[0], centre[1]));
        int wanted = 1 + dice.weighted(0.35, 0.4, 0.25);
        for (int attempt = 0; attempt < 30 && hamlets.size() < wanted; attempt++) {
            double x = centre[0] + dice.between(-420, 420);
            double y = centre[1] + dice.between(-420, 420);
            if (!inFrame(x, y, FRAME_M - 150) || villageOf[lattice.nodeAt(x, y)] != village) {
                continue;
            }
            boolean apart =
                    hamlets.stream().allMatch(h -> (h.x() - x) * (h.x() - x) + (h.y() - y) * (h.y() - y) > 150 * 150);
            if (apart
                    && meanSlope(x, y, 60) < 0.5
                    && lattice.water[terrain.cellAt(x, y)] == 0
                    && distanceToRiverM(x, y) > 80) {
                hamlets.add(new Sites.Spot(x, y));
            }
        }
        return List.copyOf(hamlets);
    }
}
