package org.terrace.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays the roads of a landscape in the order in which counties built them: the valley road, a county road into the largest side
 * valley, hardened roads to the township seats and to the village committees, then tracks and paths to the groups.
 */
final class RoadBuilder {
    private static final Lattice.Rule HIGHWAY = new Lattice.Rule(0.035, 0.06, 1_500, 250, 0.8);
    private static final Lattice.Rule ROAD = new Lattice.Rule(0.06, 0.105, 900, 350, 1.2);
    private static final Lattice.Rule TRACK = new Lattice.Rule(0.09, 0.16, 900, 120, 0.8);
    private static final Lattice.Rule PATH = new Lattice.Rule(0.22, 0.55, 2_000, 300, 0.1);
    /** Kinds of exception, each given to one of this many villages with a road of their own. */
    private static final int VILLAGES_PER_EXCEPTION = 15;

    private final Lattice lattice;
    private final Terrain terrain;
    private final Sites sites;
    private final Dice dice;
    private final RoadPlan plan;
    private final List<Integer> exceptions = new ArrayList<>();
    private final List<Integer> islands = new ArrayList<>();

    RoadBuilder(Lattice lattice, Sites sites, Dice dice) {
        this.lattice = lattice;
        this.terrain = lattice.terrain;
        this.sites = sites;
        this.dice = dice;
        this.plan = new RoadPlan(lattice);
    }

    /**
     * @param lines all roads
     * @param withoutHardened villages that no hardened road connects, on purpose
     * @param islands those of them that have hardened streets of their own
     */
    record Roads(List<RoadLine> lines, List<Integer> withoutHardened, List<Integer> islands) {}

    Roads build() {
        highways();
        villages();
        groups();
        return new Roads(
                List.copyOf(plan.lines(new RoadShape(lattice))), List.copyOf(exceptions), List.copyOf(islands));
    }

    private void highways() {
        Rivers rivers = terrain.rivers();
        for (int river = 0; river < rivers.count(); river++) {
            int west = bank(river, 90);
            int east = bank(river, terrain.sizeM() - 90);
            Lattice.Ways ways = lattice.search(new int[] {west}, HIGHWAY, new int[] {east});
            plan.addWay(ways, east, RoadLine.Kind.NATIONAL, RoadLine.Surface.ASPHALT, -1);
        }
        Lattice.Ways ways = lattice.search(plan.nodes(RoadLine.Kind.NATIONAL), ROAD, seatNodes());
        for (int seat : sites.townships()) {
            Sites.Village v = sites.villages().get(seat);
            boolean county = terrain.aboveValleyM(v.x(), v.y()) > 120;
            plan.addWay(
                    ways,
                    lattice.nodeAt(v.x(), v.y()),
                    county ? RoadLine.Kind.COUNTY : RoadLine.Kind.TOWNSHIP,
                    county ? RoadLine.Surface.ASPHALT : RoadLine.Surface.CEMENT,
                    -1);
        }
    }

    private int bank(int river, double x) {
        return lattice.nodeAt(x, terrain.rivers().yAt(river, x) - 110);
    }

    private void villages() {
        Lattice.Ways ways = lattice.search(plan.nodes(RoadLine.Kind.TOWNSHIP), ROAD, villageNodes());
        List<Integer> nearFirst = new ArrayList<>();
        for (int v = 0; v < sites.villages().size(); v++) {
            nearFirst.add(v);
        }
        nearFirst.sort((a, b) -> {
            int byCost = Float.compare(ways.cost[nodeOf(a)], ways.cost[nodeOf(b)]);
            return byCost != 0 ? byCost : Integer.compare(a, b);
        });
        int next = 0;
        List<List<RoadPlan.Leg>> own = new ArrayList<>();
        List<Integer> ownVillage = new ArrayList<>();
        for (int v : nearFirst) {
            List<RoadPlan.Leg> legs = plan.addWay(ways, nodeOf(v), RoadLine.Kind.VILLAGE, RoadLine.Surface.CEMENT, v);
            if (legs.size() >= 5) {
                own.add(legs);
                ownVillage.add(v);
            }
        }
        // From the far end: nobody else's road runs over theirs.
        int wanted = Math.max(3, sites.villages().size() / VILLAGES_PER_EXCEPTION);
        for (int at = own.size() - 1; at >= 0 && next < wanted; at--) {
            except(ownVillage.get(at), own.get(at), next++);
        }
    }

    /** Makes a village one that the hardened network does not reach: unknown surface, gravel, or an island. */
    private void except(int village, List<RoadPlan.Leg> legs, int kind) {
        exceptions.add(village);
        for (int i = 0; i < legs.size(); i++) {
            legs.get(i).surface = switch (kind % 3) {
                case 0 -> i < Math.min(8, legs.size() / 2) ? RoadLine.Surface.CEMENT : RoadLine.Surface.EARTH;
                case 1 -> RoadLine.Surface.UNKNOWN;
                default -> RoadLine.Surface.GRAVEL;
            };
        }
        if (kind % 3 == 0) {
            islands.add(village);
        }
    }

    private int[] seatNodes() {
        return Arrays.stream(sites.townships()).map(this::nodeOf).toArray();
    }

    private int[] villageNodes() {
        return IntStream.range(0, sites.villages().size()).map(this::nodeOf).toArray();
    }

    /** Nodes of the groups' centres, with their other hamlets or without. */
    private int[] hamletNodes(boolean all) {
        return sites.groups().stream()
                .flatMap(g -> all ? g.hamlets().stream() : g.hamlets().stream().limit(1))
                .mapToInt(h -> lattice.nodeAt(h.x(), h.y()))
                .toArray();
    }

    private int nodeOf(int village) {
        return lattice.nodeAt(
                sites.villages().get(village).x(), sites.villages().get(village).y());
    }

    private void groups() {
        Lattice.Ways roads = lattice.search(plan.nodes(RoadLine.Kind.VILLAGE), TRACK, hamletNodes(false));
        List<Sites.Group> onFoot = new ArrayList<>();
        for (Sites.Group group : sites.groups()) {
            int node = lattice.nodeAt(group.x(), group.y());
            if (plan.touches(node)) {
                continue;
            }
            double cost = roads.cost[node];
            if (cost > 14_000 || dice.chance(cost > 4_000 ? 0.38 : 0.16)) {
                onFoot.add(group);
            } else if (dice.chance(cost < 1_500 ? 0.34 : 0.08) && plan.endsAtHardened(roads, node)) {
                plan.addWay(roads, node, RoadLine.Kind.GROUP, RoadLine.Surface.CEMENT, group.village());
            } else {
                plan.addWay(roads, node, RoadLine.Kind.TRACK, trackSurface(), group.village());
            }
        }
        Lattice.Ways paths = lattice.search(plan.nodes(RoadLine.Kind.TRACK), PATH, hamletNodes(false));
        for (Sites.Group group : onFoot) {
            plan.addWay(
                    paths,
                    lattice.nodeAt(group.x(), group.y()),
                    RoadLine.Kind.PATH,
                    RoadLine.Surface.EARTH,
                    group.village());
        }
        Lattice.Ways lanes = lattice.search(plan.nodes(RoadLine.Kind.PATH), PATH, hamletNodes(true));
        for (Sites.Group group : sites.groups()) {
            for (Sites.Spot hamlet : group.hamlets().subList(1, group.hamlets().size())) {
                boolean track = dice.chance(0.3);
                int node = lattice.nodeAt(hamlet.x(), hamlet.y());
                plan.addWay(
                        lanes,
                        node,
                        track ? RoadLine.Kind.TRACK : RoadLine.Kind.PATH,
                        track ? trackSurface() : RoadLine.Surface.EARTH,
                        group.village());
            }
        }
    }

    private RoadLine.Surface trackSurface() {
        return switch (dice.weighted(0.58, 0.23, 0.08, 0.11)) {
            case 0 -> RoadLine.Surface.EARTH;
            case 1 -> RoadLine.Surface.GRAVEL;
            case 2 -> RoadLine.Surface.COMPACTED;
            default -> RoadLine.Surface.UNKNOWN;
        };
    }
}
