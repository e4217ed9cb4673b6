package org.terrace.standard;

import java.util.List;

/**
 * One named limit or setting of a standard.
 *
 * @param name dotted: {@code water.convenience.basic.horizontal_m}
 * @param value a number, a text or a list of texts, as the file has it
 * @param clause clause of the source, empty while no official text is at hand
 * @param confidence H, M, L, D or GK as in the file; GK is a default that the county must confirm
 */
public record Threshold(
        String name, Tree value, String unit, String source, String clause, String dated, String confidence) {

    public boolean isDefaultToConfirm() {
        return confidence.equals("GK");
    }

    public double number() {
        return value.number();
    }

    public String text() {
        return value.text();
    }

    public List<String> texts() {
        return value.items().stream().map(Tree::text).toList();
    }
}
