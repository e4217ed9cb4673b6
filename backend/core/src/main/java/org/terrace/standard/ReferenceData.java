package org.terrace.standard;

import java.util.List;

/**
 * Everything an analysis may know besides the region: the chosen standard and the data files (crops, industries, costs, zones),
 * as parsed trees. Which files an analysis reads it declares, so that results are keyed by their content.
 */
public record ReferenceData(Standard standard, List<Document> documents) {

    public ReferenceData {
        documents = List.copyOf(documents);
    }

    /** All files of a folder ({@code crops}), in name order. */
    public List<Document> of(String kind) {
        return documents.stream().filter(d -> d.kind().equals(kind)).toList();
    }

    /** @throws IllegalArgumentException when there is no such file; its name is given without ending: {@code zones} */
    public Document document(String kind, String id) {
        return of(kind).stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no data file " + kind + "/" + id));
    }
}
