package org.terrace.power;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.Outputs;
import org.terrace.power.grid.PowerGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;

/**
 * The low-voltage network as an engineer looks at it: what hangs on which transformer and feeder, how long the wires are, which of them are on
 * record, and what is wrong in the drawing. It says nothing of volts.
 *
 * <p>All is computed anew when anything changes: joining the lines of a county takes less than reading them. Whoever computes something for
 * each transformer's area can keep it under the area's own key.
 */
public final class PowerNetwork implements Analysis {
    public static final String ID = "power.network";

    static final LinkSpec LINK =
            new LinkSpec("household_feeding", LayerKind.HOUSEHOLD.id(), LayerKind.POWER_FACILITY.id(), "m");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 1;
    }

    @Override
    public Set<LayerKind> layers() {
        return Set.of(
                LayerKind.HOUSEHOLD,
                LayerKind.POWER_FACILITY,
                LayerKind.POWER_LINE,
                LayerKind.ROAD_SEGMENT,
                LayerKind.ADMIN_UNIT,
                LayerKind.ADMIN_BOUNDARY);
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(
                List.of(
                        CustomerTable.TABLE,
                        SectionTable.TABLE,
                        LineTable.TABLE,
                        TransformerTable.TABLE,
                        GridFaultTable.TABLE),
                List.of(),
                List.of(LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        PowerGrid grid = PowerGrid.of(assessment);
        assessment.deadline().check();
        FeatureTable households = assessment.region().households();
        LineTable lines = new LineTable(assessment, grid);
        return new AnalysisResult(
                ID,
                List.of(
                        CustomerTable.of(grid, households),
                        SectionTable.of(grid),
                        lines.table(),
                        TransformerTable.of(assessment, grid),
                        GridFaultTable.of(assessment, grid)),
                List.of(),
                List.of(CustomerTable.links(grid, households)),
                Map.of("low_voltage_km", lines.fedKm(), "low_voltage_unfed_km", lines.unfedKm()));
    }

    /** The way along the wire from a household to its transformer. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        return tableId.equals("household") ? WayToTransformer.of(assessment, code) : Explanation.NONE;
    }
}
