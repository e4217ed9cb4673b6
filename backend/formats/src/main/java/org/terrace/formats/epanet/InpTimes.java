package org.terrace.formats.epanet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times of an EPANET file, in seconds. */
record InpTimes(long durationS, long stepS, long patternStepS, long patternStartS, long startS) {

    static InpTimes of(List<InpReader.Line> lines) {
        Map<String, Long> read = new HashMap<>();
        for (InpReader.Line line : lines) {
            String text = String.join(" ", line.words()).toUpperCase(Locale.ROOT);
            int at = 0;
            while (at < text.length() && !Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at < text.length()) {
                read.put(text.substring(0, at).strip(), seconds(text.substring(at)));
            }
        }
        long pattern = Math.max(1, read.getOrDefault("PATTERN TIMESTEP", 3_600L));
        long step = Math.max(1, read.getOrDefault("HYDRAULIC TIMESTEP", 3_600L));
        return new InpTimes(
                read.getOrDefault("DURATION", 0L),
                Math.min(step, pattern),
                pattern,
                read.getOrDefault("PATTERN START", 0L),
                read.getOrDefault("START CLOCKTIME", 0L));
    }

    /** {@code 1:30}, {@code 1:30:00}, {@code 90 MIN}, {@code 12 AM}, {@code 1.5}: hours where no unit is given. */
    static long seconds(String text) {
        String[] words = text.strip().toUpperCase(Locale.ROOT).split("\\s+");
        String unit = words.length > 1 ? words[1] : "";
        String[] parts = words[0].split(":");
        double hours = 0;
        for (int i = parts.length - 1; i >= 0; i--) {
            hours = hours / 60 + Double.parseDouble(parts[i]);
        }
        double seconds = hours * 3_600;
        if (parts.length == 1 && unit.startsWith("SEC")) {
            seconds = hours;
        } else if (parts.length == 1 && unit.startsWith("MIN")) {
            seconds = hours * 60;
        } else if (parts.length == 1 && unit.startsWith("DAY")) {
            seconds = hours * 86_400;
        } else if (unit.equals("AM") && hours >= 12) {
            seconds -= 43_200;
        } else if (unit.equals("PM") && hours < 12) {
            seconds += 43_200;
        }
        return Math.round(seconds);
    }
}
