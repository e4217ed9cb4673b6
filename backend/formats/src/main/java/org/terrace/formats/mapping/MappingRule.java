package org.terrace.formats.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 */
public record MappingRule(
        String layer,
        LayerKind kind,
        List<String> code,
        String codePrefix,
        Map<String, Set<String>> where,
        Map<String, Set<String>> unless,
        Duplicates duplicates,
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

    MappingRule withCode(List<String> columns) {
        return new MappingRule(layer, kind, columns, codePrefix, where, unless, duplicates, attributes);
    }

    boolean means(String sourceLayer) {
        return Values.matches(layer, sourceLayer);
    }
}
