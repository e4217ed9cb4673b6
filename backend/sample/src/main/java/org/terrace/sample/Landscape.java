package org.terrace.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * One landscape, before any record of it: ground, places, roads, streams, springs. Large counties lay mirrored copies side by
 * side; what people do and what the registers say of them differs in each copy.
 *
 * @param springs by group: where its water comes from; a group without gravity water has none
 */
record Landscape(
        Terrain terrain,
        Lattice lattice,
        Sites sites,
        RoadBuilder.Roads roads,
        List<StreamLine> streams,
        List<java.util.Optional<Sites.Spot>> springs) {

    /** A watercourse in local metres. */
    record StreamLine(boolean river, double areaKm2, double[] x, double[] y) {}

    static Landscape make(SampleOptions options) {
        Dice dice = new Dice(options.seed());
        Terrain terrain = TerrainMaker.make(options.tileM(), options.seed());
        Lattice lattice = new Lattice(terrain);
        Sites sites = new SiteFinder(lattice, options.seed()).find(dice.split("sites", 0));
        RoadBuilder.Roads roads = new RoadBuilder(lattice, sites, dice.split("roads", 0)).build();
        List<java.util.Optional<Sites.Spot>> springs = new ArrayList<>();
        for (Sites.Group group : sites.groups()) {
            springs.add(spring(terrain, group));
        }
        return new Landscape(terrain, lattice, sites, roads, Streams.of(terrain), List.copyOf(springs));
    }

    /** The head of a small stream some 60 m above the group and not far; empty when there is none within 1,300 m. */
    private static java.util.Optional<Sites.Spot> spring(Terrain terrain, Sites.Group group) {
        int reach = 1_300 / Terrain.CELL_M;
        int home = terrain.cellAt(group.x(), group.y());
        int best = -1;
        double least = 2_400;
        for (int dr = -reach; dr <= reach; dr++) {
            for (int dc = -reach; dc <= reach; dc++) {
                int c = home % terrain.columns() + dc;
                int r = home / terrain.columns() + dr;
                if (c < 20 || r < 20 || c >= terrain.columns() - 20 || r >= terrain.rows() - 20) {
                    continue;
                }
                int cell = r * terrain.columns() + c;
                float area = terrain.areaKm2()[cell];
                double above = terrain.z()[cell] - terrain.z()[home];
                if (area > 0.04 && area < 0.35 && above > 18 && above < 260) {
                    double far = Terrain.CELL_M * Math.sqrt(dr * dr + dc * dc);
                    double cost = far + 5 * Math.abs(above - 60);
                    if (cost < least) {
                        least = cost;
                        best = cell;
                    }
                }
            }
        }
        return best < 0
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Sites.Spot(terrain.xOf(best), terrain.yOf(best)));
    }
}
