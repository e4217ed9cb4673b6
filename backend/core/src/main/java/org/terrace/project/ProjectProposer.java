package org.terrace.project;

import java.util.List;
import java.util.Set;
import org.terrace.analysis.Assessment;
import org.terrace.region.LayerKind;

/** Proposes projects of one feature; declares what it reads like an analysis, holds no state. */
public interface ProjectProposer {

    /** Feature, dot, what it proposes: {@code water.projects}. */
    String id();

    Set<LayerKind> layers();

    /** Ids of the analyses whose results it is given. */
    Set<String> needs();

    /** Folders of data files that it reads besides the standard. */
    default Set<String> documents() {
        return Set.of(UnitCosts.FOLDER);
    }

    /** Projects by ascending code; those of one household are alternatives. */
    List<Project> propose(Assessment assessment);
}
