package org.terrace.network;

/** On which level a line runs: lines of different levels pass over one another. */
public final class Level {
    private Level() {}

    /**
     * The level that a line's record claims, or that its bridge or tunnel implies.
     *
     * <p>OpenStreetMap numbers what crosses from below to above by {@code layer}, the ground is 0; a bridge or tunnel without a layer is still
     * above or below what it crosses. A layer of 0 on a bridge is a form's default, not a claim.
     *
     * @param layer NaN where none is on record
     * @return the layer; where it is absent or 0, of a bridge 1, of a tunnel -1, else 0
     * @see "OpenStreetMap wiki, Key:layer, Key:bridge, Key:tunnel"
     */
    public static double of(double layer, boolean bridge, boolean tunnel) {
        if (!Double.isNaN(layer) && layer != 0) {
            return layer;
        }
        return bridge ? 1 : tunnel ? -1 : 0;
    }
}
