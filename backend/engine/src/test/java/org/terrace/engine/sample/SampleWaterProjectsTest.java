package org.terrace.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.engine.DataFiles;
import org.terrace.formats.data.DataDocuments;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.Region;
import org.terrace.sample.SampleCounty;
import org.terrace.sample.SampleOptions;
import org.terrace.water.WaterAccess;
import org.terrace.water.proposal.WaterProjects;

/** What is proposed for the whole sample county. */
class SampleWaterProjectsTest {

    @Test
    void proposalsOfTheSampleCountyCostWhatSuchSchemesCost() throws Exception {
        Region region = HouseholdPlacement.place(
                SampleCounty.generate(new SampleOptions(1, 6_000)).region());
        Assessment plain =
                Assessment.of(region, DataDocuments.under("sample-county", DataDocuments.readAll(DataFiles.folder())));
        AnalysisResult access = new WaterAccess().run(plain);
        Assessment assessment = plain.withInputs(Map.of(WaterAccess.ID, access));
        long start = System.nanoTime();
        AnalysisResult result = new WaterProjects().run(assessment);
        double seconds = (System.nanoTime() - start) / 1e9;
        ResultTable table = result.table("project");
        System.out.println(seconds + " s " + new TreeMap<>(result.facts()));
        for (String kind : new String[] {"gravity_scheme", "extend_scheme", "pump_scheme", "bury_hose"}) {
            double[] perPerson = IntStream.range(0, table.size())
                    .filter(r -> table.codesOf("kind").code(r).equals(kind))
                    .mapToDouble(r -> table.numbers("yuan_per_person").get(r))
                    .sorted()
                    .toArray();
            double cost = IntStream.range(0, table.size())
                    .filter(r -> table.codesOf("kind").code(r).equals(kind))
                    .mapToDouble(r -> table.numbers("cost_yuan").get(r))
                    .sum();
            System.out.println(kind + " " + perPerson.length + " cost " + cost + " per person "
                    + Arrays.toString(IntStream.of(0, 10, 25, 50, 75, 90, 100)
                            .mapToLong(p ->
                                    perPerson.length == 0 ? 0 : Math.round(perPerson[(perPerson.length - 1) * p / 100]))
                            .toArray()));
        }
        assertThat(table.size()).isPositive();
    }
}
