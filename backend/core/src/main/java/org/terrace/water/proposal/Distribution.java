package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.terrain.GravityRoute;
import org.terrace.terrain.RouteGround;

/**
 * Ways from the tank to the houses: again and again the house that is cheapest to reach from what is laid already is joined to it, as in
 * the path heuristic for Steiner trees, which costs at most twice the least.
 *
 * @see "Takahashi and Matsuyama (1980)"
 */
final class Distribution {
    private static final double BEYOND_M = 300;

    private Distribution() {}

    /** @return houses that no way reaches */
    static List<NeedGroup.House> grow(SchemeTree tree, NeedGroup group, RouteGround ground, Margins margins) {
        Map<Integer, List<NeedGroup.House>> wanted = new TreeMap<>();
        List<NeedGroup.House> left = new ArrayList<>();
        Coordinate tank = tree.at(tree.tank());
        double farthest = 0;
        for (NeedGroup.House house : group.houses()) {
            int cell = ground.cellAt(house.at().x, house.at().y);
            if (cell < 0) {
                left.add(house);
            } else {
                wanted.computeIfAbsent(cell, k -> new ArrayList<>()).add(house);
                farthest = Math.max(farthest, tank.distance(house.at()));
            }
        }
        GravityRoute.HeadLine line = margins.line(tank, tree.levelM(tree.tank()), margins.modelErrorM());
        double reach = farthest + BEYOND_M;
        while (!wanted.isEmpty()) {
            GravityRoute route = GravityRoute.from(ground, tree.cellsBelowTank(), line, reach, wanted::containsKey);
            int goal = route.goal();
            if (goal < 0) {
                wanted.values().forEach(left::addAll);
                break;
            }
            tree.grow(route.wayTo(goal));
            Objects.requireNonNull(wanted.remove(goal)).forEach(house -> tree.connect(house, goal));
        }
        return left;
    }
}
