package org.terrace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Outputs;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;

class CatalogueTest {

    @Test
    void everyAnalysisComesAfterThoseItNeeds() {
        Map<String, Integer> position = new LinkedHashMap<>();
        for (Analysis analysis : Catalogue.analyses()) {
            assertThat(position.keySet()).as(analysis.id()).containsAll(analysis.needs());
            position.put(analysis.id(), position.size());
        }
    }

    @Test
    void aCircleOfNeedsIsRefused() {
        assertThatThrownBy(() -> Catalogue.inOrder(List.of(needing("a", "b"), needing("b", "a"))))
                .hasMessageContaining("circle");
    }

    @Test
    void anUnknownIdIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Catalogue.analysis("road.acess")).hasMessageContaining("road.access");
    }

    private static Analysis needing(String id, String need) {
        return new Analysis() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public int engineVersion() {
                return 1;
            }

            @Override
            public Set<LayerKind> layers() {
                return Set.of();
            }

            @Override
            public Set<String> needs() {
                return Set.of(need);
            }

            @Override
            public Outputs outputs(ReferenceData reference) {
                return Outputs.ofTables();
            }

            @Override
            public AnalysisResult run(Assessment assessment) {
                return AnalysisResult.of(id);
            }
        };
    }
}
