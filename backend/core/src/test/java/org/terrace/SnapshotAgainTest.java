package org.terrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.catalogue.Catalogue;
import org.terrace.region.Change;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.GridFrame;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/**
 * What is made from the structures of an earlier snapshot equals what is made anew, bit for bit, for the analyses that walk and flow over
 * the terrain: after additions, edits and removals in every layer that they read, and after another elevation model.
 */
class SnapshotAgainTest {
    private static final ReferenceData REFERENCE = DataFolder.reference("sample-county");
    private static final List<String> IDS = List.of("water.exposure", "water.contamination", "facility.reach");

    @RepeatedTest(20)
    void incrementalEqualsFull(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Region before = county(random);
        Region after = edited(before, random);
        if (run.getCurrentRepetition() % 5 == 0) {
            after = after.with(ground(random));
        }
        Derived kept = new Derived();
        Change change = Change.between(before, after);
        for (String id : IDS) {
            Analysis analysis = Catalogue.analysis(id);
            AnalysisResult old = analysis.run(assessment(analysis, before, kept));
            AnalysisResult full = analysis.run(assessment(analysis, after, new Derived()));
            assertThat(analysis.update(old, change, assessment(analysis, after, new Derived(kept))))
                    .as("%s, seed %d", id, run.getCurrentRepetition())
                    .isEqualTo(full);
        }
    }

    /** Estimated networks of transformers whose surroundings stay as they are come from the earlier snapshot. */
    @RepeatedTest(15)
    void theLowVoltageNetworkIsTheSameHoweverItIsMade(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Region before = RandomCounty.of(random).with(ground(random));
        Region after = RandomCounty.edit(before, random);
        Derived kept = new Derived();
        Analysis analysis = Catalogue.analysis("power.network");
        AnalysisResult old = analysis.run(assessment(analysis, before, kept));
        AnalysisResult full = analysis.run(assessment(analysis, after, new Derived()));
        assertThat(analysis.update(old, Change.between(before, after), assessment(analysis, after, new Derived(kept))))
                .as("seed %d", run.getCurrentRepetition())
                .isEqualTo(full);
    }

    /** Unless a loop of no account was left out, every metre of line is in one area, or told as fed by nobody. */
    @RepeatedTest(15)
    void everyMetreOfLineIsInOneAreaOrFedByNobody(RepetitionInfo run) {
        Region region = RandomCounty.of(new Random(run.getCurrentRepetition()));
        Analysis analysis = Catalogue.analysis("power.network");
        AnalysisResult result = analysis.run(assessment(analysis, region, new Derived()));
        var sections = result.table("section");
        double drawnM = 0;
        for (int i = 0; i < sections.size(); i++) {
            String kind = sections.codesOf("kind").code(i);
            drawnM += kind.equals("line") || kind.equals("service_drop")
                    ? sections.numbers("length_m").get(i)
                    : 0;
        }
        double allM = sum(result.table("power_line").numbers("length_m").values());
        double unfedM = sum(result.table("power_line").numbers("unfed_m").values());
        assertThat(drawnM + unfedM).as("seed %d", run.getCurrentRepetition()).isCloseTo(allM, within(1e-6));
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sum();
    }

    private static Assessment assessment(Analysis analysis, Region region, Derived derived) {
        Assessment plain = Assessment.of(region, REFERENCE);
        Map<String, AnalysisResult> inputs = new HashMap<>();
        analysis.needs()
                .forEach(need -> inputs.put(need, Catalogue.analysis(need).run(plain)));
        return new Assessment(region, REFERENCE, inputs, derived, plain.progress(), plain.deadline());
    }

    private static Region county(Random random) {
        Region region = new TestRegion().elevation(ground(random)).build();
        for (LayerKind kind : List.of(
                LayerKind.PIPE,
                LayerKind.WATERCOURSE,
                LayerKind.ROAD_SEGMENT,
                LayerKind.WATER_FACILITY,
                LayerKind.FACILITY,
                LayerKind.HOUSEHOLD)) {
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                features.add(feature(kind, "c" + i, random));
            }
            region = region.with(FeatureTable.of(kind, features));
        }
        return region;
    }

    private static Region edited(Region region, Random random) {
        Region after = region;
        for (LayerKind kind : LayerKind.values()) {
            if (region.has(kind) && random.nextBoolean()) {
                List<Feature> features = LawsTest.features(region.table(kind));
                features.remove(random.nextInt(features.size()));
                features.set(0, feature(kind, features.get(0).code(), random));
                features.add(feature(kind, "new", random));
                after = after.with(FeatureTable.of(kind, features));
            }
        }
        return after;
    }

    private static Feature feature(LayerKind kind, String code, Random random) {
        Map<String, Object> values = new HashMap<>();
        switch (kind) {
            case PIPE -> {
                values.put("kind", random.nextBoolean() ? "hose" : "branch");
                values.put("from_code", "c" + random.nextInt(12));
                values.put("to_code", "c" + random.nextInt(12));
                if (random.nextBoolean()) {
                    values.put("laying", random.nextBoolean() ? "surface" : "buried");
                }
            }
            case WATERCOURSE -> values.put("kind", random.nextInt(3) == 0 ? "river" : "stream");
            case ROAD_SEGMENT -> values.put("road_class", random.nextBoolean() ? "track" : "village");
            case WATER_FACILITY -> values.put("kind", random.nextBoolean() ? "spring" : "tank");
            case FACILITY -> values.put("kind", random.nextBoolean() ? "dump" : "refuse_point");
            default -> {
                values.put("water_connection", random.nextBoolean() ? "hose" : "piped");
                values.put("water_source_code", "c" + random.nextInt(12));
            }
        }
        boolean line = kind == LayerKind.PIPE || kind == LayerKind.WATERCOURSE || kind == LayerKind.ROAD_SEGMENT;
        return new Feature(
                kind,
                code,
                values,
                Optional.of(
                        line
                                ? Geometries.FACTORY.createLineString(
                                        new Coordinate[] {at(random), at(random), at(random)})
                                : Geometries.FACTORY.createPoint(at(random))));
    }

    private static Coordinate at(Random random) {
        return new Coordinate(random.nextInt(1200), random.nextInt(1200));
    }

    private static ElevationGrid ground(Random random) {
        float[] metres = new float[1600];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = 1000 + 8 * Math.abs(i % 40 - 20) - i / 40 * 3 + random.nextInt(6);
        }
        return new ElevationGrid(new GridFrame(0, 1200, 30, 30, 40, 40), metres);
    }
}
