package org.terrace.water;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.terrace.analysis.ColumnSpec;
import org.terrace.analysis.LinkSpec;
import org.terrace.analysis.LinkTable;
import org.terrace.analysis.LinkTableBuilder;
import org.terrace.analysis.ResultTable;
import org.terrace.analysis.ResultTableBuilder;
import org.terrace.analysis.TableSpec;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * Households by the pipes whose water they drink: the pipe that leads to the household, else the one that leads from its source on record,
 * and every pipe before it. Where several pipes lead from the source and none is known to be the household's, it gets the word that holds
 * for each of them, and is unknown where they differ.
 *
 * @param depending by pipe the households that are lived in and surely drink from it
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
    static final LinkSpec LINK = new LinkSpec("household_pipe", LayerKind.HOUSEHOLD.id(), LayerKind.PIPE.id(), "m");

    static HouseholdExposure of(Region region, List<JudgedPipe> judged) {
        Run run = new Run(region, judged);
        for (int i = 0; i < run.households.size(); i++) {
            run.judge(i);
        }
        return new HouseholdExposure(run.table.build(), run.links.build(), run.depending, run.facts);
    }

    /** @param pipes those that the household surely drinks from. @param exposure also by those that it may drink from */
    private record Supply(Exposure exposure, String reason, Set<Integer> pipes) {
        static Supply unknown(String reason) {
            return new Supply(Exposure.UNKNOWN, reason, Set.of());
        }
    }

    /** One run. */
    private static final class Run {
        private final FeatureTable households;
        private final FeatureTable facilities;
        private final FeatureTable pipes;
        private final List<JudgedPipe> judged;
        private final SupplyChain chain;
        private final ResultTableBuilder table;
        private final LinkTableBuilder links = new LinkTableBuilder(LINK);
        private final int[] depending;
        private final Map<String, Double> facts = new TreeMap<>();
        private final Map<String, Supply> bySource = new TreeMap<>();

        Run(Region region, List<JudgedPipe> judged) {
            this.households = region.households();
            this.facilities = region.table(LayerKind.WATER_FACILITY);
            this.pipes = region.table(LayerKind.PIPE);
            this.judged = judged;
            this.chain = new SupplyChain(pipes);
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
            if (!supply.pipes.isEmpty()) {
                table.set(i, "pipes", supply.pipes.size())
                        .set(i, "exposed_m", sum(supply.pipes, true))
                        .set(i, "exposed_borderline_m", sum(supply.pipes, false));
            }
            boolean lived = isLivedIn(i);
            // Rows follow their codes, so that links come in order.
            for (int pipe : supply.pipes) {
                links.add(households.code(i), pipes.code(pipe), judged.get(pipe).exposedM());
                depending[pipe] += lived ? 1 : 0;
            }
            if (lived) {
                count(i, supply);
            }
        }

        private void count(int i, Supply supply) {
            double people = households.numbers("people_registered").get(i);
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

        private boolean isLivedIn(int i) {
            Column.Codes status = households.codesOf("house_status");
            return !status.is(i, "empty") && !status.is(i, "demolished");
        }

        private double sum(Set<Integer> rows, boolean exposed) {
            return rows.stream()
                    .map(judged::get)
                    .mapToDouble(p -> exposed ? p.exposedM() : p.borderlineM())
                    .sum();
        }

        private Supply supply(int i) {
            Column.Codes connection = households.codesOf("water_connection");
            List<Integer> own = chain.to(households.code(i));
            if (!own.isEmpty()) {
                Set<Integer> all = new TreeSet<>();
                own.forEach(pipe -> all.addAll(chain.upTo(pipe)));
                return told(all);
            }
            if (connection.is(i, "carried") || connection.is(i, "none")) {
                return new Supply(Exposure.NO_PIPE, "no_pipe", Set.of());
            }
            if (connection.isAbsent(i)) {
                return Supply.unknown("connection_not_on_record");
            }
            String source = households.text("water_source_code").get(i);
            if (source.isEmpty()) {
                return Supply.unknown("source_not_on_record");
            }
            String kind = connection.code(i);
            return bySource.computeIfAbsent(kind + "/" + source, k -> from(source, kind));
        }

        /** The supply of who draws from a source and is at the end of no pipe on record. */
        private Supply from(String source, String connection) {
            Set<Integer> before = chain.upstreamOf(source);
            if (connection.equals("public_tap")) {
                return before.isEmpty() ? Supply.unknown("pipe_not_told") : told(before);
            }
            Set<Integer> candidates = chain.downstreamOf(
                    source,
                    pipe -> pipes.codesOf("kind").is(pipe, "hose") == connection.equals("hose") && isOpenEnded(pipe));
            if (candidates.size() == 1) {
                return told(chain.upTo(candidates.iterator().next()));
            }
            EnumSet<Exposure> found = EnumSet.noneOf(Exposure.class);
            candidates.forEach(pipe -> found.add(exposure(chain.upTo(pipe))));
            Exposure sure = exposure(before);
            if (found.size() == 1) {
                Exposure all = found.iterator().next();
                return new Supply(all, reason(all), before);
            }
            if (sure == Exposure.EXPOSED) {
                return new Supply(sure, reason(sure), before);
            }
            return new Supply(Exposure.UNKNOWN, candidates.isEmpty() ? "pipe_not_told" : "pipes_differ", before);
        }

        /** Whether a pipe may lead to a household that the record does not name. */
        private boolean isOpenEnded(int pipe) {
            String end = pipes.text("to_code").get(pipe);
            return end.isEmpty() || (households.rowOf(end) < 0 && facilities.rowOf(end) < 0);
        }

        private Supply told(Set<Integer> all) {
            Exposure exposure = exposure(all);
            return new Supply(exposure, reason(exposure), all);
        }

        private Exposure exposure(Set<Integer> rows) {
            EnumSet<Exposure> found = EnumSet.noneOf(Exposure.class);
            rows.forEach(pipe -> found.add(judged.get(pipe).exposure()));
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
