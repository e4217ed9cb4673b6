package org.terrace.server.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.terrace.analysis.ClassScheme;
import org.terrace.analysis.Field;

/**
 * Which colour a value of a field has, and the bands for its legend: the one source of both, so that they cannot disagree.
 */
public final class FieldPalette {
    private static final int MOST_BANDS = 8;

    /** Upper limits by which people tell how long something takes on foot; beyond the last is one band. */
    private static final double[] MINUTES = {10, 20, 30, 45, 60, 90, 120};

    private final List<Band> bands;
    private final boolean classes;
    /** Of numbers: the upper limit of each band. */
    private final double[] limits;

    /**
     * One line of the legend.
     *
     * @param code class code; empty for numbers
     * @param from lower limit of a number, exclusive but for the lowest band; NaN for classes
     * @param upTo upper limit, inclusive as in the class schemes; NaN for classes and where there is none
     * @param colour {@code #rrggbb}
     */
    public record Band(String code, double from, double upTo, String colour) {}

    private FieldPalette(List<Band> bands, boolean classes) {
        if (bands.size() > 255) {
            throw new IllegalArgumentException(bands.size() + " bands: a tile has 255 colours at most");
        }
        this.bands = List.copyOf(bands);
        this.classes = classes;
        this.limits = bands.stream()
                .mapToDouble(b -> Double.isNaN(b.upTo()) ? Double.POSITIVE_INFINITY : b.upTo())
                .toArray();
    }

    /**
     * Colours of classes.
     *
     * @param codes the field's codes: a value is a position in them
     * @throws IllegalArgumentException if the scheme lacks one of the codes
     */
    public static FieldPalette ofClasses(ClassScheme scheme, List<String> codes) {
        List<Band> bands = new ArrayList<>();
        for (String code : codes) {
            ClassScheme.Entry entry = scheme.entries().stream()
                    .filter(e -> e.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "scheme " + scheme.id() + " has no class '" + code + "', only " + scheme.codes()));
            bands.add(new Band(code, Double.NaN, Double.NaN, entry.colour()));
        }
        return new FieldPalette(bands, true);
    }

    /**
     * Cividis in bands between round numbers (1, 2 or 5 times a power of ten), eight at most, that cover a range.
     *
     * @throws IllegalArgumentException if the range is not finite or runs backwards
     */
    public static FieldPalette ofNumbers(double lowest, double highest) {
        if (!(Double.isFinite(lowest) && Double.isFinite(highest) && lowest <= highest)) {
            throw new IllegalArgumentException("no range from " + lowest + " to " + highest);
        }
        double step = roundStep(Math.max(highest - lowest, 1e-9 * Math.max(1, Math.abs(highest))) / MOST_BANDS);
        while (Math.ceil(highest / step) - Math.floor(lowest / step) > MOST_BANDS) {
            step = roundStep(step * 1.5);
        }
        long from = (long) Math.floor(lowest / step);
        int count = (int) Math.max(1, (long) Math.ceil(highest / step) - from);
        double[] limits = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            limits[i] = (from + i) * step;
        }
        return between(limits);
    }

    /** Bands of minutes from 0 to a longest: as many of the usual limits as it takes. */
    static FieldPalette ofMinutes(double longest) {
        List<Double> limits = new ArrayList<>(List.of(0.0));
        for (double limit : MINUTES) {
            if (limits.get(limits.size() - 1) < longest || limits.size() == 1) {
                limits.add(limit);
            }
        }
        if (limits.get(limits.size() - 1) < longest) {
            limits.add(Double.NaN);
        }
        return between(limits.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** @param limits ascending, one more than there are bands; the last may be NaN: no limit */
    private static FieldPalette between(double[] limits) {
        int count = limits.length - 1;
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int rgb = Cividis.rgb(count == 1 ? 0.5 : (double) i / (count - 1));
            bands.add(new Band("", limits[i], limits[i + 1], String.format(Locale.ROOT, "#%06x", rgb)));
        }
        return new FieldPalette(bands, false);
    }

    /** Bands over the known values of a field of numbers; without any known value one band that is never used. */
    public static FieldPalette ofNumbers(Field field) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : field.values()) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low >= 0 && List.of("min", "minutes").contains(field.spec().unit())) {
            return ofMinutes(low <= high ? high : 0);
        }
        return low <= high ? ofNumbers(low, high) : ofNumbers(0, 1);
    }

    private static double roundStep(double atLeast) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-12)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    public List<Band> bands() {
        return bands;
    }

    /**
     * Band of a value, -1 for an unknown one. Numbers beyond the range take the outermost band.
     *
     * @throws IllegalArgumentException for a class value that is no position in the codes
     */
    int band(float value) {
        if (Float.isNaN(value)) {
            return -1;
        }
        if (classes) {
            int position = (int) value;
            if (position != value || position < 0 || position >= bands.size()) {
                throw new IllegalArgumentException(
                        "class value " + value + " is none of " + bands.size() + " positions");
            }
            return position;
        }
        for (int band = 0; band < limits.length - 1; band++) {
            if (value <= (float) limits[band]) {
                return band;
            }
        }
        return limits.length - 1;
    }
}
