package org.terrace.power.load;

import java.util.function.ToDoubleFunction;
import org.terrace.standard.Standard;

/** One number at each of the three levels. */
public record ByLevel(double favourable, double middle, double unfavourable) {
    public static final ByLevel NONE = same(0);

    public static ByLevel same(double value) {
        return new ByLevel(value, value, value);
    }

    public static ByLevel of(ToDoubleFunction<Level> value) {
        return new ByLevel(
                value.applyAsDouble(Level.FAVOURABLE),
                value.applyAsDouble(Level.MIDDLE),
                value.applyAsDouble(Level.UNFAVOURABLE));
    }

    /** A setting that is given three times: {@code name.low}, {@code name.mid}, {@code name.high}. */
    public static ByLevel setting(Standard standard, String name) {
        return of(level -> standard.number(name + "." + level.suffix()));
    }

    /** The same by the names of the levels: {@code name.favourable}, {@code name.middle}, {@code name.unfavourable}. */
    public static ByLevel named(Standard standard, String name) {
        return of(level -> standard.number(name + "." + level.code()));
    }

    public double at(Level level) {
        return switch (level) {
            case FAVOURABLE -> favourable;
            case MIDDLE -> middle;
            case UNFAVOURABLE -> unfavourable;
        };
    }
}
