package org.terrace.server.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.terrace.analysis.AnalysisResult;

/**
 * What the households' verdicts add up to, by need and by area. Reads the two summaries of the catalogue; everything else about
 * the needs is found from their columns.
 */
public record CountySummary(
        long households,
        long people,
        long residents,
        List<Need> needs,
        List<Count> lacks,
        List<Count> bands,
        List<Area> townships,
        List<Area> villages,
        List<Area> groups,
        Map<String, Map<String, Double>> relocated) {

    public static final String HOUSEHOLDS = "summary.household";
    public static final String AREAS = "summary.area";

    /** Households and people of one class. */
    public record Count(String code, long households, long people, long residents) {}

    /** Villages whose committee has one verdict, and all their households. */
    public record Committee(long villages, long households) {}

    /** One need of the whole county. */
    public record Need(
            String id,
            String analysis,
            String column,
            Count served,
            Count borderline,
            Count unserved,
            Count unknown,
            Map<String, Committee> committee) {}

    /**
     * One area.
     *
     * @param parent code of the area above: a village's township, a group's village
     * @param needs verdict to count, by need
     * @param committeeRoad verdict at the committee, villages only
     * @param committeeReported what the record says: yes, no, unknown; villages only
     */
    public record Area(
            String code,
            String name,
            String parent,
            long households,
            long people,
            long residents,
            Map<String, Map<String, Count>> needs,
            String committeeRoad,
            String committeeReported) {}

    /** Empty while the summaries have no results. */
    public static Optional<CountySummary> of(Snapshot snapshot, Results results) {
        Optional<AnalysisResult> households = results.find(snapshot, HOUSEHOLDS);
        Optional<AnalysisResult> areas = results.find(snapshot, AREAS);
        if (households.isEmpty() || areas.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CountySums(snapshot, results, households.get().table("household"), areas.get()).summary());
    }
}
