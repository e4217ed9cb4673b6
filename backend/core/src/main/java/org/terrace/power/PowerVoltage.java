package org.terrace.power;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.power.area.Areas;
import org.terrace.power.area.CustomerVolts;
import org.terrace.power.area.TriedWorks;
import org.terrace.power.area.Wires;
import org.terrace.region.Change;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/**
 * Voltage at every household: as measured, else as computed along the low-voltage network at three levels of whatever is assumed, with the
 * hours of a year below the limit, the section that takes most, and transformers, feeders and lines beside it.
 *
 * <p>A computed voltage is a plain verdict only where the favourable and the unfavourable level agree; on an estimated network never. The
 * distance to the transformer against the supply radius is a screen, and a screen never says served or unserved.
 *
 * @see "GB/T 12325-2008 for the limits; the areas' flow: org.terrace.power.area"
 */
public final class PowerVoltage implements Analysis {
    public static final String ID = "power.voltage";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 4;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(
                LayerKind.HOUSEHOLD,
                LayerKind.ADMIN_UNIT,
                LayerKind.ADMIN_BOUNDARY,
                LayerKind.POWER_FACILITY,
                LayerKind.POWER_LINE,
                LayerKind.ROAD_SEGMENT);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Set<String> documents() {
        return Set.of(Wires.FOLDER);
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(
                List.of(VoltageTables.HOUSEHOLD, VoltageTables.TRANSFORMER, VoltageTables.FEEDER, VoltageTables.LINE),
                List.of(),
                List.of(VoltageTables.LINK));
    }

    /** Areas of which nothing changed are taken from the earlier snapshot by {@link Areas}. */
    @Override
    public AnalysisResult run(Assessment assessment) {
        Areas areas = Areas.of(assessment);
        assessment.deadline().check();
        LinkTableBuilder links = new LinkTableBuilder(VoltageTables.LINK);
        var household = new HouseholdRows(assessment, areas, areas.customers()).table(links);
        AreaRows rows = new AreaRows(assessment, areas, areas.byTransformer().keySet(), household);
        var lines = new LoadedLines(assessment.region().table(LayerKind.POWER_LINE), areas);
        return result(List.of(household, rows.transformers(), rows.feeders(), lines.table()), links.build());
    }

    /** Where the drawing stays as it is, only the rows of areas that are solved anew. */
    @Override
    public AnalysisResult update(AnalysisResult before, Change change, Assessment after) {
        Areas areas = Areas.of(after);
        Optional<Set<String>> anew = areas.anewSince(change);
        boolean sameUnits = !change.touches(LayerKind.ADMIN_UNIT) && !change.touches(LayerKind.ADMIN_BOUNDARY);
        if (anew.isEmpty() || !sameUnits) {
            return run(after);
        }
        Map<String, CustomerVolts> computed = areas.customers(anew.get());
        Set<String> households = new HashSet<>(change.of(LayerKind.HOUSEHOLD).edited());
        households.addAll(computed.keySet());
        var household = new HouseholdRows(after, areas, computed).table(before.table("household"), households);
        AreaRows rows = new AreaRows(after, areas, anew.get(), household);
        var lines = new LoadedLines(after.region().table(LayerKind.POWER_LINE), areas);
        return result(
                List.of(
                        household,
                        rows.transformers(
                                before.table("transformer"),
                                change.of(LayerKind.POWER_FACILITY).edited()),
                        rows.feeders(before.table("feeder")),
                        lines.table(before.table("line"), anew.get())),
                before.links().get(0));
    }

    private static AnalysisResult result(List<ResultTable> tables, LinkTable links) {
        return new AnalysisResult(ID, tables, List.of(), List.of(links), Map.of());
    }

    /** Measured volts are left aside where works change them, and a new transformer takes over what hangs nearer to it. */
    @Override
    public Region tried(Assessment now, Region edited) {
        return TriedWorks.of(now, edited);
    }

    /** The way along the wires from the transformer, with the voltage on it; without one, the straight line to the transformer. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        return tableId.equals("household")
                ? VoltageWay.of(assessment, Areas.of(assessment), result.table("household"), code)
                : Explanation.NONE;
    }
}
