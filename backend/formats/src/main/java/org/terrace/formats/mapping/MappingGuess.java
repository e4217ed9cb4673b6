package org.terrace.formats.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;

/**
 * Guesses what columns mean when no profile is named: exact attribute names, their labels in both languages, and every column name
 * that a shipped profile knows. A guess is shown to the user before anything is imported.
 */
public final class MappingGuess {
    private static final List<String> CODE_NAMES = List.of("code", "official_code", "id", "编号", "编码", "代码", "fid");

    private final List<MappingProfile> profiles;
    private final Map<String, List<String>> labels;

    /** @param labels further names of an attribute by its name (the words {@code attribute.<name>} of all languages) */
    public MappingGuess(List<MappingProfile> profiles, Map<String, List<String>> labels) {
        this.profiles = List.copyOf(profiles);
        this.labels = Map.copyOf(labels);
    }

    /** The profile of Terrace's own names for one kind of layer: what our exports have. */
    public static MappingProfile canonical(LayerKind kind) {
        List<AttributeRule> attributes = new ArrayList<>();
        for (Attribute a : kind.attributes()) {
            attributes.add(AttributeRule.column(a.name(), a.name()));
        }
        return new MappingProfile(
                Profiles.TERRACE, Set.of(), Set.of(), List.of(rule(kind, List.of("code"), attributes)));
    }

    /**
     * The shipped profile that recognises the columns (the one that asks for most of them), else a guess.
     *
     * @param wanted the kind of layer, when the user has said it
     * @param fits whether the layer's geometry may be that of a kind: lines are no boundaries
     * @return empty when fewer than two columns mean anything
     */
    public Optional<MappingProfile> guess(
            String sourceLayer, List<String> columns, Optional<LayerKind> wanted, Predicate<LayerKind> fits) {
        List<String> names = new ArrayList<>(columns);
        columns.forEach(c -> names.add(ColumnName.of(c).base()));
        Optional<MappingProfile> shipped = profiles.stream()
                .filter(p -> p.recognises(names))
                .filter(p -> wanted.isEmpty() || p.kinds(sourceLayer).contains(wanted.get()))
                .filter(p -> p.kinds(sourceLayer).stream().anyMatch(fits))
                .max(java.util.Comparator.comparingInt(p -> p.recognisedBy().size()));
        if (shipped.isPresent()) {
            return shipped;
        }
        Optional<MappingRule> best = Optional.empty();
        int most = 1;
        for (LayerKind kind : wanted.map(List::of).orElse(List.of(LayerKind.values()))) {
            if (wanted.isEmpty() && !fits.test(kind)) {
                continue;
            }
            MappingRule rule = forKind(kind, columns);
            int score = 2 * rule.attributes().size() + (rule.code().isEmpty() ? 0 : 1) + bonus(kind, sourceLayer);
            if (score > most) {
                most = score;
                best = Optional.of(rule);
            }
        }
        return best.map(r -> new MappingProfile("guessed", Set.of(), Set.of(), List.of(r)));
    }

    private static int bonus(LayerKind kind, String sourceLayer) {
        String name = sourceLayer.toLowerCase(Locale.ROOT).replace('-', '_');
        String stem = kind.id().replaceFirst("_.*", "");
        return name.contains(kind.id()) ? 4 : name.contains(stem) ? 2 : 0;
    }

    private MappingRule forKind(LayerKind kind, List<String> columns) {
        Map<String, AttributeRule> known = knownRules(kind);
        List<AttributeRule> attributes = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Attribute attribute : kind.attributes()) {
            for (String column : columns) {
                String plain = Values.plain(ColumnName.of(column).base());
                boolean named = plain.equals(attribute.name())
                        || labels.getOrDefault(attribute.name(), List.of()).stream()
                                .anyMatch(l -> Values.plain(l).equals(plain));
                AttributeRule rule = known.get(attribute.name() + "\n" + plain);
                if (!taken.contains(column) && (named || rule != null)) {
                    taken.add(column);
                    attributes.add(
                            rule == null
                                    ? AttributeRule.column(attribute.name(), column)
                                    : new AttributeRule(
                                            attribute.name(),
                                            List.of(column),
                                            Optional.empty(),
                                            rule.values(),
                                            rule.otherwise(),
                                            rule.unit()));
                    break;
                }
            }
        }
        return rule(kind, code(kind, columns), attributes);
    }

    /** Rules of all profiles for a kind, by attribute and plain column name. */
    private Map<String, AttributeRule> knownRules(LayerKind kind) {
        Map<String, AttributeRule> known = new HashMap<>();
        for (MappingProfile profile : profiles) {
            for (MappingRule rule : profile.rules()) {
                if (rule.kind() == kind) {
                    for (AttributeRule a : rule.attributes()) {
                        a.from().forEach(c -> known.putIfAbsent(a.attribute() + "\n" + Values.plain(c), a));
                    }
                }
            }
        }
        return known;
    }

    private List<String> code(LayerKind kind, List<String> columns) {
        Map<String, String> byPlain = new LinkedHashMap<>();
        columns.forEach(c -> byPlain.putIfAbsent(Values.plain(ColumnName.of(c).base()), c));
        List<String> names = new ArrayList<>(List.of("code", kind.id() + "_code", kind.id() + "_id"));
        profiles.stream()
                .flatMap(p -> p.rules().stream())
                .filter(r -> r.kind() == kind)
                .map(MappingRule::code)
                .flatMap(Collection::stream)
                .forEach(names::add);
        names.addAll(CODE_NAMES);
        return names.stream()
                .map(Values::plain)
                .filter(byPlain::containsKey)
                .findFirst()
                .map(n -> List.of(byPlain.get(n)))
                .orElse(List.of());
    }

    private static MappingRule rule(LayerKind kind, List<String> code, List<AttributeRule> attributes) {
        return new MappingRule("*", kind, code, "", Map.of(), Map.of(), MappingRule.Duplicates.REFUSE, attributes);
    }
}
