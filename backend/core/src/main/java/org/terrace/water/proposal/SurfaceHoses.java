package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.analysis.Assessment;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/**
 * The pipes that lie where floods and livestock break them: all hoses and pipes on the ground, by the works that feed them. An analysis of
 * exposure may narrow this choice down; nothing else here knows how it is made.
 */
final class SurfaceHoses {
    private SurfaceHoses() {}

    /** Rows of the layer of pipes, by the code of the works where they begin; those that name none are left out. */
    static Map<String, List<Integer>> bySource(Assessment assessment) {
        FeatureTable pipes = assessment.region().table(LayerKind.PIPE);
        Map<String, List<Integer>> found = new TreeMap<>();
        for (int p = 0; p < pipes.size(); p++) {
            boolean surface = pipes.codesOf("laying").is(p, "surface")
                    || (pipes.codesOf("kind").is(p, "hose")
                            && !pipes.codesOf("laying").is(p, "buried"));
            String from = pipes.text("from_code").get(p);
            if (surface && !from.isEmpty() && pipes.hasGeometry(p)) {
                found.computeIfAbsent(from, k -> new ArrayList<>()).add(p);
            }
        }
        return found;
    }
}
