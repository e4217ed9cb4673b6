package org.terrace.sample;

/**
 * What county to make.
 *
 * @param seed the same seed gives the same county, bit for bit
 * @param households how many in all
 * @param tileM edge of the square landscape, metres, a multiple of 240
 * @param tilesEast how many mirrored copies of the landscape lie side by side; people and records differ in each
 * @param tilesNorth the same, northwards
 * @param roadSegments about how many segments the roads are cut into in all; 0 = as they come
 * @param outlinedPlots share of plots that have an outline; the others are a point with an area
 */
public record SampleOptions(
        long seed, int households, int tileM, int tilesEast, int tilesNorth, int roadSegments, double outlinedPlots) {

    public SampleOptions {
        if (households < 500) {
            throw new IllegalArgumentException("a sample county has at least 500 households, not " + households);
        }
        if (tileM < 12_000 || tileM % 240 != 0) {
            throw new IllegalArgumentException("tileM must be a multiple of 240 from 12000 on, was " + tileM);
        }
        if (tilesEast < 1 || tilesNorth < 1 || tilesEast * tilesNorth > 20) {
            throw new IllegalArgumentException("1 to 20 tiles, not " + tilesEast + " x " + tilesNorth);
        }
    }

    /**
     * A county of usual density: up to 10,000 households on 24 x 24 km (the committed sample has 6,000), up to 60,000 on
     * 54 x 54 km with 20,000 road segments, and above that ten mirrored landscapes of 54 x 54 km with 220,000 road segments.
     */
    public SampleOptions(long seed, int households) {
        this(
                seed,
                households,
                households <= 10_000 ? 24_000 : 54_000,
                households <= 60_000 ? 1 : 5,
                households <= 60_000 ? 1 : 2,
                households <= 10_000 ? 0 : households <= 60_000 ? 20_000 : 220_000,
                households <= 60_000 ? 0.85 : 0);
    }

    /** The county of {@code data/sample}. */
    public static SampleOptions committed() {
        return new SampleOptions(20_261_124L, 6_000);
    }

    int tiles() {
        return tilesEast * tilesNorth;
    }

    /** Six digits that no real county has. */
    String countyCode() {
        return households <= 10_000 ? "990001" : households <= 60_000 ? "990002" : "990003";
    }
}
