package org.terrace.road;

import org.terrace.region.Column;
import org.terrace.region.FeatureTable;

/** Whom a road serves: households whose house is lived in, and their people. */
final class Lived {
    private final Column.Codes status;
    private final Column.Numbers registered;

    Lived(FeatureTable households) {
        this.status = households.codesOf("house_status");
        this.registered = households.numbers("people_registered");
    }

    /** Not where the house is empty or demolished: a road to nobody serves nobody. */
    boolean in(int household) {
        return !status.is(household, "empty") && !status.is(household, "demolished");
    }

    /** Whether the number of people registered is on record. */
    boolean knowsPeople(int household) {
        return !Double.isNaN(registered.get(household));
    }

    /** People registered; 0 where none are on record: ask {@link #knowsPeople} before calling a sum complete. */
    double people(int household) {
        double people = registered.get(household);
        return Double.isNaN(people) ? 0 : people;
    }
}
