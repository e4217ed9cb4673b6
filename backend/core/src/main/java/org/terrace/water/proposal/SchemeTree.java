package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.terrain.RouteGround;

/**
 * A scheme cell by cell: from the source to the tank, and from there on to the houses. Point 0 is the source; every other has one from
 * which its water comes, with a smaller number.
 */
final class SchemeTree {
    /** What stands at a point and holds the water's level. */
    enum Works {
        NONE,
        SOURCE,
        TANK,
        BREAK_PRESSURE_TANK
    }

    private final RouteGround ground;
    private final List<Integer> cells = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Works> works = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<List<NeedGroup.House>> houses = new ArrayList<>();
    private final Map<Integer, Integer> pointOfCell = new HashMap<>();
    private final Coordinate sourceAt;
    private final double sourceGroundM;
    private final double levelM;
    private int tank = -1;

    /** @param levelM of the water at the source: its ground, or what a pump lifts to */
    SchemeTree(RouteGround ground, Source source, double levelM, int[] wayToTank) {
        this.ground = ground;
        this.sourceAt = source.at();
        this.sourceGroundM = source.levelM();
        this.levelM = levelM;
        add(wayToTank[0], -1, Works.SOURCE);
        for (int i = 1; i < wayToTank.length; i++) {
            add(wayToTank[i], i - 1, i == wayToTank.length - 1 ? Works.TANK : Works.NONE);
        }
        this.tank = size() - 1;
        pointOfCell.put(wayToTank[wayToTank.length - 1], tank);
    }

    private int add(int cell, int parent, Works standing) {
        int point = cells.size();
        cells.add(cell);
        parents.add(parent);
        works.add(standing);
        children.add(new ArrayList<>());
        houses.add(new ArrayList<>());
        if (parent >= 0) {
            children.get(parent).add(point);
        }
        return point;
    }

    private int pointOf(int cell) {
        return Objects.requireNonNull(pointOfCell.get(cell), "nothing is laid in this cell");
    }

    /** Adds the cells of a way that begins in a cell of the part below the tank. */
    void grow(int[] way) {
        int parent = pointOf(way[0]);
        for (int i = 1; i < way.length; i++) {
            parent = add(way[i], parent, Works.NONE);
            pointOfCell.put(way[i], parent);
        }
    }

    /** Cells of the part below the tank, ascending. */
    int[] cellsBelowTank() {
        return pointOfCell.keySet().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    boolean isBelowTank(int cell) {
        return pointOfCell.containsKey(cell);
    }

    void connect(NeedGroup.House house, int cell) {
        houses.get(pointOf(cell)).add(house);
    }

    void breakPressureAt(int point) {
        works.set(point, Works.BREAK_PRESSURE_TANK);
    }

    int size() {
        return cells.size();
    }

    int tank() {
        return tank;
    }

    int cell(int point) {
        return cells.get(point);
    }

    int parent(int point) {
        return parents.get(point);
    }

    List<Integer> children(int point) {
        return children.get(point);
    }

    List<NeedGroup.House> houses(int point) {
        return houses.get(point);
    }

    Works works(int point) {
        return works.get(point);
    }

    /** Whether the water stands open there. */
    boolean isOpen(int point) {
        return works.get(point) != Works.NONE;
    }

    Coordinate at(int point) {
        return point == 0 ? sourceAt : ground.centre(cells.get(point));
    }

    double groundM(int point) {
        return point == 0 ? sourceGroundM : ground.heightM(cells.get(point));
    }

    /** Of an open point. */
    double levelM(int point) {
        return point == 0 ? levelM : groundM(point);
    }

    /** Metres of pipe from the point that feeds it. */
    double lengthM(int point) {
        return ground.lengthM(cells.get(parents.get(point)), cells.get(point));
    }

    boolean crossesStream(int point) {
        return ground.crosses(cells.get(parents.get(point)), cells.get(point));
    }

    int steepness(int point) {
        return ground.steepness(cells.get(point));
    }

    /** Points that an open point feeds, those below the next open ones left out, in ascending order. */
    List<Integer> zone(int open) {
        List<Integer> zone = new ArrayList<>();
        for (int next : children.get(open)) {
            collect(next, zone);
        }
        zone.sort(null);
        return zone;
    }

    private void collect(int point, List<Integer> zone) {
        List<Integer> waiting = new ArrayList<>(List.of(point));
        while (!waiting.isEmpty()) {
            int at = waiting.remove(waiting.size() - 1);
            zone.add(at);
            if (!isOpen(at)) {
                waiting.addAll(children.get(at));
            }
        }
    }

    /** People at every point and below it. */
    double[] peopleBelow() {
        double[] people = new double[size()];
        for (int p = size() - 1; p >= 0; p--) {
            people[p] +=
                    houses.get(p).stream().mapToDouble(NeedGroup.House::people).sum();
            if (p > 0) {
                people[parent(p)] += people[p];
            }
        }
        return people;
    }
}
