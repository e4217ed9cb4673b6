package org.terrace.engine.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Progress;
import org.terrace.catalogue.Catalogue;
import org.terrace.engine.DataFiles;
import org.terrace.formats.data.DataDocuments;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.Region;
import org.terrace.sample.SampleCounty;
import org.terrace.sample.SampleOptions;
import org.terrace.standard.ReferenceData;

/** Every analysis of the catalogue on synthetic counties, from a snapshot in memory; nothing kept from one run to the next. */
final class AssessBench implements Bench {
    @Override
    public String name() {
        return "assess";
    }

    @Override
    public List<Row> run() throws Exception {
        ReferenceData reference = DataDocuments.under("sample-county", DataDocuments.readAll(DataFiles.folder()));
        List<Row> rows = new ArrayList<>();
        for (int households : new int[] {6_000, 35_000}) {
            Region region = HouseholdPlacement.place(
                    SampleCounty.generate(new SampleOptions(1, households)).region());
            Measured<Map<String, Double>> run = Measured.median(1, 5, () -> secondsByAnalysis(region, reference));
            StringBuilder each = new StringBuilder();
            run.answer().forEach((id, seconds) -> each.append(String.format(Locale.ROOT, "%s %.2f ", id, seconds)));
            rows.add(new Row(
                    String.format(
                            Locale.ROOT,
                            "all analyses, %,d households, %,d road segments, %,d plots",
                            region.households().size(),
                            region.roads().size(),
                            region.plots().size()),
                    String.format(Locale.ROOT, "%.2f s", run.seconds()),
                    "",
                    each.toString().strip()));
        }
        return rows;
    }

    private static Map<String, Double> secondsByAnalysis(Region region, ReferenceData reference) {
        Map<String, AnalysisResult> results = new LinkedHashMap<>();
        Map<String, Double> seconds = new LinkedHashMap<>();
        Derived derived = new Derived();
        for (Analysis analysis : Catalogue.analyses()) {
            long start = System.nanoTime();
            results.put(
                    analysis.id(),
                    analysis.run(new Assessment(region, reference, results, derived, Progress.NONE, Deadline.NEVER)));
            seconds.put(analysis.id(), (System.nanoTime() - start) / 1e9);
        }
        return seconds;
    }
}
