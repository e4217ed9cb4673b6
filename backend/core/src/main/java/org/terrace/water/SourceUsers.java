package org.terrace.water;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/** Who drinks from which sources: the one on record, and those that pipes lead to it, or to the household, from. */
final class SourceUsers {
    private final FeatureTable households;
    private final FeatureTable sources;
    private final Column.Text pipesFrom;
    private final SupplyChain chain;
    private final Set<Integer> counted = new HashSet<>();
    private final Map<String, Set<Integer>> byCode = new HashMap<>();
    private final double[] count;
    private final double[] people;
    private final double[] unknownPeople;

    /** @param sourceRows the water works that count as sources */
    SourceUsers(Region region, int[] sourceRows) {
        this.households = region.households();
        this.sources = region.table(LayerKind.WATER_FACILITY);
        FeatureTable pipes = region.table(LayerKind.PIPE);
        this.pipesFrom = pipes.text("from_code");
        this.chain = new SupplyChain(pipes);
        for (int row : sourceRows) {
            counted.add(row);
        }
        this.count = new double[sources.size()];
        this.people = new double[sources.size()];
        this.unknownPeople = new double[sources.size()];
        Column.Codes status = households.codesOf("house_status");
        for (int i = 0; i < households.size(); i++) {
            if (status.is(i, "empty") || status.is(i, "demolished")) {
                continue;
            }
            double registered = households.numbers("people_registered").get(i);
            for (int source : intakes(i)) {
                count[source]++;
                people[source] += Double.isNaN(registered) ? 0 : registered;
                unknownPeople[source] += Double.isNaN(registered) ? 1 : 0;
            }
        }
    }

    /** Rows of the sources whose water a household drinks; empty where they are not on record. */
    Set<Integer> intakes(int household) {
        Set<Integer> all = new TreeSet<>(
                byCode.computeIfAbsent(households.text("water_source_code").get(household), this::above));
        if (!chain.to(households.code(household)).isEmpty()) {
            all.addAll(above(households.code(household)));
        }
        return all;
    }

    private Set<Integer> above(String code) {
        Set<Integer> rows = new TreeSet<>();
        if (!code.isEmpty()) {
            add(code, rows);
            chain.upstreamOf(code).forEach(pipe -> add(pipesFrom.get(pipe), rows));
        }
        return rows;
    }

    private void add(String code, Set<Integer> rows) {
        int row = sources.rowOf(code);
        if (counted.contains(row)) {
            rows.add(row);
        }
    }

    /** Households that are lived in. */
    double households(int source) {
        return count[source];
    }

    /** People registered in them. */
    double people(int source) {
        return people[source];
    }

    /** Households whose people are not on record. */
    double withoutPeople(int source) {
        return unknownPeople[source];
    }
}
