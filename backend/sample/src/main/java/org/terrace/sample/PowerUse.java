package org.terrace.sample;

import static org.terrace.region.LayerKind.HOUSEHOLD;

/** What a household draws: metered energy, phases, and the machine that dries or mills what it grows. */
final class PowerUse {
    private static final String[] PHASES = {"a", "b", "c"};

    private PowerUse() {}

    /** Of the household whose row is the last. */
    static void set(Tables tables, boolean livedIn, PlotRows.Dried dried, Dice dice) {
        double tobacco = dice.unit();
        double dryer = dice.unit();
        double mill = dice.unit();
        double size = dice.unit();
        boolean machine = true;
        if (livedIn && dried == PlotRows.Dried.TOBACCO && tobacco < 0.6) {
            machine(tables, "tobacco_barn", 4 + 2 * size);
        } else if (livedIn && dried == PlotRows.Dried.WALNUT && dryer < 0.12) {
            machine(tables, "crop_dryer", 5 + 10 * size);
        } else if (livedIn && mill < 0.008) {
            machine(tables, "mill", 2.2 + 3.3 * size);
        } else {
            machine = false;
        }
        boolean metered = dice.chance(0.5);
        double kwh = dice.between(28, 130) + dice.between(0, 90);
        if (livedIn && metered) {
            tables.set(HOUSEHOLD, "monthly_kwh", Math.round(kwh));
        }
        boolean noted = dice.chance(0.55);
        boolean three = (machine && dice.chance(0.7)) || dice.chance(0.03);
        if (noted) {
            tables.set(HOUSEHOLD, "supply_phases", three ? 3 : 1);
        }
        boolean phaseNoted = dice.chance(0.3);
        String phase = PHASES[dice.below(3)];
        if (noted && !three && phaseNoted) {
            tables.set(HOUSEHOLD, "supply_phase", phase);
        }
    }

    private static void machine(Tables tables, String kind, double kw) {
        tables.set(HOUSEHOLD, "machine", kind).set(HOUSEHOLD, "machine_kw", Math.round(kw * 10) / 10.0);
    }
}
