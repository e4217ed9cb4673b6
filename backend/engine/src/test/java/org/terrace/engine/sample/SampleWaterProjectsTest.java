package org.terrace.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.engine.DataFiles;
import org.terrace.formats.data.DataDocuments;
import org.terrace.project.Project;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.sample.SampleCounty;
import org.terrace.sample.SampleOptions;
import org.terrace.water.PipeExposure;
import org.terrace.water.WaterAccess;
import org.terrace.water.proposal.WaterProjects;
import org.terrace.water.proposal.WaterProposer;
import org.terrace.water.scheme.WaterPipes;

/** What is proposed for the whole sample county. */
class SampleWaterProjectsTest {

    @Test
    void mostGroupsGetAProposalAndEveryOtherAReason() throws Exception {
        Region region = HouseholdPlacement.place(
                SampleCounty.generate(new SampleOptions(1, 6_000)).region());
        Assessment plain =
                Assessment.of(region, DataDocuments.under("sample-county", DataDocuments.readAll(DataFiles.folder())));
        Assessment assessment = forProjects(plain);
        AnalysisResult result = new WaterProjects().run(assessment);
        ResultTable table = result.table("project");
        double groups = result.facts().get("groups");
        long schemes = rows(table).filter(r -> isScheme(table, r)).count();
        assertThat(schemes).as("of %.0f groups", groups).isGreaterThan((long) (groups * 0.6));
        assertThat(rows(table))
                .allSatisfy(r -> assertThat(table.codesOf("reason").isAbsent(r)).isFalse());
        // Who shares a scheme with thirty others or more pays what such schemes cost, give or take the half.
        double[] large = rows(table)
                .filter(r -> isScheme(table, r) && table.numbers("people_gain").get(r) > 30)
                .mapToDouble(r -> table.numbers("yuan_per_person").get(r))
                .sorted()
                .toArray();
        assertThat(large.length).isGreaterThan(20);
        assertThat(large[large.length / 2]).isBetween(600.0, 3_000.0);
        assertThat(rows(table).filter(r -> isScheme(table, r))).allSatisfy(r -> {
            assertThat(table.numbers("residual_head_m").get(r)).isGreaterThanOrEqualTo(5 - 0.01);
            assertThat(table.numbers("cost_low_yuan").get(r))
                    .isLessThan(table.numbers("cost_yuan").get(r));
        });
    }

    /** No source is promised twice. */
    @Test
    void allProposalsTogetherCanBeBuilt() throws Exception {
        Region region = HouseholdPlacement.place(
                SampleCounty.generate(new SampleOptions(1, 1_500)).region());
        Assessment plain =
                Assessment.of(region, DataDocuments.under("sample-county", DataDocuments.readAll(DataFiles.folder())));
        Assessment assessment = forProjects(plain);
        Region built = region;
        int pipes = 0;
        for (Project project : new WaterProposer().propose(assessment)) {
            if (!project.kind().equals("water.bury_hose")) {
                built = project.apply(built);
                pipes += project.edits().added().stream()
                        .filter(f -> f.kind() == LayerKind.PIPE)
                        .count();
            }
        }
        assertThat(built.table(LayerKind.PIPE).size())
                .isEqualTo(region.table(LayerKind.PIPE).size() + pipes);
        ResultTable before = assessment.input(WaterAccess.ID).table("household");
        ResultTable after = water(Assessment.of(built, plain.reference())).table("household");
        assertThat(unserved(after)).isLessThan(unserved(before) / 2);
    }

    private static long unserved(ResultTable table) {
        return rows(table)
                .filter(r -> table.codesOf("verdict").code(r).equals("unserved"))
                .count();
    }

    private static IntStream rows(ResultTable table) {
        return IntStream.range(0, table.size());
    }

    private static boolean isScheme(ResultTable table, int row) {
        return table.codesOf("kind").code(row).endsWith("_scheme");
    }

    private static AnalysisResult water(Assessment assessment) {
        return new WaterAccess().run(withPipes(assessment));
    }

    private static Assessment forProjects(Assessment plain) {
        Assessment piped = withPipes(plain);
        return plain.withInputs(Map.of(
                WaterPipes.ID,
                piped.input(WaterPipes.ID),
                WaterAccess.ID,
                new WaterAccess().run(piped),
                PipeExposure.ID,
                new PipeExposure().run(piped)));
    }

    private static Assessment withPipes(Assessment assessment) {
        return assessment.withInputs(Map.of(WaterPipes.ID, new WaterPipes().run(assessment)));
    }
}
