package org.terrace.standard;

import java.util.List;

/**
 * One named limit or setting of a standard.
 *
 * @param name dotted: {@code water.convenience.basic.horizontal_m}
 * @param value a number, a text or a list of texts, as the file has it
 * @param clause clause of the source, empty while no official text is at hand
 * @param note what must not be misunderstood, empty when there is nothing
 * @param confidence H, M, L, D or GK as in the file
 * @param isDefaultToConfirm a default that the county must confirm: marked so in the file, or of confidence GK
 */
public record Threshold(
        String name,
        Tree value,
        String unit,
        TextByLanguage source,
        TextByLanguage clause,
        TextByLanguage note,
        String dated,
        String confidence,
        boolean isDefaultToConfirm) {

    public double number() {
        return value.number();
    }

    public String text() {
        return value.text();
    }

    /** @throws IllegalArgumentException when one of the list is no number */
    public List<Double> numbers() {
        return value.items().stream().map(Tree::number).toList();
    }

    public List<String> texts() {
        return value.items().stream().map(Tree::text).toList();
    }
}
