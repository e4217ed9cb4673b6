package org.terrace.water;

import java.util.Arrays;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.LinkTable;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/**
 * Who hangs on which pipes and sources, as the analysis of pipes found it along the pipes and their flow: the one definition for all who count
 * dependents.
 */
public final class DrawnLinks {
    /** Ids of the links: to the pipes through which a household's water comes, and to the sources that it comes from. */
    public static final String THROUGH = "drawn_through";

    public static final String FROM = "drawn_from";

    private DrawnLinks() {}

    /** By household, rows of the pipes through which its water comes, ascending. */
    static int[][] pipes(Assessment assessment) {
        return rows(assessment, THROUGH, assessment.region().table(LayerKind.PIPE));
    }

    /** By household, rows of the works from which its water comes, ascending. */
    static int[][] sources(Assessment assessment) {
        return rows(assessment, FROM, assessment.region().table(LayerKind.WATER_FACILITY));
    }

    private static int[][] rows(Assessment assessment, String id, FeatureTable to) {
        AnalysisResult pipes = assessment.input(WaterAccess.PIPES);
        LinkTable links = pipes.link(id);
        FeatureTable households = assessment.region().households();
        int[][] rows = new int[households.size()][];
        Arrays.fill(rows, new int[0]);
        int first = 0;
        for (int i = 0; i < links.size(); i++) {
            if (i + 1 == links.size() || !links.from()[i + 1].equals(links.from()[i])) {
                int[] own = new int[i + 1 - first];
                for (int k = 0; k < own.length; k++) {
                    own[k] = to.rowOf(links.to()[first + k]);
                }
                rows[households.rowOf(links.from()[i])] = own;
                first = i + 1;
            }
        }
        return rows;
    }
}
