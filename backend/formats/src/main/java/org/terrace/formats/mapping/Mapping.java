package org.terrace.formats.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.terrace.formats.check.GeometryChecks;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.issue.Severity;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.text.NumberText;
import org.terrace.region.Attribute;
import org.terrace.region.Feature;
import org.terrace.region.LayerKind;
import org.terrace.region.Privacy;

/**
 * Turns the rows of one file into features of the county, by a profile. Give it the rows in order, then call {@link #finish}. It
 * holds the codes seen, nothing else, so a file of a million rows streams through.
 *
 * <p>A wrong attribute value is reported and becomes unknown; a row is rejected only when it has no code, a code that came before,
 * or a geometry that cannot be used.
 */
public final class Mapping {
    /** How rows are taken over. @param sensitive true to keep attributes such as names; identity numbers are dropped always */
    public record Settings(
            Crs source, boolean swapped, Crs county, Optional<Envelope> countyLonLat, boolean sensitive) {}

    private final MappingProfile profile;
    private final Settings settings;
    private final CoordinateTransform transform;
    private final GeometryChecks checks;
    private final IssueSink issues;
    private final Map<LayerKind, Map<String, Integer>> codes = new EnumMap<>(LayerKind.class);
    private final Map<String, Integer> dropped = new TreeMap<>();
    private final Map<String, Integer> unmatched = new TreeMap<>();
    private final Map<String, Boolean> drops = new HashMap<>();
    private final Map<String, ColumnName> names = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<AttributeRule, Attribute> attributeOf = new IdentityHashMap<>();
    private String file = "";
    private long rows;

    public Mapping(MappingProfile profile, Settings settings, IssueSink issues) {
        this.profile = profile;
        this.settings = settings;
        this.transform = CoordinateTransform.between(settings.source(), settings.county());
        this.checks = new GeometryChecks(settings.county(), settings.countyLonLat());
        this.issues = issues;
        for (MappingRule rule : profile.rules()) {
            List<Attribute> all = rule.kind().attributes();
            rule.attributes()
                    .forEach(a -> attributeOf.put(a, all.get(rule.kind().indexOf(a.attribute()))));
        }
    }

    /** Columns dropped so far as personal: the rejected rows leave them out too. */
    public Set<String> dropped() {
        return new TreeSet<>(dropped.keySet());
    }

    public Mapped map(RawFeature raw) {
        file = raw.place().file();
        rows++;
        List<Issue> found = new ArrayList<>();
        IssueSink sink = issue -> {
            found.add(issue);
            issues.report(issue);
        };
        Map<String, Object> values = withoutPersonal(raw.attributes());
        Optional<Geometry> geometry = raw.geometry().map(this::intoCounty);
        List<Feature> features = new ArrayList<>();
        boolean meant = false;
        for (MappingRule rule : profile.rules()) {
            if (rule.means(raw.place().layer())
                    && rule.where().entrySet().stream().allMatch(e -> meets(e, values))
                    && rule.unless().entrySet().stream().noneMatch(e -> meets(e, values))) {
                meant = true;
                Optional<Feature> feature = feature(rule, values, geometry, raw.place(), sink);
                feature.ifPresent(features::add);
                if (feature.isPresent()) {
                    raw.geometry().ifPresent(g -> BorrowedPlace.report(rule, g, values, raw.place(), sink));
                }
            }
        }
        if (!meant) {
            unmatched.merge(raw.place().layer(), 1, Integer::sum);
        }
        boolean rejected = found.stream().anyMatch(i -> i.severity() == Severity.ERROR);
        return new Mapped(features, found, rejected);
    }

    /** Reports what concerns the file as a whole. */
    public void finish() {
        Place whole = Place.file(file);
        if (!dropped.isEmpty()) {
            issues.report(
                    Issue.note("personal_columns_dropped", whole).with("columns", String.join(", ", dropped.keySet())));
        }
        unmatched.forEach((layer, count) -> issues.report(
                Issue.note("rows_not_mapped", Place.layer(file, layer)).with("rows", count)));
        if (rows > 0 && codes.isEmpty()) {
            issues.report(Issue.error("nothing_mapped", whole).with("profile", profile.id()));
        }
    }

    private Map<String, Object> withoutPersonal(Map<String, Object> attributes) {
        Map<String, Object> kept = new HashMap<>();
        attributes.forEach((column, value) -> {
            if (drops.computeIfAbsent(column, profile::drops)) {
                dropped.merge(column, 1, Integer::sum);
            } else {
                kept.put(column, value);
                ColumnName name = names.computeIfAbsent(column, ColumnName::of);
                if (!name.unit().isEmpty()) {
                    kept.putIfAbsent(name.base(), value);
                    units.putIfAbsent(name.base(), name.unit());
                    units.putIfAbsent(column, name.unit());
                }
            }
        });
        return kept;
    }

    private Geometry intoCounty(Geometry geometry) {
        return transform.apply(settings.swapped() ? GeometryChecks.swapped(geometry) : geometry);
    }

    private static boolean meets(Map.Entry<String, Set<String>> condition, Map<String, Object> values) {
        Object value = values.get(condition.getKey());
        return value != null
                && condition.getValue().stream().anyMatch(wanted -> Values.matches(wanted, Values.plain(value)));
    }

    private Optional<Feature> feature(
            MappingRule rule, Map<String, Object> values, Optional<Geometry> geometry, Place at, IssueSink sink) {
        Optional<String> code = code(rule, values, at, sink);
        Optional<Geometry> usable = geometry.flatMap(g -> checks.usable(g, rule.kind(), at, sink));
        if (code.isEmpty() || (geometry.isPresent() && usable.isEmpty())) {
            return Optional.empty();
        }
        Map<String, Object> attributes = new HashMap<>();
        for (AttributeRule a : rule.attributes()) {
            Attribute attribute = Objects.requireNonNull(attributeOf.get(a));
            if (attribute.privacy() == Privacy.SENSITIVE && !settings.sensitive()) {
                a.from().stream().filter(values::containsKey).forEach(c -> dropped.merge(c, 1, Integer::sum));
                continue;
            }
            if (a.constant().isPresent()) {
                Values.convert(a.constant().get(), "", "", a, attribute, at, sink)
                        .ifPresent(v -> attributes.put(attribute.name(), v));
                continue;
            }
            for (String column : a.from()) {
                Object value = values.get(column);
                if (value != null) {
                    Values.convert(value, column, units.getOrDefault(column, ""), a, attribute, at, sink)
                            .ifPresent(v -> attributes.put(attribute.name(), v));
                    break;
                }
            }
        }
        Optional<Geometry> place = usable.filter(g -> checks.isPlace(g, rule.kind()));
        return Optional.of(new Feature(rule.kind(), code.get(), attributes, place));
    }

    private Optional<String> code(MappingRule rule, Map<String, Object> values, Place place, IssueSink sink) {
        String code = rule.code().isEmpty() ? Long.toString(rows) : "";
        String column = "";
        for (String candidate : rule.code()) {
            Object value = values.get(candidate);
            if (value != null && !NumberText.idText(value).isEmpty()) {
                column = candidate;
                code = NumberText.idText(value);
                break;
            }
        }
        if (code.isEmpty()) {
            sink.report(Issue.error("code_missing", place).field(String.join(", ", rule.code())));
            return Optional.empty();
        }
        code = rule.codePrefix() + code;
        Map<String, Integer> seen = codes.computeIfAbsent(rule.kind(), k -> new HashMap<>());
        int times = seen.merge(code, 1, Integer::sum);
        if (times == 1) {
            return Optional.of(code);
        }
        if (rule.duplicates() == MappingRule.Duplicates.REFUSE) {
            sink.report(Issue.error("duplicate_code", place).field(column).value(code));
            return Optional.empty();
        }
        String numbered = code + "-" + times;
        while (seen.containsKey(numbered)) {
            numbered = code + "-" + ++times;
        }
        seen.put(code, times);
        seen.put(numbered, 1);
        sink.report(Issue.warning("duplicate_code_numbered", place)
                .field(column)
                .value(code)
                .with("numbered", numbered));
        return Optional.of(numbered);
    }
}
