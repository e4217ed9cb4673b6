package org.terrace.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What an import does (or would do) to a layer, in features. */
@Embeddable
public record Effect(
        @Column(name = "added", nullable = false) long added,
        @Column(name = "changed", nullable = false) long changed,
        @Column(name = "removed", nullable = false) long removed,
        @Column(name = "unchanged", nullable = false) long unchanged) {
    public static final Effect NONE = new Effect(0, 0, 0, 0);

    public boolean changesNothing() {
        return added == 0 && changed == 0 && removed == 0;
    }

    public Effect plus(Effect other) {
        return new Effect(
                added + other.added, changed + other.changed, removed + other.removed, unchanged + other.unchanged);
    }
}
