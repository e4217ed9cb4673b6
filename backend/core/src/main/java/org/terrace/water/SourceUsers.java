package org.terrace.water;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.terrace.analysis.Assessment;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/**
 * Who drinks from which sources: those whose works on record are the source itself, and all whose water comes from it through the pipes
 * ({@link DrawnLinks}). People are those resident, else those registered ({@link Drinkers}).
 */
final class SourceUsers {
    private final int[][] intakes;
    private final double[] count;
    private final double[] people;
    private final double[] unknownPeople;

    /** @param sourceRows the water works that count as sources */
    SourceUsers(Assessment assessment, int[] sourceRows) {
        Set<Integer> counted = new HashSet<>();
        Arrays.stream(sourceRows).forEach(counted::add);
        FeatureTable households = assessment.region().households();
        int works = assessment.region().table(LayerKind.WATER_FACILITY).size();
        Drinkers drinkers = Drinkers.of(assessment);
        this.intakes = DrawnLinks.sources(assessment);
        this.count = new double[works];
        this.people = new double[works];
        this.unknownPeople = new double[works];
        for (int i = 0; i < households.size(); i++) {
            intakes[i] = Arrays.stream(intakes[i]).filter(counted::contains).toArray();
            double here = drinkers.of(i);
            if (here == 0) {
                continue;
            }
            for (int source : intakes[i]) {
                count[source]++;
                people[source] += Double.isNaN(here) ? 0 : here;
                unknownPeople[source] += drinkers.isOnRecord(i) ? 0 : 1;
            }
        }
    }

    /** Rows of the sources whose water a household drinks; empty where they are not on record. */
    int[] intakes(int household) {
        return intakes[household];
    }

    /** Households that are lived in. */
    double households(int source) {
        return count[source];
    }

    /** People in them. */
    double people(int source) {
        return people[source];
    }

    /** Households whose people are not on record, and were taken as many as elsewhere. */
    double withoutPeople(int source) {
        return unknownPeople[source];
    }
}
