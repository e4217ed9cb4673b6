package org.terrace.formats.epanet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;
import org.terrace.formats.source.InputFile;

/**
 * Reads the EPANET input format, versions 2.0 to 2.3: what bears on hydraulics. Quality, energy, tags and drawing are skipped; rules are
 * refused, for without them the answer would be another.
 *
 * @see "EPANET 2.2 User Manual, Appendix C"
 */
public final class InpReader {
    /** A line of a section. */
    record Line(int number, List<String> words) {
        String word(int at) {
            return at < words.size() ? words.get(at) : "";
        }
    }

    private InpReader() {}

    /** @return empty when issues are fatal */
    public static Optional<InpProject> read(InputFile file, Issues issues) {
        Map<String, List<Line>> sections;
        try {
            sections = sections(Files.readAllLines(file.path(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            issues.report(Issue.broken(Place.file(file.name()), "EPANET", e));
            return Optional.empty();
        }
        if (!sections.containsKey("JUNCTIONS") && !sections.containsKey("PIPES")) {
            issues.report(Issue.error("inp_no_network", Place.file(file.name())));
            return Optional.empty();
        }
        InpProject project = new InpAssembly(file.name(), sections, issues).project();
        return issues.hasFatal() ? Optional.empty() : Optional.of(project);
    }

    /** Sections may come in any order, and more than once. */
    private static Map<String, List<Line>> sections(List<String> lines) {
        Map<String, List<Line>> sections = new LinkedHashMap<>();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            int comment = text.indexOf(';');
            String line = (comment < 0 ? text : text.substring(0, comment)).strip();
            if (line.startsWith("[")) {
                section =
                        line.replaceAll("[\\[\\]]", "").toUpperCase(Locale.ROOT).strip();
                section = full(section);
                if (section.equals("END")) {
                    break;
                }
                sections.computeIfAbsent(section, s -> new ArrayList<>());
            } else if (!line.isEmpty() && !section.isEmpty()) {
                sections.computeIfAbsent(section, s -> new ArrayList<>())
                        .add(new Line(i + 1, Arrays.asList(line.split("\\s+"))));
            }
        }
        return sections;
    }

    private static final Map<String, String> BEGINNINGS = beginnings();

    private static Map<String, String> beginnings() {
        Map<String, String> names = new HashMap<>();
        for (String name : List.of(
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
                "END")) {
            names.put(name.substring(0, Math.min(4, name.length())), name);
        }
        return names;
    }

    /** EPANET knows a section by its first four letters. */
    private static String full(String section) {
        return BEGINNINGS.getOrDefault(section.substring(0, Math.min(4, section.length())), section);
    }
}
