package org.terrace.server.tiles;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.terrace.region.ElevationGrid;
import org.terrace.terrain.Hillshade;

/**
 * Paper with shaded relief: level ground is the paper itself, slopes towards the light brighter, slopes away from it darker, valleys
 * a shade deeper than heights. Half of the light comes from the north west, half from the four oblique suns, so that ridges
 * running towards the light keep their form.
 */
final class Relief {
    private final Theme theme;
    private final TileFrame frame;
    private final Hillshade sun;
    private final Hillshade sky;
    private final float lowest;
    private final float perMetre;

    Relief(Theme theme, TileFrame frame, ElevationPyramid pyramid) {
        this.theme = theme;
        this.frame = frame;
        double exaggeration = exaggeration(frame.zoom());
        sun = Hillshade.classical(315, 45, exaggeration);
        sky = Hillshade.multidirectional(35, exaggeration);
        lowest = pyramid.lowestM();
        float range = pyramid.highestM() - lowest;
        perMetre = range > 0 ? 1 / range : 0;
    }

    /** Averaged ground is flatter than the ground itself: small zooms need more relief to look alike. */
    private static double exaggeration(int zoom) {
        return Math.max(1, Math.min(3, 1 + 0.28 * (13 - zoom)));
    }

    /** @param heights at the pixels of the frame and of a margin around it */
    BufferedImage draw(ElevationGrid heights, int margin) {
        int width = frame.width();
        int height = frame.height();
        int stride = width + 2 * margin;
        float[] z = heights.metres();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int r = 0; r < height; r++) {
            double per8M = 1 / (8 * TileFrame.metresPerPixel(frame.zoom(), frame.scale(), frame.lat(r + 0.5)));
            int i = (r + margin) * stride + margin;
            for (int c = 0; c < width; c++, i++) {
                float own = z[i];
                if (Float.isNaN(own)) {
                    continue;
                }
                float nw = z[i - stride - 1];
                float n = z[i - stride];
                float ne = z[i - stride + 1];
                float w = z[i - 1];
                float e = z[i + 1];
                float sw = z[i + stride - 1];
                float s = z[i + stride];
                float se = z[i + stride + 1];
                double east = (ne + 2 * e + se - nw - 2 * w - sw) * per8M;
                double north = (nw + 2 * n + ne - sw - 2 * s - se) * per8M;
                if (Double.isNaN(east + north)) {
                    // On the rim: level, rather than a dark line of invented slope.
                    east = 0;
                    north = 0;
                }
                double light = 0.5 * sun.light(east, north) / sun.level() + 0.5 * sky.light(east, north) / sky.level();
                pixels[r * width + c] = colour(light - 1, (own - lowest) * perMetre);
            }
        }
        return image;
    }

    /**
     * @param light 0 on level ground, -1 in full shade, about 0.5 at most
     * @param heightShare 0 in the lowest valley, 1 on the highest summit
     */
    private int colour(double light, float heightShare) {
        int towards = light > 0 ? theme.lit : theme.shade;
        double part = light > 0 ? Math.min(1, light / 0.42) : Math.min(1, -light * 1.05);
        double low = 1 - Math.min(1, Math.max(0, heightShare));
        double red = mix(theme.paper >> 16 & 255, towards >> 16 & 255, part) * (1 - 0.022 * low);
        double green = mix(theme.paper >> 8 & 255, towards >> 8 & 255, part) * (1 - 0.014 * low);
        double blue = mix(theme.paper & 255, towards & 255, part) * (1 - 0.032 * low);
        return 0xff000000 | (int) (red + 0.5) << 16 | (int) (green + 0.5) << 8 | (int) (blue + 0.5);
    }

    private static double mix(int from, int to, double part) {
        return from + part * (to - from);
    }
}
