package org.terrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.CanonicalExport;
import org.terrace.analysis.Verdict;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.Change;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/** Laws that hold for every analysis on random small counties; the seed is the repetition. */
class LawsTest {
    private static final ReferenceData REFERENCE = DataFolder.reference("sample-county");

    @RepeatedTest(15)
    void theOrderOfInputRowsChangesNothing(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Region region = RandomCounty.of(random);
        Region shuffled = region;
        for (LayerKind kind : LayerKind.values()) {
            if (region.has(kind)) {
                List<Feature> features = features(region.table(kind));
                Collections.shuffle(features, random);
                shuffled = shuffled.with(FeatureTable.of(kind, features));
            }
        }
        Map<String, AnalysisResult> expected = runAll(region);
        Map<String, AnalysisResult> actual = runAll(shuffled);
        expected.forEach((id, result) -> assertThat(CanonicalExport.of(actual.get(id)))
                .as("%s, seed %d", id, run.getCurrentRepetition())
                .isEqualTo(CanonicalExport.of(result)));
    }

    @RepeatedTest(15)
    void incrementalEqualsFullBitForBit(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Region before = RandomCounty.of(random);
        Region after = RandomCounty.edit(before, random);
        Change change = Change.between(before, after);
        Map<String, AnalysisResult> old = runAll(before);
        Map<String, AnalysisResult> full = runAll(after);
        for (Analysis analysis : Catalogue.analyses()) {
            Assessment assessment = Assessment.of(after, REFERENCE).withInputs(full);
            assertThat(analysis.update(old.get(analysis.id()), change, assessment))
                    .as("%s, seed %d", analysis.id(), run.getCurrentRepetition())
                    .isEqualTo(full.get(analysis.id()));
        }
    }

    @RepeatedTest(15)
    void aNewHardenedRoadNeverMakesAnyoneWorseOff(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Region before = RandomCounty.of(random);
        List<Feature> roads = features(before.roads());
        roads.add(RandomCounty.road("new", random, "village", "cement"));
        Region after = before.with(FeatureTable.of(LayerKind.ROAD_SEGMENT, roads));
        var old = runAll(before).get("road.access").table("household");
        var now = runAll(after).get("road.access").table("household");
        for (int i = 0; i < old.size(); i++) {
            String where = "household " + old.codes()[i] + ", seed " + run.getCurrentRepetition();
            assertThat(rank(now.verdict("verdict", i)))
                    .as(where)
                    .isGreaterThanOrEqualTo(rank(old.verdict("verdict", i)));
            double d = old.numbers("distance_m").get(i);
            if (!Double.isNaN(d)) {
                assertThat(now.numbers("distance_m").get(i)).as(where).isLessThanOrEqualTo(d);
            }
        }
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case UNSERVED -> 0;
            case UNKNOWN -> 1;
            case BORDERLINE -> 2;
            case SERVED -> 3;
        };
    }

    static Map<String, AnalysisResult> runAll(Region region) {
        Map<String, AnalysisResult> results = new LinkedHashMap<>();
        for (Analysis analysis : Catalogue.analyses()) {
            Assessment assessment = Assessment.of(region, REFERENCE).withInputs(results);
            results.put(analysis.id(), analysis.run(assessment));
        }
        return results;
    }

    static List<Feature> features(FeatureTable table) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            features.add(table.feature(i));
        }
        return features;
    }
}
