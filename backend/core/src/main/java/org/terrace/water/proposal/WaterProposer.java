package org.terrace.water.proposal;

import java.util.List;
import java.util.Set;
import org.terrace.analysis.Assessment;
import org.terrace.project.Project;
import org.terrace.project.ProjectProposer;
import org.terrace.region.LayerKind;

/**
 * Proposes schemes for those without safe water, the care of sources that several of them take, and burying hoses. Sketches within half of their cost either way, not surveys. A hose's
 * burial and the scheme of the same households are alternatives; all schemes together ask of no source more than it gives.
 */
public final class WaterProposer implements ProjectProposer {

    @Override
    public String id() {
        return WaterProjects.ID;
    }

    @Override
    public Set<LayerKind> layers() {
        return WaterProjects.LAYERS;
    }

    @Override
    public Set<String> needs() {
        return WaterProjects.NEEDS;
    }

    @Override
    public List<Project> propose(Assessment assessment) {
        return Proposals.of(assessment).projects();
    }
}
