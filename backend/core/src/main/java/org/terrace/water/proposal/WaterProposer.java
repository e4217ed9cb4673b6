package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.terrace.analysis.Assessment;
import org.terrace.project.Project;
import org.terrace.project.ProjectProposer;
import org.terrace.region.LayerKind;
import org.terrace.water.PipeExposure;
import org.terrace.water.WaterAccess;

/**
 * Proposes schemes for those without safe water, and burying hoses. Sketches within half of their cost either way, not surveys. A hose's
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
        return Set.of(WaterAccess.ID, PipeExposure.ID);
    }

    @Override
    public List<Project> propose(Assessment assessment) {
        Proposals proposals = Proposals.of(assessment);
        List<Project> projects = new ArrayList<>();
        proposals.schemes.values().forEach(s -> projects.add(s.project()));
        proposals.hoses.forEach(h -> projects.add(h.project()));
        projects.sort(Comparator.comparing(Project::code));
        return projects;
    }
}
