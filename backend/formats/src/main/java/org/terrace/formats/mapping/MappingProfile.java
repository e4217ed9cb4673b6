package org.terrace.formats.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.region.Attribute;
import org.terrace.region.LayerKind;

/**
 * What the columns of a file mean: {@code data/mappings/<id>.yaml}, or guessed from the column names.
 *
 * @param recognisedBy columns that must all be there for the profile to be proposed; empty: only when chosen
 * @param drop columns with personal data that are never read into a county, besides those that {@link PersonalColumns} knows
 * @param position columns of a table's coordinates; unknown: told by their names
 */
public record MappingProfile(
        String id, Set<String> recognisedBy, Set<String> drop, CoordinateColumns position, List<MappingRule> rules) {

    public MappingProfile(String id, Set<String> recognisedBy, Set<String> drop, List<MappingRule> rules) {
        this(id, recognisedBy, drop, CoordinateColumns.unknown(), rules);
    }

    /** What the business key is called among the attributes. */
    public static final String CODE = "code";

    public MappingProfile {
        recognisedBy = Set.copyOf(recognisedBy);
        drop = Set.copyOf(drop);
        rules = List.copyOf(rules);
    }

    /** What happens to one column of a source layer. @param attribute "code" for the business key, "" when it is not used */
    public record ColumnUse(
            String column, Optional<LayerKind> kind, String attribute, boolean translated, boolean dropped) {}

    /** True for a column that is never read, whatever the rules say. */
    public boolean drops(String column) {
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

    /**
     * Where one field of the county comes from.
     *
     * @param attribute "code" for the business key
     * @param column empty when no column of the file has it
     * @param constant the same value for every row
     */
    public record FieldUse(
            LayerKind kind, String attribute, Optional<String> column, Optional<String> constant, boolean translated) {}

    /** For the preview: every field of the kinds that a source layer yields, with the column that it is read from. */
    public List<FieldUse> fields(String sourceLayer, List<String> columns) {
        List<FieldUse> fields = new ArrayList<>();
        for (LayerKind kind : kinds(sourceLayer)) {
            List<MappingRule> mine = rules.stream()
                    .filter(r -> r.kind() == kind && r.means(sourceLayer))
                    .toList();
            Optional<String> code = mine.stream()
                    .flatMap(r -> column(r.code(), columns).stream())
                    .findFirst();
            fields.add(new FieldUse(kind, CODE, code, Optional.empty(), false));
            for (Attribute attribute : kind.attributes()) {
                List<AttributeRule> all = mine.stream()
                        .flatMap(r -> r.attributes().stream())
                        .filter(a -> a.attribute().equals(attribute.name()))
                        .toList();
                Optional<AttributeRule> used = all.stream()
                        .filter(a -> a.constant().isPresent()
                                || column(a.from(), columns).isPresent())
                        .findFirst();
                fields.add(new FieldUse(
                        kind,
                        attribute.name(),
                        used.filter(a -> a.constant().isEmpty()).flatMap(a -> column(a.from(), columns)),
                        used.flatMap(AttributeRule::constant),
                        used.map(a -> !a.values().isEmpty() || !a.unit().isEmpty())
                                .orElse(false)));
            }
        }
        return fields;
    }

    /** Whether a kind's key is read from one of these columns. */
    public boolean readsCode(LayerKind kind, List<String> columns) {
        return rules.stream()
                .anyMatch(r -> r.kind() == kind && column(r.code(), columns).isPresent());
    }

    /**
     * The same, reading the key of a kind from a column with Terrace's own name where the file has none of the profile's: a table that
     * was prepared by hand for an official profile often calls it {@code code}.
     */
    public MappingProfile withPlainCode(List<String> columns) {
        List<MappingRule> completed = new ArrayList<>();
        for (MappingRule rule : rules) {
            List<String> plain =
                    List.of(CODE, rule.kind().id() + "_code", rule.kind().id() + "_id");
            boolean lacks = !rule.code().isEmpty() && !readsCode(rule.kind(), columns);
            Optional<String> found = lacks ? column(plain, columns) : Optional.empty();
            completed.add(found.isEmpty() ? rule : rule.withCode(List.of(found.get())));
        }
        return new MappingProfile(id, recognisedBy, drop, position, completed);
    }

    private Optional<String> column(List<String> wanted, List<String> columns) {
        return wanted.stream()
                .flatMap(w -> columns.stream().filter(c -> ColumnName.same(w, c) && !drops(c)))
                .findFirst();
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
