package org.terrace.engine.bench;

import java.util.List;
import java.util.Locale;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.engine.DataFiles;
import org.terrace.formats.data.DataDocuments;
import org.terrace.power.PowerNetwork;
import org.terrace.region.FeatureTable;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.sample.SampleCounty;
import org.terrace.sample.SampleOptions;
import org.terrace.standard.ReferenceData;

/** The low-voltage network of a synthetic county of 35,000 households: as it is drawn, and with no line on record, all of it estimated. */
final class GridBench implements Bench {
    @Override
    public String name() {
        return "grid";
    }

    @Override
    public List<Row> run() throws Exception {
        ReferenceData reference = DataDocuments.under("sample-county", DataDocuments.readAll(DataFiles.folder()));
        Region drawn = HouseholdPlacement.place(
                SampleCounty.generate(new SampleOptions(1, 35_000)).region());
        Region blank = drawn.with(FeatureTable.empty(LayerKind.POWER_LINE));
        return List.of(row("as drawn", drawn, reference), row("no line on record", blank, reference));
    }

    private static Row row(String what, Region region, ReferenceData reference) throws Exception {
        Measured<AnalysisResult> measured =
                Measured.median(2, 5, () -> new PowerNetwork().run(Assessment.of(region, reference)));
        return new Row(
                String.format(
                        Locale.ROOT,
                        "low-voltage network %s, %,d households, %,d lines",
                        what,
                        region.households().size(),
                        region.table(LayerKind.POWER_LINE).size()),
                String.format(Locale.ROOT, "%.2f s", measured.seconds()),
                "",
                String.format(
                        Locale.ROOT,
                        "%,d sections",
                        measured.answer().table("section").size()));
    }
}
