package org.terrace.sample;

import java.util.Arrays;

/**
 * Where the households of one tile live: positions and belonging, in arrays, local metres. Houses stand in clusters on ground that
 * one can build on; those who were moved live in rows at a resettlement site by their township's seat.
 */
final class Homes {
    final int size;
    final double[] x;
    final double[] y;
    /** The group that each belongs to on paper. */
    final int[] group;
    /** Hamlet within the group; -1 for those who were moved. */
    final byte[] hamlet;
    /** Households on paper, by group. */
    final int[] byGroup;

    private final Terrain terrain;
    private final Lattice lattice;
    private final Sites sites;
    private final Spacing taken = new Spacing(13);
    private final int[] movedTo;

    Homes(Landscape land, int households, Dice dice) {
        this.terrain = land.terrain();
        this.lattice = land.lattice();
        this.sites = land.sites();
        this.size = households;
        this.x = new double[size];
        this.y = new double[size];
        this.group = new int[size];
        this.hamlet = new byte[size];
        this.byGroup = share(households, dice);
        this.movedTo = new int[sites.townships().length];
        int at = 0;
        for (int g = 0; g < byGroup.length; g++) {
            for (int k = 0; k < byGroup[g]; k++) {
                place(at++, g, dice);
            }
        }
    }

    private int[] share(int households, Dice dice) {
        double[] weight = new double[sites.groups().size()];
        for (int g = 0; g < weight.length; g++) {
            Sites.Group at = sites.groups().get(g);
            double high = Math.max(0, terrain.aboveValleyM(at.x(), at.y()) - 500) / 900;
            weight[g] = (at.number() == 1 ? 1.15 : 1) * at.hamlets().size() * dice.between(0.35, 1.3) / (1 + high);
        }
        double total = Arrays.stream(weight).sum();
        int[] counts = new int[weight.length];
        double running = 0;
        int given = 0;
        for (int g = 0; g < weight.length; g++) {
            running += weight[g];
            counts[g] = (int) Math.round(households * running / total) - given;
            given += counts[g];
        }
        return counts;
    }

    private void place(int home, int g, Dice dice) {
        Sites.Group at = sites.groups().get(g);
        group[home] = g;
        double above = terrain.aboveValleyM(at.x(), at.y());
        if (dice.chance(above > 900 ? 0.25 : above > 500 ? 0.13 : 0.01)) {
            move(home, sites.villages().get(at.village()).township());
            return;
        }
        int h = dice.weighted(3, at.hamlets().size() > 1 ? 2 : 0, at.hamlets().size() > 2 ? 2 : 0);
        Sites.Spot centre = at.hamlets().get(h);
        hamlet[home] = (byte) h;
        double spread = 26 + 9 * Math.sqrt(byGroup[g]);
        for (int attempt = 0; ; attempt++) {
            double lone = dice.chance(0.12) ? 2.6 : 1;
            double grow = (1 + attempt / 12.0) * lone;
            x[home] = inside(centre.x() + dice.bell() * spread * grow);
            y[home] = inside(centre.y() + dice.bell() * spread * grow);
            if (attempt > 60 || (canBuild(x[home], y[home]) && taken.isFree(x[home], y[home]))) {
                taken.add(x[home], y[home]);
                return;
            }
        }
    }

    private double inside(double value) {
        return Math.max(60, Math.min(terrain.sizeM() - 60, value));
    }

    private boolean canBuild(double px, double py) {
        int cell = terrain.cellAt(px, py);
        return terrain.slope()[cell] < 0.62
                && lattice.water[cell] == 0
                && sites.villageOfNode()[lattice.nodeAt(px, py)] >= 0;
    }

    /** The next house in the rows of the township's resettlement site: ten houses per row, 16 m by 22 m each. */
    private void move(int home, int township) {
        int number = movedTo[township]++;
        Sites.Spot site = resettlementSite(township);
        hamlet[home] = -1;
        x[home] = inside(site.x() + (number % 10 - 4.5) * 16);
        y[home] = inside(site.y() + (number / 10) * 22.0);
        taken.add(x[home], y[home]);
    }

    /** The flattest dry ground around the township's seat. */
    private Sites.Spot resettlementSite(int township) {
        Sites.Village seat = sites.villages().get(sites.townships()[township]);
        double least = Double.POSITIVE_INFINITY;
        Sites.Spot best = new Sites.Spot(seat.x(), seat.y());
        for (double dy = -600; dy <= 600; dy += 60) {
            for (double dx = -600; dx <= 600; dx += 60) {
                double px = inside(seat.x() + dx);
                double py = inside(seat.y() + dy);
                double far = Math.sqrt(dx * dx + dy * dy);
                if (far > 200
                        && canBuild(px, py)
                        && canBuild(inside(px - 70), py)
                        && canBuild(inside(px + 70), inside(py + 90))) {
                    double badness = terrain.slope()[terrain.cellAt(px, py)] * 2_000 + far;
                    if (badness < least) {
                        least = badness;
                        best = new Sites.Spot(px, py);
                    }
                }
            }
        }
        return best;
    }

    /** Of the group that it belongs to on paper. */
    int township(int home) {
        return sites.villages().get(sites.groups().get(group[home]).village()).township();
    }

    boolean isMoved(int home) {
        return hamlet[home] < 0;
    }
}
