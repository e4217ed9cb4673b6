package org.terrace.analysis;

import java.util.Map;
import org.terrace.region.AdminTree;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;

/**
 * Everything one run of an analysis is given.
 *
 * @param inputs results of the analyses that it declared to need, by id
 * @param derived structures kept for this snapshot
 */
public record Assessment(
        Region region,
        ReferenceData reference,
        Map<String, AnalysisResult> inputs,
        Derived derived,
        Progress progress,
        Deadline deadline) {

    /** The tree of units of a snapshot, made once for all who ask. */
    public static final Derived.Key<AdminTree> UNITS = new Derived.Key<>("units", AdminTree.class);

    public Assessment {
        inputs = Map.copyOf(inputs);
    }

    /** Without inputs, progress or deadline: tests and small uses. */
    public static Assessment of(Region region, ReferenceData reference) {
        return new Assessment(region, reference, Map.of(), new Derived(), Progress.NONE, Deadline.NEVER);
    }

    public Assessment withInputs(Map<String, AnalysisResult> given) {
        return new Assessment(region, reference, given, derived, progress, deadline);
    }

    /** To which units features belong. */
    public AdminTree units() {
        return derived.get(
                UNITS,
                "",
                () -> derived.earlier(UNITS, "")
                        .filter(tree -> tree.isOf(region))
                        .orElseGet(() -> AdminTree.of(region)));
    }

    public Standard standard() {
        return reference.standard();
    }

    /** @throws IllegalArgumentException when the analysis did not declare it */
    public AnalysisResult input(String analysisId) {
        AnalysisResult found = inputs.get(analysisId);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no result of " + analysisId + " was handed in. Maybe it is missing in needs()");
        }
        return found;
    }
}
