package org.terrace.server.tiles;

/**
 * A rectangle of web Mercator pixels: one tile, or several tiles side by side (for prints and for testing seams). Tiles are 256
 * pixels wide at scale 1 and 512 at scale 2 (for dense screens).
 *
 * @param zoom 0..20
 * @param tileX column of the first tile, from the date line eastwards
 * @param tileY row of the first tile, from the north
 * @param tilesWide number of tiles to the east, {@code tilesHigh} to the south
 * @param scale pixels per map pixel, 1 or 2
 */
public record TileFrame(int zoom, int tileX, int tileY, int tilesWide, int tilesHigh, int scale) {
    /** Map pixels of a tile. */
    public static final int TILE = 256;

    /** Length of the equator of WGS 84, metres. */
    private static final double EQUATOR_M = 2 * Math.PI * 6_378_137.0;

    public TileFrame {
        if (zoom < 0 || zoom > 20) {
            throw new IllegalArgumentException("zoom " + zoom + " is not within 0..20");
        }
        int tiles = 1 << zoom;
        if (tileX < 0
                || tileY < 0
                || tilesWide < 1
                || tilesHigh < 1
                || (long) tileX + tilesWide > tiles
                || (long) tileY + tilesHigh > tiles) {
            throw new IllegalArgumentException("no tile " + zoom + "/" + tileX + "/" + tileY + " + " + tilesWide + " x "
                    + tilesHigh + ": the world has " + tiles + " tiles each way");
        }
        if (scale != 1 && scale != 2) {
            throw new IllegalArgumentException("scale " + scale + " is neither 1 nor 2");
        }
    }

    /** One tile. */
    public static TileFrame tile(int zoom, int x, int y, int scale) {
        return new TileFrame(zoom, x, y, 1, 1, scale);
    }

    /** The block of tiles that covers a box in degrees. */
    public static TileFrame covering(int zoom, int scale, double west, double south, double east, double north) {
        int x0 = (int) Math.floor(worldX(west, zoom) / TILE);
        int y0 = (int) Math.floor(worldY(north, zoom) / TILE);
        int x1 = (int) Math.floor(worldX(east, zoom) / TILE);
        int y1 = (int) Math.floor(worldY(south, zoom) / TILE);
        return new TileFrame(zoom, x0, y0, x1 - x0 + 1, y1 - y0 + 1, scale);
    }

    /** Pixels of a tile's side. */
    public int tilePixels() {
        return TILE * scale;
    }

    public int width() {
        return tilesWide * tilePixels();
    }

    public int height() {
        return tilesHigh * tilePixels();
    }

    /** First column of the picture, counted in pixels from the date line. */
    int firstX() {
        return Math.multiplyExact(tileX, tilePixels());
    }

    /** First row of the picture, counted in pixels from the north of the world. */
    int firstY() {
        return Math.multiplyExact(tileY, tilePixels());
    }

    /** Longitude of a place in the picture, in pixels from its west edge; a pixel's centre lies at half. */
    public double lon(double x) {
        return lon(firstX() + x, zoom, scale);
    }

    /** Latitude of a place in the picture, in pixels from its north edge. */
    public double lat(double y) {
        return lat(firstY() + y, zoom, scale);
    }

    static double lon(double worldPixelX, int zoom, int scale) {
        return 360 * worldPixelX / worldPixels(zoom, scale) - 180;
    }

    static double lat(double worldPixelY, int zoom, int scale) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * worldPixelY / worldPixels(zoom, scale)))));
    }

    /** Metres on the ground (on the sphere of the projection) that a pixel spans at a latitude. */
    static double metresPerPixel(int zoom, int scale, double latDegrees) {
        return EQUATOR_M * Math.cos(Math.toRadians(latDegrees)) / worldPixels(zoom, scale);
    }

    private static double worldPixels(int zoom, int scale) {
        return (double) TILE * scale * (1L << zoom);
    }

    private static double worldX(double lon, int zoom) {
        return (lon + 180) / 360 * worldPixels(zoom, 1);
    }

    private static double worldY(double lat, int zoom) {
        double phi = Math.toRadians(lat);
        return (0.5 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / (2 * Math.PI)) * worldPixels(zoom, 1);
    }
}
