package org.terrace.network;

/** The level on which a road runs: roads of different levels pass over each other and meet only where they share a vertex. */
public final class Level {
    private Level() {}

    /**
     * The level of a road from its tags, as OpenStreetMap defines them (keys {@code layer}, {@code bridge}, {@code tunnel}): a layer other
     * than 0 says it; without one a bridge lies one above the ground, a tunnel one below.
     *
     * @param layer NaN where there is none
     */
    public static double of(double layer, boolean bridge, boolean tunnel) {
        if (!Double.isNaN(layer) && layer != 0) {
            return layer;
        }
        return bridge ? 1 : tunnel ? -1 : 0;
    }
}
