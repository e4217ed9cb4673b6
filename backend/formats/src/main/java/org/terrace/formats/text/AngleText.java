package org.terrace.formats.text;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Angles in decimal degrees or in degrees, minutes, seconds: {@code 102°21'36.5"E}, {@code 29度13分48秒}, {@code 102 21 36 E}. */
public final class AngleText {
    private static final Pattern PARTS = Pattern.compile("([-+]?)\\s*(\\d{1,3})\\s*[°º度d: ]\\s*"
            + "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:['′’分m:]|\\s|$)\\s*)?"
            + "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:\"|″|”|''|秒|s)?\\s*)?");
    private static final Pattern HEMISPHERE = Pattern.compile("^(东经|西经|北纬|南纬|[NSEWnsew])?(.*?)([NSEWnsew])?$");

    private AngleText() {}

    /** Degrees; empty when the text is no angle (also when minutes or seconds are 60 or more). */
    public static OptionalDouble parse(String text) {
        NumberText.Parsed plain = NumberText.parse(text);
        if (plain.value().isPresent()) {
            return plain.value();
        }
        Matcher sides = HEMISPHERE.matcher(NumberText.halfWidth(text).strip());
        if (!sides.matches()) {
            return OptionalDouble.empty();
        }
        String side = sides.group(1) != null ? sides.group(1) : sides.group(3) != null ? sides.group(3) : "";
        boolean negative = "SWsw西经南纬".contains(side) && !side.isEmpty();
        String inner = sides.group(2).strip();
        NumberText.Parsed decimal = NumberText.parse(inner.replaceAll("[°º度]$", ""));
        if (decimal.value().isPresent()) {
            return OptionalDouble.of(
                    negative ? -decimal.value().getAsDouble() : decimal.value().getAsDouble());
        }
        Matcher m = PARTS.matcher(inner);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        double minutes = m.group(3) == null ? 0 : Double.parseDouble(m.group(3));
        double seconds = m.group(4) == null ? 0 : Double.parseDouble(m.group(4));
        if (minutes >= 60 || seconds >= 60) {
            return OptionalDouble.empty();
        }
        double degrees = Double.parseDouble(m.group(2)) + (minutes * 60 + seconds) / 3600;
        return OptionalDouble.of(negative || m.group(1).equals("-") ? -degrees : degrees);
    }
}
