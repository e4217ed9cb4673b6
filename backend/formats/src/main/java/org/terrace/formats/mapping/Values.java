package org.terrace.formats.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Place;
import org.terrace.formats.text.NumberText;
import org.terrace.region.Attribute;

/** One source value into what an attribute takes; what does not fit is reported and stays unknown. */
final class Values {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[T ].*)?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?\\d+(?:\\.\\d+)?)\\s*(\\p{L}[\\p{L}0-9]*)");
    private static final Map<String, String> YES_NO = Map.ofEntries(
            Map.entry("是", "yes"),
            Map.entry("有", "yes"),
            Map.entry("已通", "yes"),
            Map.entry("y", "yes"),
            Map.entry("true", "yes"),
            Map.entry("t", "yes"),
            Map.entry("1", "yes"),
            Map.entry("否", "no"),
            Map.entry("无", "no"),
            Map.entry("没有", "no"),
            Map.entry("未通", "no"),
            Map.entry("n", "no"),
            Map.entry("false", "no"),
            Map.entry("f", "no"),
            Map.entry("0", "no"));

    private Values() {}

    /** Half width, lower case, trimmed: the form in which values and translations meet. */
    static String plain(Object value) {
        return NumberText.halfWidth(NumberText.idText(value)).strip().toLowerCase(Locale.ROOT);
    }

    /** Pattern with an optional * at its end. */
    static boolean matches(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(text);
    }

    static Optional<Object> convert(
            Object raw,
            String column,
            String headerUnit,
            AttributeRule rule,
            Attribute attribute,
            Place place,
            IssueSink issues) {
        Optional<String> translated = translate(plain(raw), rule.values());
        Object value = translated.isPresent() ? translated.get() : raw;
        if ("unknown".equals(value)) {
            return Optional.empty();
        }
        return switch (attribute.type()) {
            case TEXT -> Optional.<Object>of(NumberText.idText(value)).filter(s -> !s.equals(""));
            case NUMBER -> number(value, column, headerUnit, rule, attribute, place, issues);
            case DATE -> date(value, column, place, issues);
            case CODE -> code(value, translated.isPresent(), column, rule, attribute, place, issues);
        };
    }

    private static Optional<String> translate(String value, Map<String, String> values) {
        String exact = values.get(value);
        if (exact != null) {
            return Optional.of(exact);
        }
        return values.entrySet().stream()
                .filter(e -> e.getKey().endsWith("*") && matches(e.getKey(), value))
                .max(java.util.Comparator.comparingInt(e -> e.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static Optional<Object> code(
            Object value,
            boolean translated,
            String column,
            AttributeRule rule,
            Attribute attribute,
            Place place,
            IssueSink issues) {
        String plain = plain(value);
        if (attribute.codes().contains(plain)) {
            return Optional.of(plain);
        }
        String yesNo = YES_NO.get(plain);
        if (yesNo != null && attribute.codes().equals(java.util.List.of("yes", "no"))) {
            return Optional.of(yesNo);
        }
        if (!translated && rule.otherwise().isPresent()) {
            return rule.otherwise().filter(o -> !o.equals("unknown")).map(o -> o);
        }
        issues.report(Issue.warning("unknown_value", place)
                .field(column)
                .value(value)
                .with("attribute", attribute.name())
                .with("allowed", String.join(", ", attribute.codes())));
        return Optional.empty();
    }

    private static Optional<Object> number(
            Object value,
            String column,
            String headerUnit,
            AttributeRule rule,
            Attribute attribute,
            Place place,
            IssueSink issues) {
        double number;
        double declared = rule.unit().isEmpty()
                ? 1
                : Units.factor(rule.unit(), attribute.unit()).orElse(Double.NaN);
        double factor = Units.factor(headerUnit, attribute.unit()).orElse(declared);
        if (value instanceof Number n) {
            number = n.doubleValue();
        } else if (value instanceof Boolean) {
            issues.report(bad(value, column, attribute, "not_a_number", place));
            return Optional.empty();
        } else {
            String text = String.valueOf(value).strip();
            NumberText.Parsed parsed = NumberText.parse(text);
            OptionalDouble found = parsed.value();
            if (found.isEmpty()) {
                Matcher m = WITH_UNIT.matcher(NumberText.halfWidth(text));
                OptionalDouble own = m.matches() ? Units.factor(m.group(2), attribute.unit()) : OptionalDouble.empty();
                if (own.isEmpty()) {
                    issues.report(bad(value, column, attribute, parsed.hint(), place));
                    return Optional.empty();
                }
                found = OptionalDouble.of(Double.parseDouble(m.group(1)));
                factor = own.getAsDouble();
            } else if (parsed.hint().equals("full_width")) {
                issues.report(
                        Issue.note("full_width_digits", place).field(column).value(value));
            }
            number = found.getAsDouble();
        }
        number *= factor;
        if (!(number >= attribute.min() && number <= attribute.max())) {
            issues.report(Issue.warning("implausible_number", place)
                    .field(column)
                    .value(value)
                    .with("attribute", attribute.name())
                    .with("min", NumberText.idText(attribute.min()))
                    .with("max", NumberText.idText(attribute.max()))
                    .with("unit", attribute.unit()));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private static Issue bad(Object value, String column, Attribute attribute, String hint, Place place) {
        return Issue.warning("bad_number", place)
                .field(column)
                .value(value)
                .with("attribute", attribute.name())
                .with("hint", hint);
    }

    private static Optional<Object> date(Object value, String column, Place place, IssueSink issues) {
        if (value instanceof LocalDate date) {
            return Optional.of(date.toString());
        }
        String text = NumberText.halfWidth(NumberText.idText(value));
        for (Pattern pattern : java.util.List.of(DATE, COMPACT_DATE)) {
            Matcher m = pattern.matcher(text);
            if (m.matches()) {
                try {
                    return Optional.of(LocalDate.of(
                                    Integer.parseInt(m.group(1)),
                                    Integer.parseInt(m.group(2)),
                                    Integer.parseInt(m.group(3)))
                            .toString());
                } catch (DateTimeException e) {
                    break;
                }
            }
        }
        issues.report(Issue.warning("bad_date", place).field(column).value(value));
        return Optional.empty();
    }
}
