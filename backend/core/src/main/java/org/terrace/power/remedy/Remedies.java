package org.terrace.power.remedy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.power.area.AreaDesign;
import org.terrace.power.area.AreaReport;
import org.terrace.power.area.Areas;
import org.terrace.power.load.Level;
import org.terrace.project.UnitCosts;
import org.terrace.standard.Document;

/**
 * What could be done for every area in which somebody is outside the limits or whose transformer is overloaded.
 *
 * <p>Where the load is calibrated, works are designed for its unfavourable end; where it is assumed, for the middle: measuring comes first, and
 * what is built on an assumption should not be built for its extreme.
 */
final class Remedies {
    private static final Derived.Key<Remedies> KEY = new Derived.Key<>("power.remedies", Remedies.class);

    /** By the code of the transformer. */
    final Map<String, AreaRemedies> byTransformer;

    /**
     * Of one area.
     *
     * @param level that the works are designed for
     * @param reason why nothing is proposed that brings everybody inside; FOUND where something is
     */
    record AreaRemedies(
            Areas.Solved solved,
            Level level,
            AreaDesign.Outcome before,
            Optional<Remedy> best,
            Optional<Remedy> cheapestGain,
            Reason reason) {}

    private Remedies(Map<String, AreaRemedies> byTransformer) {
        this.byTransformer = byTransformer;
    }

    static Remedies of(Assessment assessment) {
        StringBuilder detail = new StringBuilder(assessment.standard().values());
        assessment.reference().documents().stream()
                .filter(d -> d.kind().equals(UnitCosts.FOLDER) || d.kind().equals("grid"))
                .map(Document::contentHash)
                .forEach(detail::append);
        return assessment.derived().get(KEY, detail.toString(), () -> make(assessment));
    }

    private static Remedies make(Assessment assessment) {
        Areas areas = Areas.of(assessment);
        RemedyRules rules = RemedyRules.of(assessment.standard());
        UnitCosts costs = UnitCosts.of(assessment.reference());
        Spurs spurs = new Spurs(assessment, rules, costs);
        List<Areas.Solved> all = List.copyOf(areas.byTransformer().values());
        AreaRemedies[] found = new AreaRemedies[all.size()];
        IntStream.range(0, found.length).parallel().forEach(i -> {
            assessment.deadline().check();
            found[i] = search(all.get(i), rules, costs, spurs);
        });
        Map<String, AreaRemedies> byTransformer = new TreeMap<>();
        for (AreaRemedies one : found) {
            if (one.reason != Reason.NOT_NEEDED) {
                byTransformer.put(one.solved.area().transformer(), one);
            }
        }
        return new Remedies(byTransformer);
    }

    private static AreaRemedies search(Areas.Solved solved, RemedyRules rules, UnitCosts costs, Spurs spurs) {
        AreaReport report = AreaReport.of(solved);
        Level level = report.load().isCalibrated() ? Level.UNFAVOURABLE : Level.MIDDLE;
        AreaDesign asItIs = AreaDesign.asItIs(solved);
        RemedySearch search = new RemedySearch(asItIs, rules, new RemedyBill(costs, asItIs), spurs::to, level);
        if (!search.isNeeded()) {
            return new AreaRemedies(
                    solved, level, search.before(), Optional.empty(), Optional.empty(), Reason.NOT_NEEDED);
        }
        if (report.area().isEstimated()) {
            return new AreaRemedies(
                    solved, level, search.before(), Optional.empty(), Optional.empty(), Reason.DRAW_THE_LINES_FIRST);
        }
        RemedySearch.Found result = search.run();
        Reason reason = result.best().isEmpty()
                ? Reason.NOTHING_BRINGS_ALL_INSIDE
                : report.load().isCalibrated() ? Reason.FOUND : Reason.FOUND_METER_FIRST;
        return new AreaRemedies(solved, level, search.before(), result.best(), result.cheapestGain(), reason);
    }
}
