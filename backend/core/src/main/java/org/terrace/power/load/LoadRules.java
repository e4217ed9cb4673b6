package org.terrace.power.load;

import org.terrace.standard.Standard;

/**
 * What the standard says of loads.
 *
 * @param peakKw what one household draws at its own peak, by level, where nothing was metered
 * @param powerFactor of households, lagging. @param machinePowerFactor of motors and blowers
 * @param machineKw of a machine on record without its power, by level
 * @param machineCoincidence share of several machines that run at one time, by level
 * @param day of households. @param machineDay of machines in their season
 * @param dryingDays in a year on which machines run
 * @param peakMonthFactor the month of the highest load against the mean month
 * @param energyErrorPercent of a peak that follows from metered energy. @param currentErrorPercent of one that was read as a current
 */
public record LoadRules(
        ByLevel peakKw,
        Coincidence coincidence,
        double powerFactor,
        double machinePowerFactor,
        ByLevel machineKw,
        ByLevel machineCoincidence,
        DayShape day,
        DayShape machineDay,
        double dryingDays,
        double peakMonthFactor,
        double energyErrorPercent,
        double currentErrorPercent) {

    public static LoadRules of(Standard standard) {
        return new LoadRules(
                ByLevel.setting(standard, "power.load.peak_kw"),
                Coincidence.of(standard),
                standard.number("power.load.power_factor"),
                standard.number("power.load.machine_power_factor"),
                ByLevel.setting(standard, "power.load.machine_kw"),
                ByLevel.setting(standard, "power.load.machine_coincidence"),
                DayShape.of(standard.numbers("power.load.day_shape")),
                DayShape.of(standard.numbers("power.load.machine_day_shape")),
                standard.number("power.load.drying_days"),
                standard.number("power.load.peak_month_factor"),
                standard.number("power.load.energy_error_percent"),
                standard.number("power.load.current_error_percent"));
    }

    /** The share of their power that so many machines draw at one time. */
    public double machinesTogether(int machines, Level level) {
        return machines <= 1 ? 1 : machineCoincidence.at(level);
    }
}
