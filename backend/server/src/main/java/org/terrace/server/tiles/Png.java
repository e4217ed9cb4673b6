package org.terrace.server.tiles;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG bytes. */
public final class Png {
    private static final byte[] EMPTY = bytes(new BufferedImage(TileFrame.TILE, TileFrame.TILE, BufferedImage.TYPE_INT_ARGB));

    /** ImageIO's own scale, 1 is the fastest: a tile is drawn while somebody waits, and the fifth of the size does not matter. */
    private static final float QUALITY = 0.7f;

    private Png() {}

    /** A fully transparent tile. The same array each time, so that callers may compare by identity: do not write. */
    public static byte[] empty() {
        return EMPTY;
    }

    static byte[] bytes(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("PNG of " + image.getWidth() + " x " + image.getHeight(), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
