package org.terrace.analysis;

import java.util.List;
import java.util.Map;

/**
 * What one run of an analysis returned, plus free numbers about the run as a whole (counts of what was left out, kilometres).
 * Fields may be left out here and computed on demand by {@link Analysis#field}.
 */
public record AnalysisResult(
        String analysisId,
        List<ResultTable> tables,
        List<Field> fields,
        List<LinkTable> links,
        Map<String, Double> facts) {

    public AnalysisResult {
        tables = List.copyOf(tables);
        fields = List.copyOf(fields);
        links = List.copyOf(links);
        facts = Map.copyOf(facts);
    }

    public static AnalysisResult of(String analysisId, ResultTable... tables) {
        return new AnalysisResult(analysisId, List.of(tables), List.of(), List.of(), Map.of());
    }

    /** @throws IllegalArgumentException when there is no such table */
    public ResultTable table(String id) {
        return tables.stream()
                .filter(t -> t.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(analysisId + " has no table '" + id + "'"));
    }

    public LinkTable link(String id) {
        return links.stream()
                .filter(l -> l.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(analysisId + " has no links '" + id + "'"));
    }
}
