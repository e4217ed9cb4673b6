package org.terrace.water.laid;

import java.util.Set;
import org.terrace.region.FeatureTable;

/** Where the level of the water is given: open works from which it flows by gravity. */
public final class Levels {
    private static final Set<String> OPEN =
            Set.of("spring", "intake", "tank", "break_pressure_tank", "treatment", "reservoir");

    private Levels() {}

    /** @param work row, -1 for none. A well's level lies below ground, at a depth that nobody wrote down */
    public static boolean isLevel(FeatureTable works, int work) {
        return work >= 0
                && OPEN.contains(works.codesOf("kind").code(work))
                && !works.codesOf("working").is(work, "no");
    }
}
