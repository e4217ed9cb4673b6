package org.terrace.formats.write;

/**
 * One column of a written table.
 *
 * @param name heading; unlike its neighbours also when case is ignored
 * @param unit "" when it has none
 * @param decimals a NUMBER is rounded (half away from zero) to as many, the same in every format; -1 leaves it as it is
 */
public record OutputColumn(String name, OutputType type, String unit, int decimals) {

    public OutputColumn {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column without a name");
        }
        if (decimals < -1 || decimals > 15) {
            throw new IllegalArgumentException("column " + name + ": " + decimals + " decimals");
        }
    }

    public static OutputColumn text(String name) {
        return new OutputColumn(name, OutputType.TEXT, "", -1);
    }

    public static OutputColumn code(String name) {
        return new OutputColumn(name, OutputType.CODE, "", -1);
    }

    public static OutputColumn mixed(String name) {
        return new OutputColumn(name, OutputType.MIXED, "", -1);
    }

    public static OutputColumn date(String name) {
        return new OutputColumn(name, OutputType.DATE, "", -1);
    }

    public static OutputColumn integer(String name, String unit) {
        return new OutputColumn(name, OutputType.INTEGER, unit, -1);
    }

    public static OutputColumn number(String name, String unit, int decimals) {
        return new OutputColumn(name, OutputType.NUMBER, unit, decimals);
    }

    /** Name with the unit behind it, for people: {@code voltage (V)}. */
    public String heading() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
