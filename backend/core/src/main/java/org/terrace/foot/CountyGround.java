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
 */
public record CountyGround(Rules rules, ElevationGrid grid, FeatureTable rivers, WalkingSurface surface) {
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

    private static CountyGround of(Assessment assessment, Rules rules) {
        Derived derived = assessment.derived();
        Region region = assessment.region();
        return derived.get(
                KEY,
                rules.toString(),
                () -> derived.earlier(KEY, rules.toString())
                        .filter(g -> g.grid == region.elevation().orElseThrow()
                                && g.isCrossedBy(region.table(LayerKind.WATERCOURSE)))
                        .orElseGet(() -> make(region, rules)));
    }

    private static CountyGround make(Region region, Rules rules) {
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
                WalkingSurface.over(region.elevation().orElseThrow(), rules.model, rules.directions)
                        .barriers(new Barriers(rivers, List.of()))
                        .build());
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
