package org.terrace.formats.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.region.LayerKind;

/**
 * What the columns of a file mean: {@code data/mappings/<id>.yaml}, or guessed from the column names.
 *
 * @param recognisedBy columns that must all be there for the profile to be proposed; empty: only when chosen
 * @param drop columns with personal data that are never read into a county, besides those that {@link PersonalColumns} knows
 */
public record MappingProfile(String id, Set<String> recognisedBy, Set<String> drop, List<MappingRule> rules) {

    public MappingProfile {
        recognisedBy = Set.copyOf(recognisedBy);
        drop = Set.copyOf(drop);
        rules = List.copyOf(rules);
    }

    /** What happens to one column of a source layer. @param attribute "code" for the business key, "" when it is not used */
    public record ColumnUse(
            String column, Optional<LayerKind> kind, String attribute, boolean translated, boolean dropped) {}

    boolean drops(String column) {
        return drop.stream().anyMatch(d -> Values.matches(d.toLowerCase(Locale.ROOT), Values.plain(column)))
                || PersonalColumns.isPersonal(column);
    }

    public boolean recognises(List<String> columns) {
        return !recognisedBy.isEmpty() && columns.containsAll(recognisedBy);
    }

    /** The kinds that a source layer yields. */
    public List<LayerKind> kinds(String sourceLayer) {
        return rules.stream()
                .filter(r -> r.means(sourceLayer))
                .map(MappingRule::kind)
                .distinct()
                .toList();
    }

    /** For the preview: what becomes of each column. */
    public List<ColumnUse> uses(String sourceLayer, List<String> columns) {
        List<ColumnUse> uses = new ArrayList<>();
        for (String column : columns) {
            boolean dropped = drops(column);
            boolean used = false;
            for (MappingRule rule : rules) {
                if (!rule.means(sourceLayer) || dropped) {
                    continue;
                }
                if (rule.code().stream().anyMatch(c -> ColumnName.same(c, column))) {
                    uses.add(new ColumnUse(column, Optional.of(rule.kind()), "code", false, false));
                    used = true;
                }
                for (AttributeRule a : rule.attributes()) {
                    if (a.from().stream().anyMatch(c -> ColumnName.same(c, column))) {
                        boolean translated = !a.values().isEmpty() || !a.unit().isEmpty();
                        uses.add(new ColumnUse(column, Optional.of(rule.kind()), a.attribute(), translated, false));
                        used = true;
                    }
                }
            }
            if (!used) {
                uses.add(new ColumnUse(column, Optional.empty(), "", false, dropped));
            }
        }
        return uses;
    }
}
