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
 * @param crossings the roads that lead over the rivers; none where roads are laid over the surface as tracks of their own
 */
public record CountyGround(
        Rules rules, ElevationGrid grid, FeatureTable rivers, FeatureTable crossings, WalkingSurface surface) {
    private static final FeatureTable NO_CROSSINGS = FeatureTable.empty(LayerKind.ROAD_SEGMENT);
    private static final Derived.Key<CountyGround> KEY = new Derived.Key<>("foot.ground", CountyGround.class);

    /** What of the standard decides. @param barriers kinds of watercourse that nobody wades */
    public record Rules(WalkingModel model, Directions directions, List<String> barriers) {
        static Rules of(Standard standard) {
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
        Rules rules = Rules.of(assessment.standard());
        return of(assessment, rules, assessment.region().roads());
    }

    private static CountyGround of(Assessment assessment, Rules rules) {
        return of(assessment, rules, NO_CROSSINGS);
    }

    private static CountyGround of(Assessment assessment, Rules rules, FeatureTable crossings) {
        Derived derived = assessment.derived();
        Region region = assessment.region();
        String detail = rules + (crossings == NO_CROSSINGS ? "" : "/crossed");
        return derived.get(
                KEY,
                detail,
                () -> derived.earlier(KEY, detail)
                        .filter(g -> g.grid == region.elevation().orElseThrow()
                                && isSame(g.rivers, region.table(LayerKind.WATERCOURSE))
                                && isSame(g.crossings, crossings))
                        .orElseGet(() -> make(region, rules, crossings)));
    }

    private static CountyGround make(Region region, Rules rules, FeatureTable crossings) {
        FeatureTable watercourses = region.table(LayerKind.WATERCOURSE);
        List<Geometry> rivers = new ArrayList<>();
        for (int i = 0; i < watercourses.size(); i++) {
            if (rules.barriers.contains(watercourses.codesOf("kind").code(i))) {
                watercourses.geometry(i).ifPresent(rivers::add);
            }
        }
        return new CountyGround(
                rules,
                region.elevation().orElseThrow(),
                watercourses,
                crossings,
                WalkingSurface.over(region.elevation().orElseThrow(), rules.model, rules.directions)
                        .barriers(new Barriers(rivers, passable(crossings)))
                        .build());
    }

    /** Lines of roads that can be walked on. */
    private static List<Geometry> passable(FeatureTable roads) {
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < roads.size(); i++) {
            if (!roads.codesOf("condition").is(i, "impassable")) {
                roads.geometry(i).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static boolean isSame(FeatureTable before, FeatureTable now) {
        return before == now || (before.size() == 0 && now.size() == 0);
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
