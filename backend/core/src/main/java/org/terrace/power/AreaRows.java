package org.terrace.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.Verdict;
import org.terrace.power.area.AreaReport;
import org.terrace.power.area.Areas;
import org.terrace.power.grid.Customer;
import org.terrace.power.grid.GridArea;
import org.terrace.region.AdminTree;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/** Transformers, feeders and lines as they are loaded. */
final class AreaRows {
    private final FeatureTable facilities;
    private final AdminTree units;
    private final ResultTable households;
    private final List<AreaReport> reports = new ArrayList<>();

    /** @param of transformers of the areas that are written. @param households judged already */
    AreaRows(Assessment assessment, Areas areas, Set<String> of, ResultTable households) {
        this.facilities = assessment.region().table(LayerKind.POWER_FACILITY);
        this.units = assessment.units();
        this.households = households;
        areas.byTransformer().forEach((transformer, solved) -> {
            if (of.contains(transformer)) {
                reports.add(AreaReport.of(solved));
            }
        });
    }

    /** Every transformer of the layer; those that feed nobody stay without numbers. */
    ResultTable transformers() {
        String[] codes = Arrays.stream(facilities.codes())
                .filter(c -> facilities.codesOf("kind").is(facilities.rowOf(c), "transformer"))
                .toArray(String[]::new);
        ResultTableBuilder table = new ResultTableBuilder(VoltageTables.TRANSFORMER, codes);
        for (String code : codes) {
            plate(table, code);
        }
        reports.forEach(report -> transformer(table, report));
        return table.build();
    }

    /** With the rows of these areas, and of other transformers whose record is another, written anew. */
    ResultTable transformers(ResultTable before, Collection<String> edited) {
        ResultTableBuilder table = new ResultTableBuilder(before);
        reports.forEach(report -> table.clear(table.rowOf(report.area().transformer())));
        reports.forEach(report -> plate(table, report.area().transformer()));
        edited.stream().filter(code -> table.rowOf(code) >= 0).forEach(code -> plate(table, code));
        reports.forEach(report -> transformer(table, report));
        return table.build();
    }

    private void plate(ResultTableBuilder table, String code) {
        table.set(table.rowOf(code), "kva", facilities.numbers("kva").get(facilities.rowOf(code)))
                .set(table.rowOf(code), "loading", "unknown");
    }

    private void transformer(ResultTableBuilder table, AreaReport report) {
        GridArea area = report.area();
        int row = table.rowOf(area.transformer());
        table.set(row, "load_source", report.load().code())
                .set(row, "customers", area.customers().size())
                .set(row, "households_unserved", count(area.customers(), Verdict.UNSERVED))
                .set(row, "households_borderline", count(area.customers(), Verdict.BORDERLINE))
                .set(row, "peak_kw", report.peakKw())
                .set(row, "loss_kw", report.lossKw())
                .set(row, "loss_percent", report.lossPercent())
                .set(row, "unbalance_percent", report.unbalancePercent())
                .set(row, "lowest_v", report.lowestV())
                .set(row, "lowest_unfavourable_v", report.lowestUnfavourableV())
                .set(row, "wire_km", area.wireM() / 1_000)
                .set(
                        row,
                        "farthest_m",
                        area.customers().stream()
                                .mapToDouble(c -> area.alongM(c.node()) + c.dropM())
                                .max()
                                .orElse(Double.NaN));
        if (report.isSized()) {
            table.set(row, "loading_percent", report.loadingPercent().middle())
                    .set(row, "loading_most_percent", report.loadingPercent().unfavourable())
                    .set(
                            row,
                            "loading",
                            loading(
                                    report.loadingPercent().favourable(),
                                    report.loadingPercent().unfavourable()));
        }
    }

    /** A load that cannot be carried at all exceeds the rating. */
    private static String loading(double least, double most) {
        LimitCheck atLeast = LimitCheck.atMost(Double.isNaN(least) ? Double.POSITIVE_INFINITY : least, 0, 100);
        LimitCheck atMost = LimitCheck.atMost(Double.isNaN(most) ? Double.POSITIVE_INFINITY : most, 0, 100);
        return atLeast == LimitCheck.BROKEN ? "exceeded" : atMost == LimitCheck.BROKEN ? "may_be_exceeded" : "within";
    }

    private int count(List<Customer> customers, Verdict verdict) {
        return (int) customers.stream()
                .filter(c -> households.verdict("verdict", households.rowOf(c.household())) == verdict)
                .count();
    }

    ResultTable feeders() {
        TreeMap<String, AreaReport.Feeder> byCode = feedersByCode();
        ResultTableBuilder table =
                new ResultTableBuilder(VoltageTables.FEEDER, byCode.keySet().toArray(String[]::new));
        byCode.forEach((code, feeder) -> write(table, table.rowOf(code), feeder));
        return table.build();
    }

    /** With the rows of these areas written anew. */
    ResultTable feeders(ResultTable before) {
        ResultTableBuilder table = new ResultTableBuilder(before);
        feedersByCode().forEach((code, feeder) -> write(table.clear(table.rowOf(code)), table.rowOf(code), feeder));
        return table.build();
    }

    private TreeMap<String, AreaReport.Feeder> feedersByCode() {
        TreeMap<String, AreaReport.Feeder> byCode = new TreeMap<>();
        for (AreaReport report : reports) {
            for (AreaReport.Feeder feeder : report.feeders()) {
                byCode.put(feeder.transformer() + ":" + feeder.number(), feeder);
            }
        }
        return byCode;
    }

    private void write(ResultTableBuilder table, int row, AreaReport.Feeder feeder) {
        String[] found = units.unitsOf("", feeder.at().x, feeder.at().y);
        table.set(row, "transformer_code", feeder.transformer())
                .set(row, "feeder", feeder.number())
                .set(row, "voltage_band", feeder.collapsed() > 0 ? "collapsed" : VoltageBand.of(feeder.lowestV()))
                .set(row, "lowest_v", feeder.lowestV())
                .set(row, "lowest_unfavourable_v", feeder.lowestUnfavourableV())
                .set(row, "lowest_household", feeder.lowestHousehold())
                .set(row, "customers", feeder.customers().size())
                .set(row, "households_unserved", count(feeder.customers(), Verdict.UNSERVED))
                .set(row, "households_borderline", count(feeder.customers(), Verdict.BORDERLINE))
                .set(row, "households_collapsed", feeder.collapsed())
                .set(row, "wire_km", feeder.wireM() / 1_000)
                .set(row, "east_m", feeder.at().x)
                .set(row, "north_m", feeder.at().y)
                .set(row, "township_code", found[AdminTree.LEVELS.indexOf("township")])
                .set(row, "village_code", found[AdminTree.LEVELS.indexOf("village")]);
    }
}
