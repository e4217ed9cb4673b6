package org.terrace.power.area;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.terrace.standard.Document;
import org.terrace.standard.ReferenceData;
import org.terrace.standard.Tree;

/**
 * The wires of the data files {@code grid/*.yaml}, found by what a record writes: {@code JKLYJ-35}, {@code LGJ-50/8},
 * {@code VV22-3*25+1*16}. What is not understood is not guessed.
 */
public final class Wires {
    /** The folder of the files: what an analysis declares among its documents. */
    public static final String FOLDER = "grid";

    private static final Pattern AREA =
            Pattern.compile("^[-_ ]*(?:\\d+ ?[X*] ?)?(\\d+(?:\\.\\d+)?)(?![\\d.]*[X*])(.*)$");
    /** What may stand behind the area: steel core, neutral, unit, voltage. */
    private static final Pattern REST =
            Pattern.compile("^ ?(?:MM2|MM²|㎟|平方)?(?: ?/ ?[\\d.]+)?(?: ?\\+ ?(?:\\d+ ?[X*] ?)?[\\d.]+)?(?: ?MM2)?$");

    private final List<Family> families;

    private record Family(String type, double reactance, NavigableMap<Double, double[]> byArea) {}

    private Wires(List<Family> families) {
        this.families = families;
    }

    /** @throws IllegalArgumentException naming file and path of what is missing */
    public static Wires of(ReferenceData reference) {
        Map<String, Family> families = new LinkedHashMap<>();
        for (Document file : reference.of(FOLDER)) {
            for (Tree group : file.tree().get("wires").items()) {
                NavigableMap<Double, double[]> sizes = new TreeMap<>();
                Tree ohms = group.get("ohm_per_km");
                for (String mm2 : ohms.keys()) {
                    double amperes = group.get("amperes").number(mm2, Double.NaN);
                    sizes.put(Double.valueOf(mm2), new double[] {ohms.number(mm2), amperes});
                }
                for (Tree type : group.get("types").items()) {
                    String name = plain(type.text());
                    families.put(name, new Family(name, group.number("reactance_ohm_per_km"), sizes));
                }
            }
        }
        List<Family> longestFirst = new ArrayList<>(families.values());
        longestFirst.sort(Comparator.comparingInt((Family f) -> f.type.length()).reversed());
        return new Wires(longestFirst);
    }

    /** The wire that a record names; empty where it is not understood, or of a thickness that no file has. */
    public Optional<Wire> find(String recorded) {
        String text = plain(recorded);
        for (Family family : families) {
            if (text.startsWith(family.type)) {
                Matcher area = AREA.matcher(text.substring(family.type.length()));
                if (area.matches() && REST.matcher(area.group(2)).matches()) {
                    return ofArea(family, Double.parseDouble(area.group(1)));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The wire of a type that the files have.
     *
     * @throws IllegalArgumentException when they have not
     */
    public Wire wire(String type, double mm2) {
        return families.stream()
                .filter(f -> f.type.equals(plain(type)))
                .findFirst()
                .flatMap(f -> ofArea(f, mm2))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no wire " + type + " of " + mm2 + " mm2. Maybe it is missing in data/grid"));
    }

    /** The next thicker wires of a type, the thinnest first. */
    public List<Wire> thicker(Wire than) {
        return families.stream()
                .filter(f -> f.type.equals(than.type()))
                .flatMap(f ->
                        f.byArea.tailMap(than.mm2(), false).keySet().stream().flatMap(mm2 -> ofArea(f, mm2).stream()))
                .toList();
    }

    private static Optional<Wire> ofArea(Family family, double mm2) {
        return Optional.ofNullable(family.byArea.get(mm2))
                .map(v -> new Wire(family.type, mm2, v[0], family.reactance, v[1]));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace('×', 'X');
    }
}
