package org.terrace.engine.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Deadline;
import org.terrace.analysis.Derived;
import org.terrace.analysis.Progress;
import org.terrace.analysis.ResultTable;
import org.terrace.engine.DataFiles;
import org.terrace.formats.data.DataDocuments;
import org.terrace.power.PowerVoltage;
import org.terrace.power.area.Areas;
import org.terrace.power.area.DayOfFlows;
import org.terrace.region.Change;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.HouseholdPlacement;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.sample.SampleCounty;
import org.terrace.sample.SampleOptions;
import org.terrace.standard.ReferenceData;

/** Voltages of a synthetic county of 35,000 households from the map: single half hours, the whole analysis, and works that are tried. */
final class VoltageBench implements Bench {
    private static final int HOUSEHOLDS = 35_000;
    private static final int SNAPSHOTS = 48;
    private static final int EVENING = 39;
    private static final double LIMIT_V = 198;

    @Override
    public String name() {
        return "voltage";
    }

    @Override
    public List<Row> run() throws Exception {
        ReferenceData reference = DataDocuments.under("sample-county", DataDocuments.readAll(DataFiles.folder()));
        Region region = HouseholdPlacement.place(
                SampleCounty.generate(new SampleOptions(1, HOUSEHOLDS)).region());
        PowerVoltage voltage = new PowerVoltage();
        Derived derived = new Derived();
        Assessment now = assessment(region, reference, derived);
        AnalysisResult before = voltage.run(now);
        DayOfFlows day = DayOfFlows.of(Areas.of(now));
        Measured<Integer> one = Measured.median(2, 5, () -> day.below(LIMIT_V, EVENING));
        Measured<Integer> all = Measured.median(1, 3, () -> {
            int below = 0;
            for (int t = 0; t < SNAPSHOTS; t++) {
                below = Math.max(below, day.below(LIMIT_V, t));
            }
            return below;
        });
        Measured<AnalysisResult> whole =
                Measured.median(1, 3, () -> voltage.run(assessment(region, reference, new Derived())));
        String line = lineOfMost(before.table("line"));
        Measured<Integer> tried = Measured.median(3, 9, () -> tried(now, before, line));
        String county = String.format(Locale.ROOT, "%,d areas, %,d customers: ", day.areas(), day.customers());
        return List.of(
                row(county + "one half hour", one, one.answer() + " below 198 V"),
                row(county + SNAPSHOTS + " half hours", all, "at most " + all.answer() + " below 198 V"),
                row(county + "topology, three levels, hours, tables", whole, "the whole analysis"),
                row(county + "another wire tried on one line", tried, tried.answer() + " rows differ"));
    }

    private static Row row(String what, Measured<?> measured, String note) {
        return new Row(what, String.format(Locale.ROOT, "%.3f s", measured.seconds()), "", note);
    }

    private static Assessment assessment(Region region, ReferenceData reference, Derived derived) {
        return new Assessment(region, reference, Map.of(), derived, Progress.NONE, Deadline.NEVER);
    }

    private static String lineOfMost(ResultTable lines) {
        int most = 0;
        for (int i = 0; i < lines.size(); i++) {
            double best = lines.numbers("customers").get(most);
            most = Double.isNaN(best) || lines.numbers("customers").get(i) > best ? i : most;
        }
        return lines.codes()[most];
    }

    /** As a server does it: the features as they would be, what goes with them, the change, the update, the rows that differ. */
    private static int tried(Assessment now, AnalysisResult before, String line) {
        PowerVoltage voltage = new PowerVoltage();
        FeatureTable lines = now.region().table(LayerKind.POWER_LINE);
        Feature was = lines.feature(lines.rowOf(line));
        Map<String, Object> values = new HashMap<>(was.values());
        values.put("conductor", "JKLYJ-95".equals(values.get("conductor")) ? "JKLYJ-35" : "JKLYJ-95");
        Region edited = voltage.tried(
                now,
                now.region()
                        .with(lines.with(List.of(new Feature(LayerKind.POWER_LINE, line, values, was.geometry())))));
        AnalysisResult after = voltage.update(
                before,
                Change.between(now.region(), edited),
                assessment(edited, now.reference(), new Derived(now.derived())));
        int differ = 0;
        for (ResultTable table : before.tables()) {
            ResultTable then = after.table(table.spec().id());
            for (int i = 0; i < table.size(); i++) {
                differ += table.sameRow(i, then, i) ? 0 : 1;
            }
        }
        return differ;
    }
}
