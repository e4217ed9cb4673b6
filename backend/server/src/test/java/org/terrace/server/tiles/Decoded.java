package org.terrace.server.tiles;

import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.PixelGrabber;

/** Reads PNG with the toolkit's own decoder, which owes nothing to the writer under test or to ImageIO's plug-ins. */
final class Decoded {
    private Decoded() {}

    static BufferedImage png(byte[] bytes) {
        PixelGrabber grabber = new PixelGrabber(Toolkit.getDefaultToolkit().createImage(bytes), 0, 0, -1, -1, true);
        try {
            if (!grabber.grabPixels(10_000)) {
                throw new AssertionError("not a picture: " + bytes.length + " bytes");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        BufferedImage image = new BufferedImage(grabber.getWidth(), grabber.getHeight(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, image.getWidth(), image.getHeight(), (int[]) grabber.getPixels(), 0, image.getWidth());
        return image;
    }
}
