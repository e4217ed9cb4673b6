package org.terrace.power.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Assessment;
import org.terrace.project.UnitCosts;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.terrain.GravityRoute;
import org.terrace.terrain.RouteGround;

/**
 * Finds the least-cost way of a 10 kV line over the terrain from the nearest line of 10 kV to where a transformer would stand: more on steep
 * ground, never through what is forbidden. Without an elevation model, or without a 10 kV line in reach, there is none.
 */
final class Spurs {
    private static final double STEP_M = 25;

    private final Optional<RouteGround> ground;
    private final List<Coordinate> sources = new ArrayList<>();
    private final double reachM;

    Spurs(Assessment assessment, RemedyRules rules, UnitCosts costs) {
        this.reachM = rules.reachM();
        FeatureTable lines = assessment.region().table(LayerKind.POWER_LINE);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.codesOf("kind").is(i, "kv10")) {
                lines.geometry(i)
                        .ifPresent(line -> sources.addAll(
                                List.of(Densifier.densify(line, STEP_M).getCoordinates())));
            }
        }
        FeatureTable facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        for (int i = 0; i < facilities.size(); i++) {
            boolean fed = facilities.codesOf("kind").is(i, "transformer")
                    || facilities.codesOf("kind").is(i, "substation");
            if (fed && facilities.hasGeometry(i)) {
                sources.add(facilities.at(i));
            }
        }
        double perM = costs.cost("power.kv10_line").yuan().usual() / 1_000;
        double steep = costs.cost("power.kv10_steep_extra").yuan().usual() / 1_000;
        this.ground = assessment
                .region()
                .elevation()
                .map(grid -> new RouteGround(
                        grid,
                        new RouteGround.Costs(perM, rules.steepDeg(), steep, rules.verySteepDeg(), 3 * steep, 0),
                        List.of(),
                        forbidden(assessment.region().table(LayerKind.CONSTRAINT_AREA))));
    }

    private static List<Geometry> forbidden(FeatureTable areas) {
        List<Geometry> forbidden = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.codesOf("rule").is(i, "forbidden")) {
                areas.geometry(i).ifPresent(forbidden::add);
            }
        }
        return forbidden;
    }

    Optional<Spur> to(Coordinate place) {
        return ground.flatMap(g -> to(g, place));
    }

    private Optional<Spur> to(RouteGround over, Coordinate place) {
        int goal = over.cellAt(place.x, place.y);
        int[] starts = near(over, place);
        if (goal < 0 || starts.length == 0) {
            return Optional.empty();
        }
        GravityRoute route =
                GravityRoute.from(over, starts, GravityRoute.HeadLine.anyHeight(place), reachM, c -> c == goal);
        if (route.goal() < 0) {
            return Optional.empty();
        }
        int[] cells = route.wayTo(goal);
        List<Coordinate> course = new ArrayList<>();
        double length = 0;
        double steep = 0;
        for (int i = 0; i < cells.length; i++) {
            course.add(over.centre(cells[i]));
            if (i > 0) {
                double step = over.lengthM(cells[i - 1], cells[i]);
                length += step;
                steep += over.steepness(cells[i]) > 0 ? step : 0;
            }
        }
        return Optional.of(new Spur(course, length, steep));
    }

    /** Cells of lines of 10 kV in reach. */
    private int[] near(RouteGround over, Coordinate place) {
        TreeSet<Integer> cells = new TreeSet<>();
        for (Coordinate source : sources) {
            if (source.distance(place) <= reachM) {
                int cell = over.cellAt(source.x, source.y);
                if (cell >= 0) {
                    cells.add(cell);
                }
            }
        }
        return cells.stream().mapToInt(c -> c).toArray();
    }
}
