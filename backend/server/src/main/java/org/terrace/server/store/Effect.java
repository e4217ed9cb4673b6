package org.terrace.server.store;

/** What an import does (or would do) to a layer, in features. */
public record Effect(long added, long changed, long removed, long unchanged) {
    public static final Effect NONE = new Effect(0, 0, 0, 0);

    public boolean changesNothing() {
        return added == 0 && changed == 0 && removed == 0;
    }

    public Effect plus(Effect other) {
        return new Effect(
                added + other.added, changed + other.changed, removed + other.removed, unchanged + other.unchanged);
    }
}
