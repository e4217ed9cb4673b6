package org.terrace.formats.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.terrace.formats.data.YamlTree;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.region.LayerKind;
import org.terrace.standard.Tree;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads mapping profiles. They are our own or the county's data files: a fault in one stops with its place named. */
public final class MappingFiles {
    private MappingFiles() {}

    /** All profiles of a folder ({@code data/mappings}), by file name. */
    public static List<MappingProfile> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        }
        List<MappingProfile> profiles = new ArrayList<>();
        for (Path file : files) {
            profiles.add(parse(tree(file)));
        }
        return profiles;
    }

    static Tree tree(Path file) throws IOException {
        return YamlTree.of("mappings/" + file.getFileName(), Files.readString(file));
    }

    /** @throws IllegalArgumentException naming file and place when the profile is wrong */
    public static MappingProfile parse(Tree tree) {
        List<MappingRule> rules = new ArrayList<>();
        for (Tree rule : tree.get("rules").items()) {
            rules.add(rule(rule));
        }
        return new MappingProfile(
                tree.text("id"),
                new HashSet<>(tree.texts("recognised_by")),
                new HashSet<>(tree.texts("drop")),
                tree.find("position").map(MappingFiles::position).orElseGet(CoordinateColumns::unknown),
                rules);
    }

    private static CoordinateColumns position(Tree tree) {
        return new CoordinateColumns(tree.text("x", ""), tree.text("y", ""), tree.text("wkt", ""));
    }

    /** Reads one profile. @throws IllegalArgumentException naming file and place when it is wrong */
    public static MappingProfile read(Path file) throws IOException {
        return parse(tree(file));
    }

    /** The profile as a file that {@link #parse} reads back to the same. */
    public static String write(MappingProfile profile) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("id", profile.id());
        putUnlessEmpty(
                root,
                "recognised_by",
                new TreeSet<>(profile.recognisedBy()).stream().toList());
        putUnlessEmpty(root, "drop", new TreeSet<>(profile.drop()).stream().toList());
        putUnlessEmpty(root, "position", position(profile.position()));
        root.put("rules", profile.rules().stream().map(MappingFiles::rule).toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return new Yaml(options).dump(root);
    }

    private static Map<String, Object> position(CoordinateColumns columns) {
        Map<String, Object> position = new LinkedHashMap<>();
        putUnlessEmpty(position, "x", columns.x());
        putUnlessEmpty(position, "y", columns.y());
        putUnlessEmpty(position, "wkt", columns.wkt());
        return position;
    }

    private static Map<String, Object> rule(MappingRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("layer", rule.layer());
        tree.put("kind", rule.kind().id());
        putUnlessEmpty(tree, "code", rule.code());
        putUnlessEmpty(tree, "code_prefix", rule.codePrefix());
        putUnlessEmpty(tree, "where", conditions(rule.where()));
        putUnlessEmpty(tree, "unless", conditions(rule.unless()));
        if (rule.duplicates() == MappingRule.Duplicates.NUMBER) {
            tree.put("duplicates", "number");
        }
        putUnlessEmpty(tree, "place_of", position(rule.placeOf()));
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (AttributeRule a : rule.attributes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            putUnlessEmpty(one, "from", a.from());
            a.constant().ifPresent(c -> one.put("constant", c));
            putUnlessEmpty(one, "values", new TreeMap<>(a.values()));
            a.otherwise().ifPresent(o -> one.put("otherwise", o));
            putUnlessEmpty(one, "unit", a.unit());
            boolean plain = one.size() == 1 && one.containsKey("from");
            attributes.put(
                    a.attribute(), plain ? a.from().size() == 1 ? a.from().get(0) : a.from() : one);
        }
        putUnlessEmpty(tree, "attributes", attributes);
        return tree;
    }

    private static Map<String, List<String>> conditions(Map<String, Set<String>> conditions) {
        Map<String, List<String>> sorted = new TreeMap<>();
        conditions.forEach(
                (column, values) -> sorted.put(column, values.stream().sorted().toList()));
        return sorted;
    }

    private static void putUnlessEmpty(Map<String, Object> tree, String key, Object value) {
        boolean empty = value instanceof String s
                ? s.isEmpty()
                : value instanceof List<?> l ? l.isEmpty() : value instanceof Map<?, ?> m && m.isEmpty();
        if (!empty) {
            tree.put(key, value);
        }
    }

    private static MappingRule rule(Tree tree) {
        LayerKind kind = LayerKind.byId(tree.text("kind"))
                .orElseThrow(() -> new IllegalArgumentException(tree.path() + " no layer kind " + tree.text("kind")));
        List<AttributeRule> attributes = new ArrayList<>();
        Optional<Tree> listed = tree.find("attributes");
        if (listed.isPresent()) {
            for (String name : listed.get().keys()) {
                attributes.add(attribute(kind, name, listed.get().get(name)));
            }
        }

        String duplicates = tree.text("duplicates", "refuse");
        if (!duplicates.equals("refuse") && !duplicates.equals("number")) {
            throw new IllegalArgumentException(tree.path() + " duplicates: refuse or number, not " + duplicates);
        }
        return new MappingRule(
                tree.text("layer", "*"),
                kind,
                tree.find("code").map(MappingFiles::texts).orElse(List.of()),
                tree.text("code_prefix", ""),
                conditions(tree, "where"),
                conditions(tree, "unless"),
                duplicates.equals("number") ? MappingRule.Duplicates.NUMBER : MappingRule.Duplicates.REFUSE,
                tree.find("place_of").map(MappingFiles::position).orElseGet(CoordinateColumns::unknown),
                attributes);
    }

    private static Map<String, Set<String>> conditions(Tree tree, String key) {
        Map<String, Set<String>> conditions = new HashMap<>();
        tree.find(key)
                .ifPresent(w -> w.keys().forEach(column -> {
                    Set<String> values = new HashSet<>();
                    texts(w.get(column)).forEach(v -> values.add(Values.plain(v)));
                    conditions.put(column, values);
                }));
        return conditions;
    }

    private static AttributeRule attribute(LayerKind kind, String name, Tree tree) {
        if (kind.findAttribute(name).isEmpty()) {
            throw new IllegalArgumentException(tree.path() + ": " + kind.id() + " has no attribute " + name);
        }
        if (!tree.isMap()) {
            return new AttributeRule(name, texts(tree), Optional.empty(), Map.of(), Optional.empty(), "");
        }
        Map<String, String> values = new HashMap<>();
        tree.find("values").ifPresent(v -> v.keys().forEach(k -> values.put(Values.plain(k), v.text(k))));
        String unit = tree.text("unit", "");
        String own = kind.attributes().get(kind.indexOf(name)).unit();
        if (!unit.isEmpty() && Units.factor(unit, own).isEmpty()) {
            throw new IllegalArgumentException(tree.path() + ": no way from unit " + unit + " to " + own);
        }
        return new AttributeRule(
                name,
                tree.find("from").map(MappingFiles::texts).orElse(List.of()),
                tree.find("constant").map(Tree::text),
                values,
                tree.find("otherwise").map(Tree::text),
                unit);
    }

    private static List<String> texts(Tree tree) {
        return tree.isList() ? tree.items().stream().map(Tree::text).toList() : List.of(tree.text());
    }
}
