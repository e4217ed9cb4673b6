package org.terrace.water;

import java.util.Optional;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.region.ElevationGrid;
import org.terrace.terrain.Drainage;
import org.terrace.terrain.StreamLines;

/** The drainage of a county's elevation model, made once for all who ask and kept while the model stays. */
final class CountyDrainage {
    private static final Derived.Key<Drainage> DRAINAGE = new Derived.Key<>("water.drainage", Drainage.class);
    private static final Derived.Key<StreamLines> LINES = new Derived.Key<>("water.streams", StreamLines.class);

    private CountyDrainage() {}

    /** Empty where the county has no elevation model. */
    static Optional<Drainage> of(Assessment assessment) {
        return assessment.region().elevation().map(grid -> of(assessment, grid));
    }

    private static Drainage of(Assessment assessment, ElevationGrid grid) {
        Derived derived = assessment.derived();
        return derived.get(
                DRAINAGE,
                "",
                () -> derived.earlier(DRAINAGE, "")
                        .filter(d -> d.grid() == grid)
                        .orElseGet(() -> Drainage.of(grid, assessment.deadline()::check)));
    }

    static StreamLines lines(Assessment assessment, Drainage drainage) {
        double thresholdM2 = assessment.standard().number("water.drainage.stream_catchment_m2");
        return assessment
                .derived()
                .get(LINES, Double.toString(thresholdM2), () -> StreamLines.of(drainage, thresholdM2));
    }
}
