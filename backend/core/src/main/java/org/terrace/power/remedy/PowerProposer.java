package org.terrace.power.remedy;

import java.util.List;
import java.util.Set;
import org.terrace.analysis.Assessment;
import org.terrace.power.area.Wires;
import org.terrace.project.Project;
import org.terrace.project.ProjectProposer;
import org.terrace.project.UnitCosts;
import org.terrace.region.LayerKind;

/** Proposes works on transformer areas; the whole remedy of an area and its cheapest part are alternatives. */
public final class PowerProposer implements ProjectProposer {

    @Override
    public String id() {
        return PowerProjects.ID;
    }

    @Override
    public Set<LayerKind> layers() {
        return PowerProjects.LAYERS;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Set<String> documents() {
        return Set.of(UnitCosts.FOLDER, Wires.FOLDER);
    }

    @Override
    public List<Project> propose(Assessment assessment) {
        return Candidate.all(Remedies.of(assessment)).stream()
                .map(c -> c.project(assessment.region()))
                .toList();
    }
}
