package org.terrace.foot;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.Standard;
import org.terrace.terrain.Barriers;
import org.terrace.terrain.Carrying;
import org.terrace.terrain.Directions;
import org.terrace.terrain.Langmuir;
import org.terrace.terrain.NotSteeper;
import org.terrace.terrain.Tobler;
import org.terrace.terrain.WalkingModel;
import org.terrace.terrain.WalkingSurface;

/**
 * What one walks on, apart from roads: the terrain with its rivers, under the standard's walking rules.
 *
 * @param grid and rivers what the surface was made of
 * @param crossings stretches of road that lead over the rivers; none where roads are laid over the surface as tracks of their own
 */
public record CountyGround(
        Rules rules, ElevationGrid grid, FeatureTable rivers, List<Geometry> crossings, WalkingSurface surface) {
    /** Cells of a road on either side of a river that belong to its crossing. */
    private static final double CROSSING_CELLS = 2;

    private static final Derived.Key<CountyGround> KEY = new Derived.Key<>("foot.ground", CountyGround.class);

    /** What of the standard decides. @param barriers kinds of watercourse that nobody wades */
    public record Rules(WalkingModel model, Directions directions, List<String> barriers) {
        public static Rules of(Standard standard) {
            WalkingModel model = standard.text("walking.model").equals("tobler")
                    ? Tobler.ON_PATH
                    : Langmuir.R_WALK.notFasterThan(standard.number("walking.fastest_kmh") / 3.6);
            return new Rules(
                    new NotSteeper(model, standard.number("walking.steepest_percent") / 100),
                    Directions.of((int) standard.number("walking.directions")),
                    standard.texts("walking.barriers"));
        }
    }

    /** Of a county that has an elevation model. */
    public static CountyGround of(Assessment assessment) {
        return of(assessment, Rules.of(assessment.standard()));
    }

    /** The same for who carries a load there and comes back without it: seconds are of both. */
    public static CountyGround carrying(Assessment assessment) {
        Rules walking = Rules.of(assessment.standard());
        double factor = assessment.standard().number("transport.carry.speed_factor");
        return of(assessment, new Rules(new Carrying(walking.model, factor), walking.directions, walking.barriers));
    }

    /** The open ground alone, rivers crossed where a road or path leads over them: for who does not ask by which road one goes. */
    public static CountyGround withCrossings(Assessment assessment) {
        return of(assessment, Rules.of(assessment.standard()), true);
    }

    private static CountyGround of(Assessment assessment, Rules rules) {
        return of(assessment, rules, false);
    }

    private static CountyGround of(Assessment assessment, Rules rules, boolean crossed) {
        Derived derived = assessment.derived();
        String detail = rules + (crossed ? "/crossed" : "");
        return derived.get(KEY, detail, () -> {
            Region region = assessment.region();
            ElevationGrid grid = region.elevation().orElseThrow();
            FeatureTable watercourses = region.table(LayerKind.WATERCOURSE);
            List<Geometry> rivers = rivers(watercourses, rules);
            double reachM = CROSSING_CELLS
                    * Math.max(grid.frame().cellSizeX(), grid.frame().cellSizeY());
            List<Geometry> crossings = crossed ? RiverCrossings.of(rivers, region.roads(), reachM) : List.of();
            return derived.earlier(KEY, detail)
                    .filter(g -> g.grid == grid
                            && g.isCrossedBy(watercourses)
                            && RiverCrossings.same(g.crossings, crossings))
                    .orElseGet(() -> new CountyGround(
                            rules,
                            grid,
                            watercourses,
                            crossings,
                            WalkingSurface.over(grid, rules.model, rules.directions)
                                    .barriers(new Barriers(rivers, crossings))
                                    .build()));
        });
    }

    private static List<Geometry> rivers(FeatureTable watercourses, Rules rules) {
        List<Geometry> rivers = new ArrayList<>();
        for (int i = 0; i < watercourses.size(); i++) {
            if (rules.barriers.contains(watercourses.codesOf("kind").code(i))) {
                watercourses.geometry(i).ifPresent(rivers::add);
            }
        }
        return rivers;
    }

    private boolean isCrossedBy(FeatureTable watercourses) {
        return rivers == watercourses || (rivers.size() == 0 && watercourses.size() == 0);
    }

    public GridFrame frame() {
        return surface.frame();
    }

    /** Seconds on foot for a stretch of road or path; an unknown rise counts as none. */
    public double seconds(double runM, double riseM) {
        return rules.model.seconds(runM, Double.isNaN(riseM) ? 0 : riseM);
    }

    /** The cell from which a place is reached without crossing a river: its own, else the nearest beside it; -1 for none. */
    public int cellAt(double x, double y) {
        return surface.boardingCell(x, y);
    }
}
