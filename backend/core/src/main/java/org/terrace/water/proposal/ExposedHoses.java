package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.water.PipeExposure;
import org.terrace.water.WaterAccess;

/** The pipes on the ground that floods, slides and livestock break, or may break, by the works that feed them. */
final class ExposedHoses {
    private static final Set<String> EXPOSED = Set.of("exposed", "borderline");

    private ExposedHoses() {}

    /** Rows of the layer of pipes, by the code of the works where they begin; of those that name none, by the first works of their supply. */
    static Map<String, List<Integer>> bySource(Assessment assessment) {
        FeatureTable pipes = assessment.region().table(LayerKind.PIPE);
        ResultTable laid = assessment.input(WaterAccess.PIPES).table(LayerKind.PIPE.id());
        ResultTable exposure = assessment.input(PipeExposure.ID).table(LayerKind.PIPE.id());
        Map<String, List<Integer>> found = new TreeMap<>();
        for (int row = 0; row < exposure.size(); row++) {
            int pipe = pipes.rowOf(exposure.codes()[row]);
            String from = pipe < 0 ? "" : pipes.text("from_code").get(pipe);
            int as = laid.rowOf(exposure.codes()[row]);
            from = from.isEmpty() && as >= 0 ? laid.text("supply_code").get(as) : from;
            if (EXPOSED.contains(exposure.codesOf("exposure").code(row))
                    && !from.isEmpty()
                    && pipes.hasGeometry(pipe)) {
                found.computeIfAbsent(from, k -> new ArrayList<>()).add(pipe);
            }
        }
        return found;
    }
}
