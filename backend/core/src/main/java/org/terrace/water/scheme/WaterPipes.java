package org.terrace.water.scheme;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.AnalysisResult;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Explanation;
import org.terrace.analysis.LimitCheck;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.Outputs;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.region.AdminTree;
import org.terrace.region.Change;
import org.terrace.region.LayerKind;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Standard;
import org.terrace.water.WaterDemand;
import org.terrace.water.laid.PipeGraph;

/**
 * Whether the gravity schemes on the map really flow: steady state at peak demand from springs and tanks through pipes to every tap,
 * branched or looped; head left at each tap, static head against pipe classes, velocities, summits where air gathers; each with the
 * height error, so that what the error leaves open is told as open, and the points to survey first. Over a ridge that stands too high above the
 * level no water passes: behind it no head is told.
 *
 * <p>Service head is judged for the low end of the error and pipe classes for the high end.
 *
 * @see "Todini and Pilati (1988); EPANET 2.2 User Manual; limits: village-supply code as quoted in the standard"
 */
public final class WaterPipes implements Analysis {
    public static final String ID = "water.pipes";

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
                LayerKind.WATER_FACILITY,
                LayerKind.PIPE,
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
                List.of(PipeTables.TAP, PipeTables.PIPE, PipeTables.SUPPLY, PipeTables.FINDING, PipeTables.SURVEY),
                List.of(),
                List.of(PipeTables.LINK, PipeTables.THROUGH, PipeTables.FROM));
    }

    @Override
    public AnalysisResult run(Assessment assessment) {
        return new Run(assessment, Optional.empty()).result();
    }

    /** Everything is balanced anew; what stands where it stood keeps its township and village. */
    @Override
    public AnalysisResult update(AnalysisResult before, Change change, Assessment after) {
        boolean sameUnits = !change.touches(LayerKind.ADMIN_UNIT) && !change.touches(LayerKind.ADMIN_BOUNDARY);
        return new Run(after, Optional.of(before).filter(b -> sameUnits)).result();
    }

    /** One run. */
    private static final class Run {
        private final Optional<AnalysisResult> placed;
        private final PipedSupplies s;
        private final AdminTree units;
        private final TapHead.Limits limits;
        private final double dailyM3PerPerson;
        private final String[] codes;
        private final TapHead[] tapAt;
        private final Findings findings;
        private final LinkTableBuilder links = new LinkTableBuilder(PipeTables.LINK);
        private final Dependents dependents;

        /** @param placed an earlier result under the same boundaries */
        Run(Assessment assessment, Optional<AnalysisResult> placed) {
            this.placed = placed;
            Standard standard = assessment.standard();
            this.s = PipedSupplies.of(assessment);
            this.units = assessment.units();
            this.limits = TapHead.Limits.of(standard);
            this.dailyM3PerPerson = WaterDemand.of(standard).dailyM3PerPerson();
            this.codes = s.supplyCodes();
            this.tapAt = new TapHead[s.graph.nodes()];
            Arrays.fill(tapAt, TapHead.NO_TAP);
            assessment.deadline().check();
            this.findings = new Findings(assessment, s);
            this.dependents = Dependents.of(s);
        }

        AnalysisResult result() {
            ResultTable taps = taps();
            return new AnalysisResult(
                    ID,
                    List.of(taps, pipes(), supplies(), findings(), survey()),
                    List.of(),
                    List.of(links.build(), dependents.through(), dependents.from()),
                    Map.of());
        }

        private ResultTable taps() {
            ResultTableBuilder table = new ResultTableBuilder(PipeTables.TAP, s.households.codes());
            for (int i = 0; i < s.households.size(); i++) {
                int node = s.tapOf[i];
                if (node < 0) {
                    table.set(i, "tap", TapHead.NO_TAP.code());
                    continue;
                }
                double storeys = s.households.numbers("storeys").get(i);
                double needed = limits.neededM(storeys);
                double error = s.errorM(node);
                TapHead tap = TapHead.of(
                        s.passage.reach[node],
                        s.peak.reach[node],
                        s.fullResidualM(node),
                        s.leastResidualM(node) - s.leastErrorM(node),
                        s.staticHeadM(node),
                        error,
                        needed,
                        limits.perhapsNeededM(storeys),
                        limits.mostStaticM());
                // What the error leaves open stays open: how much there is to draw is judged beside it.
                if (tap == TapHead.GOOD && s.isSourceTooWeak(node)) {
                    tap = TapHead.SOURCE_TOO_WEAK;
                }
                boolean tells = tap != TapHead.UNKNOWN || !TapHead.tellsNothing(error, needed, limits.mostStaticM());
                tapAt[node] = tap;
                int level = s.flowing.levelNode[node];
                String levelCode = level < 0 ? "" : s.works.code(s.graph.work()[level]);
                table.set(i, "tap", tap.code())
                        .set(i, "residual_head_m", tells ? s.residualM(node) : Double.NaN)
                        .set(i, "needed_head_m", needed)
                        .set(i, "head_if_full_m", tells && isOpen(node) ? s.fullResidualM(node) : Double.NaN)
                        .set(i, "head_at_least_m", tells && isOpen(node) ? s.leastResidualM(node) : Double.NaN)
                        .set(i, "static_head_m", tells ? s.staticHeadM(node) : Double.NaN)
                        .set(i, "head_error_m", error)
                        .set(i, "level_code", levelCode)
                        .set(i, "supply_code", codes[s.flowing.supplyOf[node]]);
                if (level >= 0) {
                    links.add(s.households.code(i), levelCode, tells ? s.staticHeadM(node) : Double.NaN);
                }
                tell(i, node, tap, needed);
            }
            return table.build();
        }

        /** Whether the head depends on how full a main between open works runs. */
        private boolean isOpen(int node) {
            return Double.isNaN(s.residualM(node));
        }

        private void tell(int i, int node, TapHead tap, double needed) {
            boolean low = tap == TapHead.TOO_LOW || tap == TapHead.MAY_BE_LOW;
            if (low || tap == TapHead.TOO_HIGH || tap == TapHead.MAY_BE_HIGH) {
                findings.found.add(new Finding(
                        low ? Finding.Kind.TAP_TOO_LOW : Finding.Kind.TAP_TOO_HIGH,
                        codes[s.flowing.supplyOf[node]],
                        s.households.code(i),
                        !tap.isBorderline(),
                        low ? s.fullResidualM(node) : s.staticHeadM(node),
                        low ? needed : limits.mostStaticM(),
                        s.errorM(node),
                        s.people[node],
                        s.graph.places().get(node)));
            }
        }

        private ResultTable pipes() {
            ResultTableBuilder table = new ResultTableBuilder(PipeTables.PIPE, s.pipes.codes());
            for (int p = 0; p < s.pipes.size(); p++) {
                PipeState state = findings.pipes[p];
                table.set(p, "head_band", band(state))
                        .set(p, "class_check", check(state.check()))
                        .set(p, "end_head_m", state.endHeadM())
                        .set(p, "least_head_m", state.leastHeadM())
                        .set(p, "most_static_m", state.mostStaticM())
                        .set(p, "head_error_m", state.errorM())
                        .set(p, "needed_class_mpa", s.sizes.classFor(state.mostStaticM() + state.errorM()))
                        .set(p, "flow_l_per_s", state.flowM3PerS() * 1000)
                        .set(p, "capacity_l_per_s", state.capacityM3PerS() * 1000)
                        .set(p, "velocity_m_per_s", state.velocityMPerS())
                        .set(p, "head_loss_m", state.lossM())
                        .set(p, "households_behind", dependents.households()[p])
                        .set(p, "people_behind", dependents.people()[p])
                        .set(p, "bore_mm", s.sizes.isKnown(p) ? s.sizes.boreMm(p) : Double.NaN);
                if (!s.edgesOf.get(p).isEmpty()) {
                    int node = s.graph.edges().get(s.edgesOf.get(p).get(0)).from();
                    table.set(p, "supply_code", codes[s.flowing.supplyOf[node]]);
                }
            }
            return table.build();
        }

        /** Of the least head along the pipe, open works at its ends apart. */
        private static String band(PipeState state) {
            double head = state.leastHeadM();
            if (Double.isNaN(head)) {
                return "unknown";
            }
            int band = 0;
            while (band < PipeTables.BAND_LIMITS_M.length && head >= PipeTables.BAND_LIMITS_M[band]) {
                band++;
            }
            return PipeTables.BANDS.get(band);
        }

        private static String check(LimitCheck check) {
            return switch (check) {
                case KEPT -> "kept";
                case ERROR_CAN_FLIP -> "may_be_exceeded";
                case BROKEN -> "exceeded";
                case UNKNOWN -> "unknown";
            };
        }

        /** Supplies with at least one drawn pipe. */
        private ResultTable supplies() {
            Map<String, double[]> rows = new TreeMap<>();
            for (int p = 0; p < s.pipes.size(); p++) {
                for (int e : s.edgesOf.get(p)) {
                    PipeGraph.Edge edge = s.graph.edges().get(e);
                    row(rows, edge.from())[PipeTables.SUPPLY.indexOf("pipes_km")] += edge.drawnM() / 1000;
                }
            }
            Set<Integer> counted = new HashSet<>();
            for (int n = 0; n < s.graph.nodes(); n++) {
                double[] row = rows.get(codes[s.flowing.supplyOf[n]]);
                if (row == null) {
                    continue;
                }
                int supply = s.supplies.ofNode(n);
                double here = Double.isNaN(s.people[n]) ? 0 : s.people[n];
                // Pipes that no works hang together with have those whose taps hang on them.
                double people = supply < 0 ? here : counted.add(supply) ? s.supplies.peopleOnRecord(supply) : 0;
                row[PipeTables.SUPPLY.indexOf("people")] += people;
                row[PipeTables.SUPPLY.indexOf("demand_m3_per_day")] += people * dailyM3PerPerson;
                row[PipeTables.SUPPLY.indexOf("people_at_taps")] += here;
                double drawing = Double.isNaN(s.drawing[n]) ? 0 : s.drawing[n];
                row[PipeTables.SUPPLY.indexOf("peak_l_per_s")] += drawing * s.peakM3PerSPerPerson * 1000;
                if (s.graph.household()[n] >= 0) {
                    row[PipeTables.SUPPLY.indexOf("taps")]++;
                    row[
                            PipeTables.SUPPLY.indexOf(
                                    switch (tapAt[n]) {
                                        case GOOD -> "taps_good";
                                        case MAY_BE_LOW, MAY_BE_HIGH, MAY_NOT_PASS, MAY_RUN_PART_FULL -> "taps_open";
                                        case TOO_LOW -> "taps_too_low";
                                        case TOO_HIGH -> "taps_too_high";
                                        case NO_WATER_PASSES -> "taps_no_water";
                                        case SOURCE_TOO_WEAK -> "taps_source_too_weak";
                                        case UNKNOWN, NO_TAP -> "taps_unknown";
                                    })]++;
                }
            }
            for (Finding f : findings.found) {
                double[] row = rows.get(f.supply());
                if (row != null) {
                    row[PipeTables.SUPPLY.indexOf(f.sure() ? "findings_sure" : "findings_possible")]++;
                }
            }
            ResultTableBuilder table =
                    new ResultTableBuilder(PipeTables.SUPPLY, rows.keySet().toArray(String[]::new));
            int r = 0;
            for (double[] row : rows.values()) {
                for (int c = 0; c < row.length; c++) {
                    table.set(r, PipeTables.SUPPLY.columns().get(c).id(), row[c]);
                }
                r++;
            }
            return table.build();
        }

        private double[] row(Map<String, double[]> rows, int node) {
            return rows.computeIfAbsent(
                    codes[s.flowing.supplyOf[node]],
                    k -> new double[PipeTables.SUPPLY.columns().size()]);
        }

        private ResultTable findings() {
            Map<String, Finding> byCode = new TreeMap<>();
            for (Finding f : findings.found) {
                String code = f.kindCode() + ":" + f.feature();
                String free = code;
                for (int n = 2; byCode.containsKey(free); n++) {
                    free = code + "#" + n;
                }
                byCode.put(free, f);
            }
            ResultTableBuilder table =
                    new ResultTableBuilder(PipeTables.FINDING, byCode.keySet().toArray(String[]::new));
            int r = 0;
            for (var entry : byCode.entrySet()) {
                Finding f = entry.getValue();
                table.set(r, "kind", f.kindCode())
                        .set(r, "certainty", f.sure() ? "sure" : "possible")
                        .set(r, "feature_code", f.feature())
                        .set(r, "supply_code", f.supply())
                        .set(r, "value", f.value())
                        .set(r, "limit", f.limit())
                        .set(r, "value_error", f.error())
                        .set(r, "people", f.people());
                place(table, PipeTables.FINDING, entry.getKey(), r++, f.at().x, f.at().y);
            }
            return table.build();
        }

        private ResultTable survey() {
            Map<String, SurveyFirst.Point> byCode = new TreeMap<>();
            for (SurveyFirst.Point point : SurveyFirst.of(s, tapAt)) {
                byCode.put(codes[point.supply()] + ":" + point.rank(), point);
            }
            ResultTableBuilder table =
                    new ResultTableBuilder(PipeTables.SURVEY, byCode.keySet().toArray(String[]::new));
            int r = 0;
            for (var entry : byCode.entrySet()) {
                SurveyFirst.Point point = entry.getValue();
                table.set(r, "supply_code", codes[point.supply()])
                        .set(r, "rank", point.rank())
                        .set(r, "feature_code", point.feature())
                        .set(r, "open_people", point.openPeople())
                        .set(r, "people", point.people());
                place(table, PipeTables.SURVEY, entry.getKey(), r++, point.at().x, point.at().y);
            }
            return table.build();
        }

        private void place(ResultTableBuilder table, TableSpec spec, String code, int row, double x, double y) {
            String[] found = unitsOf(spec, code, x, y);
            table.set(row, "east_m", x)
                    .set(row, "north_m", y)
                    .set(row, "township_code", found[0])
                    .set(row, "village_code", found[1]);
        }

        /** Township and village. */
        private String[] unitsOf(TableSpec spec, String code, double x, double y) {
            if (placed.isPresent()) {
                ResultTable before = placed.get().table(spec.id());
                int row = before.rowOf(code);
                if (row >= 0
                        && before.numbers("east_m").get(row) == x
                        && before.numbers("north_m").get(row) == y) {
                    return new String[] {
                        before.text("township_code").get(row),
                        before.text("village_code").get(row)
                    };
                }
            }
            String[] found = units.unitsOf("", x, y);
            return new String[] {found[AdminTree.LEVELS.indexOf("township")], found[AdminTree.LEVELS.indexOf("village")]
            };
        }
    }

    /** The way of the water from its level to the tap, with the ground and the head above it. */
    @Override
    public Explanation explain(Assessment assessment, AnalysisResult result, String tableId, String code) {
        PipedSupplies supplies = PipedSupplies.of(assessment);
        int household = supplies.households.rowOf(code);
        if (!tableId.equals("household") || household < 0 || supplies.tapOf[household] < 0) {
            return Explanation.NONE;
        }
        return HydraulicProfile.of(
                supplies, household, result.table("household"), TapHead.Limits.of(assessment.standard()));
    }
}
