package org.terrace.water.proposal;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.terrace.region.GridFrame;
import org.terrace.terrain.GravityRoute;
import org.terrace.terrain.RouteGround;

/**
 * Where the tank of a group may stand: a cell that a route reaches, high enough above every house for service head with friction on the way,
 * at the least cost of the way there and on to the nearest house, and no higher than need be: what stands above calls for
 * break-pressure tanks.
 */
final class TankSites {
    /** So far around the houses a site is looked for. */
    private static final double AROUND_M = 1_500;

    /** Pipes wind so much more than the straight line. */
    private static final double WINDING = 1.3;

    private final RouteGround ground;
    private final double yuanPerM;
    private final double breakPressureYuan;
    private final double mostStaticM;

    /** @param estimateYuan of the way to the site and on, to compare sites and sources by; no cost of the scheme */
    record Site(int cell, double estimateYuan) {}

    TankSites(RouteGround ground, double yuanPerM, double breakPressureYuan, double mostStaticM) {
        this.ground = ground;
        this.yuanPerM = yuanPerM;
        this.breakPressureYuan = breakPressureYuan;
        this.mostStaticM = mostStaticM;
    }

    /** @param start the source's own cell, where no tank stands */
    Optional<Site> best(NeedGroup group, GravityRoute route, int start, Margins margins) {
        GridFrame frame = ground.frame();
        Envelope window = new Envelope();
        group.houses().forEach(h -> window.expandToInclude(h.at()));
        window.expandBy(AROUND_M);
        double lowest = group.highestNeedM();
        int cell = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = Math.max(0, frame.rowOf(window.getMaxY()));
                row <= Math.min(frame.rows() - 1, frame.rowOf(window.getMinY()));
                row++) {
            for (int column = Math.max(0, frame.columnOf(window.getMinX()));
                    column <= Math.min(frame.columns() - 1, frame.columnOf(window.getMaxX()));
                    column++) {
                int at = row * frame.columns() + column;
                // False for NaN.
                if (ground.heightM(at) >= lowest && at != start && route.costTo(at) < least) {
                    double estimate =
                            route.costTo(at) + onwards(group, frame.centreX(column), frame.centreY(row), at, margins);
                    if (estimate < least) {
                        least = estimate;
                        cell = at;
                    }
                }
            }
        }
        return cell < 0 ? Optional.empty() : Optional.of(new Site(cell, least));
    }

    /**
     * The last place on the cheapest way to a house that is high enough: from there on that way leads to the house, whatever lies between
     * other sites and the houses.
     */
    Optional<Site> onTheWay(NeedGroup group, GravityRoute route, int start, Margins margins) {
        int nearest = -1;
        for (NeedGroup.House house : group.houses()) {
            int cell = ground.cellAt(house.at().x, house.at().y);
            if (cell >= 0
                    && Double.isFinite(route.costTo(cell))
                    && (nearest < 0 || route.costTo(cell) < route.costTo(nearest))) {
                nearest = cell;
            }
        }
        if (nearest < 0) {
            return Optional.empty();
        }
        int[] way = route.wayTo(nearest);
        for (int i = way.length - 1; i > 0; i--) {
            Coordinate at = ground.centre(way[i]);
            double onwards = onwards(group, at.x, at.y, way[i], margins);
            if (way[i] != start && Double.isFinite(onwards)) {
                return Optional.of(new Site(way[i], route.costTo(way[i]) + onwards));
            }
        }
        return Optional.empty();
    }

    /** Infinite where the site is too low for a house. */
    private double onwards(NeedGroup group, double x, double y, int cell, Margins margins) {
        double nearest = Double.POSITIVE_INFINITY;
        double above = Double.POSITIVE_INFINITY;
        for (NeedGroup.House house : group.houses()) {
            double east = house.at().x - x;
            double north = house.at().y - y;
            double distance = Math.sqrt(east * east + north * north);
            double left = ground.heightM(cell)
                    - margins.needM(house, margins.modelErrorM())
                    - margins.fallPerM() * WINDING * distance;
            if (!(left >= 0)) {
                return Double.POSITIVE_INFINITY;
            }
            nearest = Math.min(nearest, distance);
            above = Math.min(above, left);
        }
        return nearest * WINDING * yuanPerM + above / mostStaticM * breakPressureYuan;
    }
}
