package org.terrace.engine.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Progress;
import org.terrace.engine.DataFiles;
import org.terrace.formats.data.DataDocuments;
import org.terrace.region.Change;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.road.RoadAccess;
import org.terrace.sample.SampleCounty;
import org.terrace.sample.SampleOptions;
import org.terrace.standard.ReferenceData;

/** The road assessment of a synthetic county of 35,000 households: whole, and after one road is added, edited or removed. */
final class RoadBench implements Bench {
    private static final int EDITS = 200;
    private static final long SEED = 42;

    @Override
    public String name() {
        return "road";
    }

    @Override
    public List<Row> run() throws Exception {
        ReferenceData reference = DataDocuments.under("sample-county", DataDocuments.readAll(DataFiles.folder()));
        Region region = HouseholdPlacement.place(
                SampleCounty.generate(new SampleOptions(1, 35_000)).region());
        List<Row> rows = new ArrayList<>();
        Analysis access = new RoadAccess();
        Measured<AnalysisResult> whole =
                Measured.median(2, 5, () -> access.run(assessment(region, reference, new Derived())));
        rows.add(new Row(
                String.format(
                        Locale.ROOT,
                        "road access, %,d households, %,d segments, %,d cells",
                        region.households().size(),
                        region.roads().size(),
                        region.elevation().map(g -> g.frame().cells()).orElse(0)),
                seconds(whole.seconds()),
                "",
                "nothing kept from one run to the next"));
        rows.addAll(edits(access, region, reference));
        for (int households : new int[] {10_000, 100_000, 1_000_000}) {
            rows.add(scaling(access, region, reference, households));
        }
        return rows;
    }

    /** The same roads and terrain with other households, anywhere within 2 km of a road. */
    private static Row scaling(Analysis access, Region region, ReferenceData reference, int households)
            throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Feature> scattered = new ArrayList<>(households);
        FeatureTable roads = region.roads();
        for (int i = 0; i < households; i++) {
            Coordinate near =
                    roads.geometry(random.nextInt(roads.size())).orElseThrow().getCoordinates()[0];
            Coordinate at = new Coordinate(
                    near.x + (random.nextDouble() - 0.5) * 4_000, near.y + (random.nextDouble() - 0.5) * 4_000);
            scattered.add(new Feature(
                    LayerKind.HOUSEHOLD,
                    "S" + (10_000_000 + i),
                    Map.of(),
                    Optional.of(Geometries.FACTORY.createPoint(at))));
        }
        Region settled = region.with(FeatureTable.of(LayerKind.HOUSEHOLD, scattered));
        scattered.clear();
        // Roads and walking times are there already: what is measured is what grows with the households.
        Derived derived = new Derived();
        access.run(assessment(region, reference, derived));
        Measured<AnalysisResult> run = Measured.median(1, 3, () -> access.run(assessment(settled, reference, derived)));
        return new Row(
                String.format(Locale.ROOT, "  of it, per household: %,d households", households),
                seconds(run.seconds()),
                "",
                String.format(Locale.ROOT, "%.1f microseconds a household", run.seconds() / households * 1e6));
    }

    private static Assessment assessment(Region region, ReferenceData reference, Derived derived) {
        return new Assessment(region, reference, Map.of(), derived, Progress.NONE, Deadline.NEVER);
    }

    private static String seconds(double s) {
        return String.format(Locale.ROOT, s < 1 ? "%.3f s" : "%.2f s", s);
    }

    private static List<Row> edits(Analysis access, Region region, ReferenceData reference) {
        Derived derived = new Derived();
        AnalysisResult result = access.run(assessment(region, reference, derived));
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, double[]> seconds = new LinkedHashMap<>();
        double[] all = new double[EDITS];
        // What a person waits for is an edit after others: the first few are not counted.
        for (int k = -20; k < EDITS; k++) {
            String kind = List.of("added", "edited", "removed").get(Math.floorMod(k, 3));
            Region next = edit(region, random, kind, k);
            Change change = Change.between(region, next);
            long start = System.nanoTime();
            access.update(result, change, assessment(next, reference, new Derived(derived)));
            double took = (System.nanoTime() - start) / 1e9;
            if (k >= 0) {
                all[k] = took;
                seconds.computeIfAbsent(kind, x -> new double[0]);
                double[] of = Arrays.copyOf(seconds.get(kind), seconds.get(kind).length + 1);
                of[of.length - 1] = took;
                seconds.put(kind, of);
            }
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row("one road added, edited or removed, " + EDITS + " random roads", all));
        seconds.forEach((kind, of) -> rows.add(row("  one road " + kind, of)));
        return rows;
    }

    private static Row row(String what, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return new Row(
                what,
                "median " + seconds(sorted[sorted.length / 2]),
                "p95 " + seconds(sorted[(int) Math.ceil(0.95 * sorted.length) - 1]),
                "worst " + seconds(sorted[sorted.length - 1]));
    }

    private static Region edit(Region region, SplittableRandom random, String kind, int k) {
        FeatureTable table = region.roads();
        int at = random.nextInt(table.size());
        List<Feature> roads = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            if (i != at || kind.equals("added")) {
                roads.add(table.feature(i));
            }
        }
        Geometry line = table.geometry(at).orElseThrow();
        Coordinate[] course = line.getCoordinates();
        Map<String, Object> values = new HashMap<>(table.feature(at).values());
        values.put("surface", "cement");
        if (kind.equals("added")) {
            Coordinate end = course[course.length - 1];
            Coordinate away = new Coordinate(end.x + random.nextInt(800) - 400, end.y + random.nextInt(800) - 400);
            roads.add(new Feature(
                    LayerKind.ROAD_SEGMENT,
                    "drawn" + Math.abs(k),
                    values,
                    Optional.of(Geometries.FACTORY.createLineString(new Coordinate[] {end, away}))));
        } else if (kind.equals("edited")) {
            roads.add(new Feature(LayerKind.ROAD_SEGMENT, table.code(at), values, Optional.of(line)));
        }
        return region.with(FeatureTable.of(LayerKind.ROAD_SEGMENT, roads));
    }
}
