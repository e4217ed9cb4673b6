package org.terrace.formats.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Factors between units as files write them and as attributes want them. */
final class Units {
    /** Unit -> (quantity, size in the quantity's base unit). */
    private static final Map<String, Size> SIZES = Map.ofEntries(
            Map.entry("m", new Size("length", 1)),
            Map.entry("米", new Size("length", 1)),
            Map.entry("km", new Size("length", 1000)),
            Map.entry("公里", new Size("length", 1000)),
            Map.entry("千米", new Size("length", 1000)),
            Map.entry("cm", new Size("length", 0.01)),
            Map.entry("厘米", new Size("length", 0.01)),
            Map.entry("mm", new Size("length", 0.001)),
            Map.entry("毫米", new Size("length", 0.001)),
            Map.entry("ft", new Size("length", 0.3048)),
            Map.entry("mu", new Size("area", 1)),
            Map.entry("亩", new Size("area", 1)),
            Map.entry("ha", new Size("area", 15)),
            Map.entry("公顷", new Size("area", 15)),
            Map.entry("m2", new Size("area", 0.0015)),
            Map.entry("平方米", new Size("area", 0.0015)),
            Map.entry("yuan", new Size("money", 1)),
            Map.entry("元", new Size("money", 1)),
            Map.entry("wan_yuan", new Size("money", 10_000)),
            Map.entry("万元", new Size("money", 10_000)),
            Map.entry("v", new Size("voltage", 1)),
            Map.entry("伏", new Size("voltage", 1)),
            Map.entry("千伏", new Size("voltage", 1000)),
            Map.entry("千伏安", new Size("power", 1)),
            Map.entry("千瓦时", new Size("energy", 1)),
            Map.entry("度", new Size("energy", 1)),
            Map.entry("立方米", new Size("volume", 1)),
            Map.entry("升", new Size("volume", 0.001)),
            Map.entry("kv", new Size("voltage", 1000)),
            Map.entry("kva", new Size("power", 1)),
            Map.entry("mva", new Size("power", 1000)),
            Map.entry("kwh", new Size("energy", 1)),
            Map.entry("kw", new Size("active_power", 1)),
            Map.entry("千瓦", new Size("active_power", 1)),
            Map.entry("w", new Size("active_power", 0.001)),
            Map.entry("a", new Size("current", 1)),
            Map.entry("安", new Size("current", 1)),
            Map.entry("m3", new Size("volume", 1)),
            Map.entry("l", new Size("volume", 0.001)),
            Map.entry("mpa", new Size("pressure", 1)),
            Map.entry("bar", new Size("pressure", 0.1)),
            Map.entry("people", new Size("people", 1)),
            Map.entry("人", new Size("people", 1)),
            Map.entry("households", new Size("households", 1)),
            Map.entry("户", new Size("households", 1)));

    private record Size(String quantity, double base) {}

    private Units() {}

    /** How many of {@code to} one {@code from} is; empty when they do not measure the same or one is unknown. */
    static OptionalDouble factor(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (from.equalsIgnoreCase(to)) {
            return OptionalDouble.of(1);
        }
        Size a = SIZES.get(from.strip().toLowerCase(Locale.ROOT));
        Size b = SIZES.get(to.strip().toLowerCase(Locale.ROOT));
        return a == null || b == null || !a.quantity().equals(b.quantity())
                ? OptionalDouble.empty()
                : OptionalDouble.of(a.base() / b.base());
    }
}
