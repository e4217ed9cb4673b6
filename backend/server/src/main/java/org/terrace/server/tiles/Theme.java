package org.terrace.server.tiles;

/**
 * Colours of the base map. It must recede: verdicts are drawn on it. Dark mirrors light.
 */
public enum Theme {
    /** Warm grey paper. */
    LIGHT(0xefebe4, 0xf9f7f3, 0xb0a89d, 0x7d6a50, 0.30, 0.50, 0x6a583f),
    /** The same at night. */
    DARK(0x2b2a27, 0x4b4843, 0x151413, 0xc4b499, 0.20, 0.38, 0xcdbfa6);

    /** Level ground, slopes facing the light, slopes in the shade. */
    final int paper;

    final int lit;
    final int shade;
    final int contour;
    final double contourAlpha;
    final double indexAlpha;
    final int label;

    Theme(int paper, int lit, int shade, int contour, double contourAlpha, double indexAlpha, int label) {
        this.paper = paper;
        this.lit = lit;
        this.shade = shade;
        this.contour = contour;
        this.contourAlpha = contourAlpha;
        this.indexAlpha = indexAlpha;
        this.label = label;
    }
}
