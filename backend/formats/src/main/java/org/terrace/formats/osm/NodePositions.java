package org.terrace.formats.osm;

import java.util.Arrays;

/** Positions of the nodes that ways need: sorted ids with longitude and latitude in 1e-7 degrees, 16 bytes per node. */
final class NodePositions {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final double UNIT = 1e7;

    private final long[] ids;
    private final int[] lon;
    private final int[] lat;

    private NodePositions(long[] sortedIds) {
        this.ids = sortedIds;
        this.lon = new int[ids.length];
        this.lat = new int[ids.length];
        Arrays.fill(lon, MISSING);
    }

    static NodePositions of(LongList wanted) {
        long[] all = wanted.toArray();
        Arrays.sort(all);
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[n++] = all[i];
            }
        }
        return new NodePositions(Arrays.copyOf(all, n));
    }

    /** Ignored when no way needs the node. @param nanoLon in 1e-9 degrees */
    void put(long id, long nanoLon, long nanoLat) {
        int at = Arrays.binarySearch(ids, id);
        if (at >= 0) {
            lon[at] = (int) Math.round(nanoLon / 100.0);
            lat[at] = (int) Math.round(nanoLat / 100.0);
        }
    }

    /** The slot of a node, or -1 when the extract does not hold it. */
    int find(long id) {
        int at = Arrays.binarySearch(ids, id);
        return at < 0 || lon[at] == MISSING ? -1 : at;
    }

    double lon(int slot) {
        return lon[slot] / UNIT;
    }

    double lat(int slot) {
        return lat[slot] / UNIT;
    }
}
