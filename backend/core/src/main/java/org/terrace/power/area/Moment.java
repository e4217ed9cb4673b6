package org.terrace.power.area;

import org.terrace.power.load.LoadRules;

/**
 * A half hour of a day as far as loads go.
 *
 * @param share of the households' peak that is drawn. @param machineShare of the machines' power; 0 outside the drying season
 */
record Moment(double share, double machineShare) {

    static Moment ordinary(LoadRules rules, int halfHour) {
        return new Moment(rules.day().share(halfHour), 0);
    }

    static Moment drying(LoadRules rules, int halfHour) {
        return new Moment(rules.day().share(halfHour), rules.machineDay().share(halfHour));
    }
}
