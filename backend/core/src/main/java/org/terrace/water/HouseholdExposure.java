package org.terrace.water;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.network.DisjointSets;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.water.laid.PipeGraph;
import org.terrace.water.laid.PipeLines;

/**
 * Households by the pipes through which their water comes ({@link DrawnLinks}). A hose is joined to the house that it comes nearest to; where several hoses of
 * one supply pass within the length of a service pipe and none names the house, it gets the word that holds for each of them, and is
 * unknown where they differ.
 *
 * @param depending by pipe the households that are lived in and drink from it
 */
record HouseholdExposure(ResultTable table, LinkTable links, int[] depending, Map<String, Double> facts) {
    static final List<String> REASONS = List.of(
            "pipes_exposed",
            "pipes_may_be_exposed",
            "pipes_not_exposed",
            "pipes_not_known",
            "pipe_not_told",
            "pipes_differ",
            "source_not_on_record",
            "connection_not_on_record",
            "no_pipe");

    static final TableSpec TABLE = new TableSpec(
            LayerKind.HOUSEHOLD.id(),
            LayerKind.HOUSEHOLD.id(),
            List.of(
                    ColumnSpec.classes("exposure", Exposure.SCHEME, Exposure.CODES),
                    ColumnSpec.reason("reason", REASONS),
                    ColumnSpec.text("source_code"),
                    ColumnSpec.number("pipes", "pipes", 0),
                    ColumnSpec.number("exposed_m", "m", 0),
                    ColumnSpec.number("exposed_borderline_m", "m", 0)));

    /** The value is the exposed metres of the pipe. */
    static final LinkSpec LINK = new LinkSpec(PipeExposure.LINK, LayerKind.HOUSEHOLD.id(), LayerKind.PIPE.id(), "m");

    static HouseholdExposure of(Assessment assessment, List<JudgedPipe> judged) {
        Run run = new Run(assessment, judged);
        for (int i = 0; i < run.households.size(); i++) {
            run.judge(i);
        }
        return new HouseholdExposure(run.table.build(), run.links.build(), run.depending, run.facts);
    }

    /** @param pipes through which its water comes, as they are drawn. @param exposure also by others that may lead to it */
    private record Supply(Exposure exposure, String reason, int[] pipes) {
        static Supply unknown(String reason, int[] pipes) {
            return new Supply(Exposure.UNKNOWN, reason, pipes);
        }
    }

    /** One run. */
    private static final class Run {
        private final FeatureTable households;
        private final FeatureTable facilities;
        private final FeatureTable pipes;
        private final List<JudgedPipe> judged;
        private final PipeGraph graph;
        private final DisjointSets supplies;
        private final Drinkers drinkers;
        private final int[][] through;
        /** By pipe, a node of the graph on it; -1 where it is not joined. */
        private final int[] nodeOf;

        private final double reachM;
        private final ResultTableBuilder table;
        private final LinkTableBuilder links = new LinkTableBuilder(LINK);
        private final int[] depending;
        private final Map<String, Double> facts = new TreeMap<>();

        Run(Assessment assessment, List<JudgedPipe> judged) {
            this.households = assessment.region().households();
            this.facilities = assessment.region().table(LayerKind.WATER_FACILITY);
            this.pipes = assessment.region().table(LayerKind.PIPE);
            this.judged = judged;
            this.graph = PipeGraph.of(assessment);
            this.supplies = graph.supplies();
            this.drinkers = Drinkers.of(assessment);
            this.through = DrawnLinks.pipes(assessment);
            this.nodeOf = new int[pipes.size()];
            Arrays.fill(nodeOf, -1);
            graph.edges().stream().filter(e -> e.pipe() >= 0).forEach(e -> nodeOf[e.pipe()] = e.from());
            this.reachM = assessment.standard().number("water.service.reach_m");
            this.table = new ResultTableBuilder(TABLE, households.codes());
            this.depending = new int[pipes.size()];
            for (String what : List.of("exposed", "borderline", "hoses_unknown")) {
                facts.put("households_" + what, 0.0);
            }
            facts.put("people_exposed", 0.0);
        }

        void judge(int i) {
            Supply supply = supply(i);
            table.set(i, "exposure", supply.exposure.code())
                    .set(i, "reason", supply.reason)
                    .set(i, "source_code", households.text("water_source_code").get(i));
            if (supply.pipes.length > 0) {
                table.set(i, "pipes", supply.pipes.length)
                        .set(i, "exposed_m", sum(supply.pipes, true))
                        .set(i, "exposed_borderline_m", sum(supply.pipes, false));
            }
            boolean lived = drinkers.of(i) != 0;
            // Rows follow their codes, so that links come in order.
            for (int pipe : supply.pipes) {
                links.add(households.code(i), pipes.code(pipe), judged.get(pipe).exposedM());
            }
            for (int pipe : through[i]) {
                depending[pipe] += lived ? 1 : 0;
            }
            if (lived) {
                count(i, supply);
            }
        }

        private void count(int i, Supply supply) {
            double people = drinkers.of(i);
            if (supply.exposure == Exposure.EXPOSED) {
                facts.merge("households_exposed", 1.0, Double::sum);
                facts.merge("people_exposed", Double.isNaN(people) ? 0 : people, Double::sum);
            } else if (supply.exposure == Exposure.BORDERLINE) {
                facts.merge("households_borderline", 1.0, Double::sum);
            } else if (supply.exposure == Exposure.UNKNOWN
                    && households.codesOf("water_connection").is(i, "hose")) {
                facts.merge("households_hoses_unknown", 1.0, Double::sum);
            }
        }

        private double sum(int[] rows, boolean exposed) {
            return Arrays.stream(rows)
                    .mapToObj(judged::get)
                    .mapToDouble(p -> exposed ? p.exposedM() : p.borderlineM())
                    .sum();
        }

        private Supply supply(int i) {
            Column.Codes connection = households.codesOf("water_connection");
            int[] all = through[i];
            boolean named = Arrays.stream(all)
                    .anyMatch(p -> pipes.text("to_code").get(p).equals(households.code(i)));
            if (named) {
                return told(all);
            }
            if (connection.is(i, "carried") || connection.is(i, "none")) {
                return new Supply(Exposure.NO_PIPE, "no_pipe", new int[0]);
            }
            if (connection.isAbsent(i)) {
                return Supply.unknown("connection_not_on_record", new int[0]);
            }
            if (all.length == 0) {
                String source = households.text("water_source_code").get(i);
                return Supply.unknown(source.isEmpty() ? "source_not_on_record" : "pipe_not_told", all);
            }
            if (connection.is(i, "public_tap")) {
                return told(all);
            }
            if (graph.noTap()[i] != PipeGraph.NoTap.NONE) {
                return lastIsNotDrawn(all);
            }
            return connection.is(i, "hose") ? hose(i, all) : told(all);
        }

        /** Of the last pipe to the house nothing is known; the others are enough to be exposed, and not enough to be clear. */
        private Supply lastIsNotDrawn(int[] all) {
            return exposure(all) == Exposure.EXPOSED ? told(all) : Supply.unknown("pipe_not_told", all);
        }

        /** By the hose that comes nearest, unless others near it may be the one. */
        private Supply hose(int i, int[] all) {
            List<Integer> near = graph
                    .lines()
                    .within(households.x(i), households.y(i), reachM, q -> isSupply(q, all) && isOpenHose(q))
                    .stream()
                    .map(PipeLines.Place::pipe)
                    .toList();
            int[] before = Arrays.stream(all).filter(p -> !near.contains(p)).toArray();
            if (before.length == all.length) {
                // It hangs on a main.
                return lastIsNotDrawn(all);
            }
            EnumSet<Exposure> found = EnumSet.noneOf(Exposure.class);
            near.forEach(q -> found.add(exposure(
                    IntStream.concat(Arrays.stream(before), IntStream.of(q)).toArray())));
            if (found.size() == 1) {
                Exposure each = found.iterator().next();
                return new Supply(each, reason(each), all);
            }
            return exposure(before) == Exposure.EXPOSED ? told(before) : Supply.unknown("pipes_differ", before);
        }

        private boolean isSupply(int pipe, int[] of) {
            int node = nodeOf[pipe];
            return node >= 0 && nodeOf[of[0]] >= 0 && supplies.find(node) == supplies.find(nodeOf[of[0]]);
        }

        /** Whether a hose may lead to a household that the record does not name. */
        private boolean isOpenHose(int pipe) {
            String end = pipes.text("to_code").get(pipe);
            return pipes.codesOf("kind").is(pipe, "hose")
                    && (end.isEmpty() || (households.rowOf(end) < 0 && facilities.rowOf(end) < 0));
        }

        private Supply told(int[] all) {
            Exposure exposure = exposure(all);
            return new Supply(exposure, reason(exposure), all);
        }

        private Exposure exposure(int[] rows) {
            EnumSet<Exposure> found = EnumSet.noneOf(Exposure.class);
            Arrays.stream(rows).forEach(pipe -> found.add(judged.get(pipe).exposure()));
            return Exposure.ofAll(found);
        }

        private static String reason(Exposure exposure) {
            return switch (exposure) {
                case EXPOSED -> "pipes_exposed";
                case BORDERLINE -> "pipes_may_be_exposed";
                case NOT_EXPOSED -> "pipes_not_exposed";
                default -> "pipes_not_known";
            };
        }
    }
}
