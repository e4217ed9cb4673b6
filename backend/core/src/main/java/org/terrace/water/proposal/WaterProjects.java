package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.project.BillTable;
import org.terrace.project.Project;
import org.terrace.project.UnitCosts;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;
import org.terrace.water.PipeExposure;
import org.terrace.water.WaterAccess;

/**
 * For every group of households without safe water what could be built, at which cost and for whom; or why nothing is proposed. A sketch
 * within half of its cost either way, not a survey.
 */
public final class WaterProjects implements Analysis {
    public static final String ID = "water.projects";

    static final Set<LayerKind> LAYERS = Set.of(
            LayerKind.HOUSEHOLD,
            LayerKind.WATER_FACILITY,
            LayerKind.PIPE,
            LayerKind.WATERCOURSE,
            LayerKind.CONSTRAINT_AREA,
            LayerKind.ADMIN_UNIT,
            LayerKind.ADMIN_BOUNDARY);

    static final Set<String> NEEDS = Set.of(WaterAccess.ID, PipeExposure.ID, WaterAccess.PIPES);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int engineVersion() {
        return 3;
    }

    @Override
    public Set<LayerKind> layers() {
        return LAYERS;
    }

    @Override
    public boolean readsElevation() {
        return true;
    }

    @Override
    public Set<String> documents() {
        return Set.of(UnitCosts.FOLDER);
    }

    @Override
    public Set<String> needs() {
        return NEEDS;
    }

    @Override
    public Outputs outputs(ReferenceData reference) {
        return new Outputs(
                List.of(ProjectTables.PROJECT, ProjectTables.PIPE, ProjectTables.LINE),
                List.of(),
                List.of(ProjectTables.LINK));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        Proposals proposals = Proposals.of(assessment);
        return new AnalysisResult(
                ID,
                List.of(
                        new ProjectRows(assessment, proposals).table(),
                        pipes(assessment, proposals),
                        BillTable.of(
                                ProjectTables.LINE,
                                proposals.projects().stream()
                                        .collect(Collectors.toMap(Project::code, Project::lines)))),
                List.of(),
                List.of(links(proposals).build()),
                proposals.facts());
    }

    private static ResultTable pipes(Assessment assessment, Proposals proposals) {
        record Row(Scheme scheme, Piece piece) {}
        Map<String, Row> rows = new TreeMap<>();
        for (Scheme scheme : proposals.schemes.values()) {
            for (int i = 0; i < scheme.pieces().size(); i++) {
                rows.put(
                        SchemeEdits.pipeCode(scheme.project().code(), i),
                        new Row(scheme, scheme.pieces().get(i)));
            }
        }
        PeSizes sizes = new PeSizes(assessment.standard(), UnitCosts.of(assessment.reference()));
        ResultTableBuilder table =
                new ResultTableBuilder(ProjectTables.PIPE, rows.keySet().toArray(String[]::new));
        int r = 0;
        for (Row row : rows.values()) {
            Piece piece = row.piece;
            SchemeTree tree = row.scheme.tree();
            table.set(r, "project_code", row.scheme.project().code())
                    .set(r, "diameter_mm", PeSizes.OUTSIDE_MM[piece.size()])
                    .set(r, "class_mpa", piece.classMpa())
                    .set(r, "length_m", piece.lengthM())
                    .set(r, "flow_l_per_s", piece.m3PerS() * 1000)
                    .set(r, "velocity_m_per_s", sizes.velocityMPerS(piece.size(), piece.classMpa(), piece.m3PerS()))
                    .set(r, "head_loss_m", piece.headFromM() - piece.headToM())
                    .set(r, "most_static_m", piece.staticM())
                    .set(r, "head_from_m", piece.headFromM())
                    .set(r, "head_to_m", piece.headToM())
                    .set(r, "east_m", tree.at(piece.from()).x)
                    .set(r, "north_m", tree.at(piece.from()).y)
                    .set(r, "to_east_m", tree.at(piece.to()).x)
                    .set(r, "to_north_m", tree.at(piece.to()).y);
            r++;
        }
        return table.build();
    }

    /** Households to what they gain by; the value is the static head of a new tap. */
    private static LinkTableBuilder links(Proposals proposals) {
        record Link(String household, String project, double value) {}
        List<Link> all = new ArrayList<>();
        proposals
                .schemes
                .values()
                .forEach(s -> s.taps()
                        .forEach(t ->
                                all.add(new Link(t.house().code(), s.project().code(), t.staticM()))));
        proposals.hoses.forEach(h -> h.project()
                .gains()
                .forEach(g -> all.add(new Link(g.household(), h.project().code(), Double.NaN))));
        all.sort(Comparator.comparing(Link::household).thenComparing(Link::project));
        LinkTableBuilder links = new LinkTableBuilder(ProjectTables.LINK);
        all.forEach(l -> links.add(l.household, l.project, l.value));
        return links;
    }

    /** What a project is made of, drawn, with the head line from the source to the tap that has least to spare. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        ResultTable table = result.table("project");
        int row = table.rowOf(code);
        if (!tableId.equals("project") || row < 0) {
            return Explanation.NONE;
        }
        return ProjectExplanation.of(Proposals.of(assessment), table, row);
    }
}
