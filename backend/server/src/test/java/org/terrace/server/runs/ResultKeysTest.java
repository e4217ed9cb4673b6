package org.terrace.server.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Outputs;
import org.terrace.region.LayerKind;
import org.terrace.server.store.DataVersion;
import org.terrace.server.store.Effect;
import org.terrace.server.store.LayerRevision;
import org.terrace.server.store.Origin;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Tree;

/** Changing anything that a result depends on changes its key; changing anything else does not. */
class ResultKeysTest {
    private final Map<String, String> layers = new HashMap<>(
            Map.of("road_segment", "r1", "household", "h1", "admin_unit", "u1", "pipe", "p1", "elevation", "e1"));
    private String standard = "s1";
    private String crops = "c1";
    private String costs = "k1";
    private int roadVersion = 1;
    private int epsg = 4543;

    private final String roadBefore = key("road");
    private final String cropBefore = key("crop");
    private final String sumBefore = key("sum");

    @Test
    void nothingChangedKeepsEveryKey() {
        assertThat(List.of(key("road"), key("crop"), key("sum"))).containsExactly(roadBefore, cropBefore, sumBefore);
    }

    @Test
    void aLayerThatIsReadChangesTheKeyAndThoseOfItsReaders() {
        layers.put("road_segment", "r2");
        assertThat(key("road")).isNotEqualTo(roadBefore);
        assertThat(key("sum")).as("reads the road result").isNotEqualTo(sumBefore);
        assertThat(key("crop")).as("does not read roads").isEqualTo(cropBefore);
    }

    @Test
    void aLayerThatIsNotReadChangesNothing() {
        layers.put("pipe", "p2");
        assertThat(List.of(key("road"), key("crop"), key("sum"))).containsExactly(roadBefore, cropBefore, sumBefore);
    }

    @Test
    void anAbsentLayerIsNotAnEmptyOne() {
        layers.remove("road_segment");
        assertThat(key("road")).isNotEqualTo(roadBefore);
    }

    @Test
    void elevationMattersToWhoReadsIt() {
        layers.put("elevation", "e2");
        assertThat(key("crop")).isNotEqualTo(cropBefore);
        assertThat(key("road")).isEqualTo(roadBefore);
    }

    @Test
    void unitsMoveHouseholdsThatHaveNoPlaceOfTheirOwn() {
        layers.put("admin_unit", "u2");
        assertThat(key("road")).isNotEqualTo(roadBefore);
    }

    @Test
    void theStandardMattersToAll() {
        standard = "s2";
        assertThat(key("road")).isNotEqualTo(roadBefore);
        assertThat(key("crop")).isNotEqualTo(cropBefore);
    }

    @Test
    void aCropFileMattersToWhoReadsCropsOnly() {
        crops = "c2";
        assertThat(key("crop")).isNotEqualTo(cropBefore);
        assertThat(key("road")).isEqualTo(roadBefore);
        costs = "k2";
        assertThat(key("road")).isEqualTo(roadBefore);
    }

    @Test
    void aNewEngineChangesItsKeyAndThoseOfItsReaders() {
        roadVersion = 2;
        assertThat(key("road")).isNotEqualTo(roadBefore);
        assertThat(key("sum")).isNotEqualTo(sumBefore);
    }

    @Test
    void theCoordinateSystemMatters() {
        epsg = 32648;
        assertThat(key("road")).isNotEqualTo(roadBefore);
    }

    private String key(String id) {
        Map<String, LayerRevision> revisions = new HashMap<>();
        layers.forEach((name, hash) -> revisions.put(
                name,
                new LayerRevision(
                        7, name, hash, 1, Effect.NONE, new Origin("f", "", ""), new Envelope(), Instant.EPOCH)));
        List<Document> documents = List.of(
                new Document("crops/tea.yaml", crops, Tree.of("t", Map.of())),
                new Document("costs/c.yaml", costs, Tree.of("t", Map.of())));
        return ResultKeys.of(
                        List.of(
                                new Fake("road", Set.of(LayerKind.ROAD_SEGMENT, LayerKind.HOUSEHOLD), false),
                                new Fake("crop", Set.of(LayerKind.PLOT), true),
                                new Fake("sum", Set.of(LayerKind.HOUSEHOLD), false)),
                        "990001",
                        epsg,
                        new DataVersion(1, "990001", Instant.EPOCH, revisions),
                        List.of(standard),
                        documents)
                .get(id);
    }

    private final class Fake implements Analysis {
        private final String id;
        private final Set<LayerKind> layers;
        private final boolean elevation;

        Fake(String id, Set<LayerKind> layers, boolean elevation) {
            this.id = id;
            this.layers = layers;
            this.elevation = elevation;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public int engineVersion() {
            return id.equals("road") ? roadVersion : 1;
        }

        @Override
        public Set<LayerKind> layers() {
            return layers;
        }

        @Override
        public boolean readsElevation() {
            return elevation;
        }

        @Override
        public Set<String> documents() {
            return id.equals("crop") ? Set.of("crops") : Set.of();
        }

        @Override
        public Set<String> needs() {
            return id.equals("sum") ? Set.of("road") : Set.of();
        }

        @Override
        public Outputs outputs(ReferenceData reference) {
            return Outputs.ofTables();
        }

        @Override
        public AnalysisResult run(Assessment assessment) {
            return AnalysisResult.of(id);
        }
    }
}
