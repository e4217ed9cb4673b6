package org.terrace.power.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one customer of an area draws at its own evening peak, by level, and whence that is known; without machines.
 *
 * <p>Together, customers of the shares s draw unitKw x (sum of s) x coincidence(their number).
 *
 * @param unitKw kW of a customer whose share is 1
 */
public record AreaPeak(Source source, ByLevel unitKw) {
    private static final double HOURS_A_MONTH = 8_760 / 12.0;
    /** kW for one ampere in each of three phases of 380 V, at a power factor of 1. */
    private static final double KW_PER_AMPERE = StrictMath.sqrt(3) * 0.38;

    /** Whence a peak is known, the surest first; in the order of the codes of the scheme. */
    public enum Source {
        PEAK_CURRENT,
        TRANSFORMER_ENERGY,
        HOUSEHOLD_METERS,
        MEASURED_VOLTS,
        ASSUMED;

        public static final String SCHEME = "load_source";
        public static final List<String> CODES =
                Stream.of(values()).map(Source::code).toList();

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isCalibrated() {
            return this != ASSUMED;
        }
    }

    /**
     * @param peakAmpere read at the transformer, per phase. @param monthlyKwh metered there. @param meteredKwh metered by the month at
     *     all its houses together. NaN or 0 where not on record
     */
    public static AreaPeak of(
            double peakAmpere, double monthlyKwh, double meteredKwh, List<HouseholdLoad> customers, LoadRules rules) {
        if (peakAmpere > 0 && !customers.isEmpty()) {
            double kw = KW_PER_AMPERE * peakAmpere * rules.powerFactor();
            AreaPeak read = known(Source.PEAK_CURRENT, kw, rules.currentErrorPercent(), customers, rules);
            return monthlyKwh > 0 ? read.orAs(metered(Source.TRANSFORMER_ENERGY, monthlyKwh, customers, rules)) : read;
        }
        if (monthlyKwh > 0 && !customers.isEmpty()) {
            return metered(Source.TRANSFORMER_ENERGY, monthlyKwh, customers, rules);
        }
        if (meteredKwh > 0 && !customers.isEmpty()) {
            return metered(Source.HOUSEHOLD_METERS, meteredKwh, customers, rules);
        }
        return new AreaPeak(Source.ASSUMED, rules.peakKw());
    }

    /**
     * From energy: the highest half hour of the month of the highest load. The shape of the day is that of many houses together; fewer draw their
     * peaks less evenly, by the ratio of the coincidences.
     */
    private static AreaPeak metered(Source source, double monthlyKwh, List<HouseholdLoad> customers, LoadRules rules) {
        double ofMany = monthlyKwh / HOURS_A_MONTH / rules.day().loadFactor() * rules.peakMonthFactor();
        double kw = ofMany
                * rules.coincidence().factor(customers.size())
                / rules.coincidence().ofMany();
        return known(source, kw, rules.energyErrorPercent(), customers, rules);
    }

    /** With a second record of the same that says otherwise, the levels span both. */
    private AreaPeak orAs(AreaPeak other) {
        return new AreaPeak(
                source,
                new ByLevel(
                        Math.min(unitKw.favourable(), other.unitKw.favourable()),
                        unitKw.middle(),
                        Math.max(unitKw.unfavourable(), other.unitKw.unfavourable())));
    }

    private static AreaPeak known(
            Source source, double peakKw, double errorPercent, List<HouseholdLoad> customers, LoadRules rules) {
        ByLevel unit = ByLevel.of(level -> {
            double factor = switch (level) {
                case FAVOURABLE -> 1 - errorPercent / 100;
                case MIDDLE -> 1;
                case UNFAVOURABLE -> 1 + errorPercent / 100;
            };
            return factor * peakKw / unitsAtOnce(customers, level, rules);
        });
        return new AreaPeak(source, unit);
    }

    /** How many customers' own peaks the area draws at one time. */
    private static double unitsAtOnce(List<HouseholdLoad> customers, Level level, LoadRules rules) {
        double shares = 0;
        int drawing = 0;
        for (HouseholdLoad c : customers) {
            if (c.drawsAt(level)) {
                shares += c.share();
                drawing++;
            }
        }
        if (shares == 0) {
            return unitsAtOnce(customers, Level.MIDDLE, rules);
        }
        return shares * rules.coincidence().factor(drawing);
    }

    /** The current per phase at which customers with this peak would be read, as {@link #of} takes it; in the middle. */
    public double amperes(List<HouseholdLoad> customers, LoadRules rules) {
        return unitKw.middle() * unitsAtOnce(customers, Level.MIDDLE, rules) / (KW_PER_AMPERE * rules.powerFactor());
    }

    /** What some customers use of the energy of all of them. */
    public static double shareOfEnergy(List<HouseholdLoad> some, List<HouseholdLoad> all) {
        return some.stream().mapToDouble(HouseholdLoad::share).sum()
                / all.stream().mapToDouble(HouseholdLoad::share).sum();
    }

    /**
     * Whether machines draw on top of this peak in their season. A highest current may have been read in the season, with the machines in it: at the
     * favourable level it was.
     */
    public boolean isWithoutMachines(Level level) {
        return source != Source.PEAK_CURRENT || level != Level.FAVOURABLE;
    }

    /** Each level times a factor of its own, as measured volts ask for. */
    public AreaPeak scaled(Source by, ByLevel factors) {
        return new AreaPeak(by, ByLevel.of(level -> unitKw.at(level) * factors.at(level)));
    }
}
