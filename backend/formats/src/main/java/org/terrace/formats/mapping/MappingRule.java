package org.terrace.formats.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.terrace.formats.source.CoordinateColumns;
import org.terrace.region.LayerKind;

/**
 * Features of one layer of a file become features of one kind.
 *
 * @param layer name of the source layer, {@code *} at its end stands for anything; "*" for every layer
 * @param kind what they become
 * @param code columns of the business key; the first with a value counts. Empty: rows are numbered
 * @param codePrefix put before the code
 * @param where only rows whose column has one of the values ("*": any value); others are not meant by this rule
 * @param unless but not rows whose column has one of these values
 * @param duplicates what to do with a code that came before in the file
 * @param placeOf columns of the place of what the row belongs to (its village, its scheme); a row that lies at the very same place was
 *     not surveyed itself, and is reported. Unknown: not looked at
 */
public record MappingRule(
        String layer,
        LayerKind kind,
        List<String> code,
        String codePrefix,
        Map<String, Set<String>> where,
        Map<String, Set<String>> unless,
        Duplicates duplicates,
        CoordinateColumns placeOf,
        List<AttributeRule> attributes) {

    /** Of rows with the same code. */
    public enum Duplicates {
        /** The later row is refused. */
        REFUSE,
        /** The later row is kept with a number behind its code, and reported. */
        NUMBER
    }

    public MappingRule {
        code = List.copyOf(code);
        where = Map.copyOf(where);
        unless = Map.copyOf(unless);
        attributes = List.copyOf(attributes);
        for (AttributeRule rule : attributes) {
            kind.indexOf(rule.attribute());
        }
    }

    /** Without a place that is looked at. */
    public MappingRule(
            String layer,
            LayerKind kind,
            List<String> code,
            String codePrefix,
            Map<String, Set<String>> where,
            Map<String, Set<String>> unless,
            Duplicates duplicates,
            List<AttributeRule> attributes) {
        this(layer, kind, code, codePrefix, where, unless, duplicates, CoordinateColumns.unknown(), attributes);
    }

    MappingRule withCode(List<String> columns) {
        return with(columns, attributes);
    }

    /** The same rows with another code and other attributes. */
    public MappingRule with(List<String> codeColumns, List<AttributeRule> others) {
        return new MappingRule(layer, kind, codeColumns, codePrefix, where, unless, duplicates, placeOf, others);
    }

    boolean means(String sourceLayer) {
        return Values.matches(layer, sourceLayer);
    }
}
