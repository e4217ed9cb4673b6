package org.terrace.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.crop.CropSuitability;
import org.terrace.facility.FacilityReach;
import org.terrace.industry.IndustryMatch;
import org.terrace.power.PowerNetwork;
import org.terrace.power.PowerVoltage;
import org.terrace.power.remedy.PowerProjects;
import org.terrace.road.CommitteeAccess;
import org.terrace.road.NetworkReport;
import org.terrace.road.PlaceAccess;
import org.terrace.road.RoadAccess;
import org.terrace.road.RoadReach;
import org.terrace.summary.AreaSummary;
import org.terrace.summary.HouseholdSummary;
import org.terrace.summary.Need;
import org.terrace.water.PipeExposure;
import org.terrace.water.SourceAssignment;
import org.terrace.water.SourceContamination;
import org.terrace.water.WaterAccess;
import org.terrace.water.proposal.WaterProjects;
import org.terrace.water.scheme.WaterPipes;

/** The one list of analyses. To add one: its class, and one line here. */
public final class Catalogue {
    private static final List<Analysis> ALL = inOrder(List.of(
            new RoadAccess(),
            new NetworkReport(),
            new CommitteeAccess(),
            new RoadReach(),
            new PlaceAccess(),
            new WaterAccess(),
            new SourceAssignment(),
            new WaterPipes(),
            new PipeExposure(),
            new SourceContamination(),
            new WaterProjects(),
            new PowerNetwork(),
            new PowerVoltage(),
            new PowerProjects(),
            new FacilityReach(),
            new CropSuitability(),
            new IndustryMatch(),
            new HouseholdSummary(),
            new AreaSummary()));

    private Catalogue() {}

    /** Every analysis, each after those that it needs. */
    public static List<Analysis> analyses() {
        return ALL;
    }

    /** @throws IllegalArgumentException when there is none, naming those that exist */
    public static Analysis analysis(String id) {
        return ALL.stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no analysis '" + id + "'. Maybe one of "
                        + ALL.stream().map(Analysis::id).toList()));
    }

    /** The id of the analysis whose household verdicts are counted as the need; empty when no such need is counted. */
    public static Optional<String> analysisOfNeed(String needId) {
        return Need.ALL.stream()
                .filter(n -> n.id().equals(needId))
                .map(Need::analysis)
                .findFirst();
    }

    /**
     * Sorts by needs.
     *
     * @throws IllegalArgumentException when an id stands twice, a needed analysis is missing, or needs form a circle
     */
    static List<Analysis> inOrder(List<Analysis> given) {
        Map<String, Analysis> byId = new LinkedHashMap<>();
        for (Analysis analysis : given) {
            if (byId.put(analysis.id(), analysis) != null) {
                throw new IllegalArgumentException("two analyses have the id " + analysis.id());
            }
        }
        List<Analysis> ordered = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        while (done.size() < byId.size()) {
            int before = done.size();
            for (Analysis analysis : byId.values()) {
                if (!done.contains(analysis.id()) && done.containsAll(analysis.needs())) {
                    ordered.add(analysis);
                    done.add(analysis.id());
                }
            }
            if (done.size() == before) {
                throw new IllegalArgumentException(
                        "needs form a circle, or something needed is missing, among " + byId.keySet());
            }
        }
        return List.copyOf(ordered);
    }
}
