package org.terrace.analysis;

import java.util.Set;
import org.terrace.region.Change;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/**
 * One computation over a county: declares what it reads and returns, runs, and explains. Implementations hold no state and do not
 * depend on the order of rows.
 *
 * <p>A new analysis is one class, one line in the catalogue, its class scheme and its words.
 */
public interface Analysis {

    /** Feature, dot, what it computes: {@code road.access}. Stays when the engine behind it is replaced. */
    String id();

    /** Raised whenever the same inputs would give another result; part of the result's key. */
    int engineVersion();

    /** The layers it reads: a change in another layer keeps its result. */
    Set<LayerKind> layers();

    default boolean readsElevation() {
        return false;
    }

    /** Folders of data files it reads besides the standard: {@code crops}. */
    default Set<String> documents() {
        return Set.of();
    }

    /** Ids of the analyses whose results it is given. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Whether a plot's row follows from that plot and the ground alone, so that one imagined plot can be asked about at once. */
    default boolean judgesPlotsAlone() {
        return false;
    }

    /** What it returns; may depend on the data files (one column per crop). */
    Outputs outputs(ReferenceData reference);

    /** Computes everything. Tables come in the order of {@link #outputs}. */
    AnalysisResult run(Assessment assessment);

    /**
     * Computes what can have changed and takes the rest from {@code before}; equals {@link #run} on the new snapshot bit for bit.
     *
     * @param change what differs between the snapshot of {@code before} and that of {@code after}
     */
    default AnalysisResult update(AnalysisResult before, Change change, Assessment after) {
        return run(after);
    }

    /**
     * What else would be otherwise if somebody's works were built: records that describe the time before them, and what they take over.
     *
     * @param now the county as it is. @param edited the county with the works alone
     */
    default Region tried(Assessment now, Region edited) {
        return edited;
    }

    /**
     * A declared field, computed now if the result does not hold it.
     *
     * @throws IllegalArgumentException when the analysis declares no such field
     */
    default Field field(Assessment assessment, AnalysisResult result, String fieldId) {
        return result.fields().stream()
                .filter(f -> f.spec().id().equals(fieldId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id() + " has no field '" + fieldId + "'"));
    }

    /** Why the feature got its result. {@link Explanation#NONE} where the row's own reason says it all. */
    default Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        return Explanation.NONE;
    }
}
