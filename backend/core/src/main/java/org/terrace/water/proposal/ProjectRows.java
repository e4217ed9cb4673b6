package org.terrace.water.proposal;

import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.project.CostRange;
import org.terrace.project.Project;
import org.terrace.project.UnitCosts;
import org.terrace.region.AdminTree;

/** One row for every group, and one for every source whose hoses could be buried. */
final class ProjectRows {
    private final Proposals proposals;
    private final AdminTree units;
    private final Rules rules;
    private final CostRange anchor;
    private final Map<String, Object> rows = new TreeMap<>();

    ProjectRows(Assessment assessment, Proposals proposals) {
        this.proposals = proposals;
        this.units = assessment.units();
        this.rules = Rules.of(assessment.standard());
        this.anchor = UnitCosts.of(assessment.reference())
                .cost("water.gravity_scheme_per_person")
                .yuan();
        proposals.groups.forEach(g -> rows.put("water:" + g.code(), g));
        proposals.hoses.forEach(h -> rows.put(h.project().code(), h));
        proposals.protections.forEach(p -> rows.put(p.project().code(), p));
    }

    ResultTable table() {
        ResultTableBuilder table =
                new ResultTableBuilder(ProjectTables.PROJECT, rows.keySet().toArray(String[]::new));
        int r = 0;
        for (Object row : rows.values()) {
            if (row instanceof HoseBurial hose) {
                hose(table, r, hose);
            } else if (row instanceof SourceProtection protection) {
                protection(table, r, protection);
            } else if (row instanceof NeedGroup group) {
                group(table, r, group);
            }
            r++;
        }
        return table.build();
    }

    private void group(ResultTableBuilder table, int r, NeedGroup group) {
        table.set(r, "reason", proposals.reason(group).code())
                .set(r, "group_code", group.groupCode())
                .set(r, "households_in_need", group.households());
        Scheme scheme = proposals.schemes.get(group.code());
        Proposals.Unmeasured first = proposals.unmeasured.get(group.code());
        if (scheme != null) {
            scheme(table, r, scheme);
            return;
        }
        table.set(r, "kind", first == null ? "none" : "measure_first").set(r, "cost_anchor", "not_compared");
        if (first != null) {
            table.set(r, "source_code", first.source().code())
                    .set(r, "demand_m3_per_day", group.people() * rules.demand().dailyM3PerPerson());
        }
        place(table, r, group.groupCode(), group.houses().isEmpty() ? NOWHERE : group.centre());
    }

    private static final Coordinate NOWHERE = new Coordinate(Double.NaN, Double.NaN);

    private void scheme(ResultTableBuilder table, int r, Scheme scheme) {
        Scheme.Tap weakest = scheme.weakest();
        double most = rules.heads().mostStaticM();
        Project project = scheme.project();
        table.set(r, "kind", project.kind().substring("water.".length()))
                .set(r, "certainty", scheme.isSure() ? "sure" : "possible")
                .set(r, "source_code", scheme.source().code())
                .set(r, "demand_m3_per_day", scheme.demandM3PerDay())
                .set(r, "spare_m3_per_day", scheme.spareM3PerDay())
                .set(r, "litres_after", scheme.litresPerPersonDay())
                .set(r, "length_m", scheme.lengthM())
                .set(r, "tank_m3", scheme.tankM3())
                .set(r, "break_pressure_tanks", scheme.breakPressureTanks())
                .set(r, "stream_crossings", scheme.crossings())
                .set(r, "residual_head_m", weakest.residualM())
                .set(r, "head_error_m", weakest.errorM())
                .set(
                        r,
                        "survey_first",
                        scheme.taps().stream()
                                .filter(t -> t.isWithinError(most))
                                .count())
                .set(r, "first_code", proposals.firstOf(scheme))
                .set(r, "approval_codes", String.join(" ", scheme.approvals()));
        if (scheme.lift().metres() > 0) {
            table.set(r, "lift_m", scheme.lift().metres())
                    .set(r, "power_kw", scheme.lift().kw())
                    .set(r, "energy_kwh_per_year", scheme.lift().kwhPerYear());
        }
        costs(table, r, project);
        double perPerson = project.cost().usual() / project.people();
        table.set(
                r, "cost_anchor", perPerson < anchor.low() ? "below" : perPerson > anchor.high() ? "above" : "within");
        place(
                table,
                r,
                scheme.group().groupCode(),
                scheme.tree().at(scheme.tree().tank()));
    }

    private static void costs(ResultTableBuilder table, int r, Project project) {
        CostRange cost = project.cost();
        table.set(r, "households_gain", project.gains().size())
                .set(r, "people_gain", project.people())
                .set(r, "cost_low_yuan", cost.lowYuan())
                .set(r, "cost_yuan", cost.usualYuan())
                .set(r, "cost_high_yuan", cost.highYuan())
                .set(r, "yuan_per_person", project.people() > 0 ? cost.usual() / project.people() : Double.NaN)
                .set(r, "upkeep_yuan_per_year", project.upkeepPerYear().usualYuan());
    }

    private void hose(ResultTableBuilder table, int r, HoseBurial hose) {
        table.set(r, "kind", "bury_hose")
                .set(r, "reason", Reason.HOSE_BURIED.code())
                .set(r, "cost_anchor", "not_compared")
                .set(r, "source_code", hose.source())
                .set(r, "length_m", hose.lengthM());
        costs(table, r, hose.project());
        place(table, r, "", hose.project().geometry().orElseThrow().getCoordinate());
    }

    private void protection(ResultTableBuilder table, int r, SourceProtection protection) {
        table.set(r, "kind", "protect_source")
                .set(r, "reason", Reason.SOURCE_SHARED.code())
                .set(r, "cost_anchor", "not_compared")
                .set(r, "source_code", protection.source().code())
                .set(r, "schemes", protection.schemes().size());
        costs(table, r, protection.project());
        place(table, r, "", protection.source().at());
    }

    private void place(ResultTableBuilder table, int r, String groupCode, Coordinate at) {
        String[] found = units.unitsOf(groupCode, at.x, at.y);
        table.set(r, "east_m", at.x)
                .set(r, "north_m", at.y)
                .set(r, "township_code", found[AdminTree.LEVELS.indexOf("township")])
                .set(r, "village_code", found[AdminTree.LEVELS.indexOf("village")]);
    }
}
