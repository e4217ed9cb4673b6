package org.terrace.water;

import java.util.stream.DoubleStream;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/**
 * How many people drink at each house: those resident, else those registered, else as many as a house of the county has on average.
 * Nobody at houses that are empty or demolished.
 */
public final class Drinkers {
    private static final Derived.Key<Drinkers> KEY = new Derived.Key<>("water.drinkers", Drinkers.class);

    private final double[] people;
    private final boolean[] onRecord;
    private final double perHousehold;

    /** Of a snapshot; counted once for all who ask. */
    public static Drinkers of(Assessment assessment) {
        return assessment
                .derived()
                .get(KEY, "", () -> new Drinkers(assessment.region().households()));
    }

    private Drinkers(FeatureTable households) {
        Column.Numbers resident = households.numbers("people_resident");
        Column.Numbers registered = households.numbers("people_registered");
        Column.Codes status = households.codesOf("house_status");
        this.people = new double[households.size()];
        this.onRecord = new boolean[people.length];
        for (int i = 0; i < people.length; i++) {
            boolean gone = status.is(i, "empty") || status.is(i, "demolished");
            people[i] = gone ? 0 : Double.isNaN(resident.get(i)) ? registered.get(i) : resident.get(i);
        }
        this.perHousehold = DoubleStream.of(people).filter(p -> p > 0).average().orElse(Double.NaN);
        for (int i = 0; i < people.length; i++) {
            onRecord[i] = !Double.isNaN(people[i]);
            people[i] = onRecord[i] ? people[i] : perHousehold;
        }
    }

    /** NaN where the county has no number of people at all. */
    public double of(int household) {
        return people[household];
    }

    /** Whether a number of people is on record, or that nobody lives there. */
    boolean isOnRecord(int household) {
        return onRecord[household];
    }

    /** Of a number of households as a works' owner reports them. */
    double ofReported(double households) {
        return households * perHousehold;
    }
}
