package org.terrace.formats.epanet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an EPANET file by section. Sections may come in any order, and more than once. */
final class InpSections {
    /** A line of a section, comments cut off. */
    record Line(String section, int number, List<String> words) {
        String word(int at) {
            return at < words.size() ? words.get(at) : "";
        }

        String upper(int at) {
            return word(at).toUpperCase(Locale.ROOT);
        }

        int size() {
            return words.size();
        }
    }

    /** Words may be quoted to hold spaces. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static final List<String> NAMES = List.of(
            "TITLE",
            "JUNCTIONS",
            "RESERVOIRS",
            "TANKS",
            "PIPES",
            "PUMPS",
            "VALVES",
            "CONTROLS",
            "RULES",
            "DEMANDS",
            "SOURCES",
            "EMITTERS",
            "LEAKAGE",
            "PATTERNS",
            "CURVES",
            "QUALITY",
            "STATUS",
            "ROUGHNESS",
            "ENERGY",
            "REACTIONS",
            "MIXING",
            "REPORT",
            "TIMES",
            "OPTIONS",
            "COORDINATES",
            "VERTICES",
            "LABELS",
            "BACKDROP",
            "TAGS",
            "END");

    private static final Map<String, String> BEGINNINGS = new TreeMap<>();

    static {
        NAMES.forEach(name -> BEGINNINGS.put(beginning(name), name));
    }

    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private final List<Line> unknown = new ArrayList<>();

    private InpSections() {}

    static InpSections of(String text) {
        InpSections sections = new InpSections();
        String section = "";
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            int comment = line.indexOf(';');
            List<String> words = words(comment < 0 ? line : line.substring(0, comment));
            if (words.isEmpty()) {
                continue;
            }
            if (words.get(0).startsWith("[")) {
                section = BEGINNINGS.getOrDefault(
                        beginning(words.get(0).substring(1).replace("]", "").toUpperCase(Locale.ROOT)), "");
                if (section.equals("END")) {
                    break;
                }
                if (section.isEmpty()) {
                    sections.unknown.add(new Line(words.get(0).replaceAll("[\\[\\]]", ""), number, words));
                } else {
                    sections.lines.computeIfAbsent(section, s -> new ArrayList<>());
                }
            } else if (!section.isEmpty()) {
                sections.lines.computeIfAbsent(section, x -> new ArrayList<>()).add(new Line(section, number, words));
            }
        }
        return sections;
    }

    /** EPANET knows a section by its first four letters. */
    private static String beginning(String name) {
        return name.substring(0, Math.min(4, name.length()));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(line);
        while (m.find()) {
            words.add(m.group(1) == null ? m.group(2) : m.group(1));
        }
        return words;
    }

    boolean isNetwork() {
        return lines.containsKey("JUNCTIONS") || lines.containsKey("PIPES");
    }

    List<Line> section(String name) {
        List<Line> found = lines.get(name);
        return found == null ? List.of() : found;
    }

    /** Headings that are none of EPANET's. */
    List<Line> unknown() {
        return unknown;
    }
}
