package org.terrace.server.tiles;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Pictures as PNG bytes (W3C PNG, third edition), written without ImageIO: its registry loads whatever image plug-ins lie on the class
 * path and one that fails takes all of them down; and the small fixed choice made here is faster. Indexed pictures are written as
 * they are, opaque ones without alpha. Of the filters each line takes the one with the smallest sum of differences.
 */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int INDEXED = 3;
    private static final int RGB = 2;
    private static final int RGBA = 6;

    /** A tile is drawn while somebody waits: level 5 takes half as long again for 3 to 12 % of the size. */
    private static final int LEVEL = 3;

    private static final byte[] EMPTY = bytes(new BufferedImage(
            TileFrame.TILE,
            TileFrame.TILE,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, 1, new int[] {0}, 0, true, 0, DataBuffer.TYPE_BYTE)));

    private Png() {}

    /** A fully transparent tile. The same array each time, so that callers may compare by identity: do not write. */
    public static byte[] empty() {
        return EMPTY;
    }

    /** @param image with 8-bit index, or any kind with red, green, blue and alpha */
    static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        out.writeBytes(SIGNATURE);
        int width = image.getWidth();
        int height = image.getHeight();
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        int[] argb = indexed ? new int[0] : image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        int type = indexed ? INDEXED : opaque(argb) ? RGB : RGBA;
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) type)
                        .array());
        byte[] lines;
        if (image.getColorModel() instanceof IndexColorModel colours) {
            palette(out, colours);
            lines = indices(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), width, height);
        } else {
            lines = filtered(argb, width, height, type == RGB ? 3 : 4);
        }
        chunk(out, "IDAT", deflated(lines));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static boolean opaque(int[] argb) {
        for (int pixel : argb) {
            if (pixel >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }

    private static void palette(ByteArrayOutputStream out, IndexColorModel colours) {
        int n = colours.getMapSize();
        byte[] rgb = new byte[3 * n];
        byte[] alpha = new byte[n];
        for (int i = 0; i < n; i++) {
            rgb[3 * i] = (byte) colours.getRed(i);
            rgb[3 * i + 1] = (byte) colours.getGreen(i);
            rgb[3 * i + 2] = (byte) colours.getBlue(i);
            alpha[i] = (byte) colours.getAlpha(i);
        }
        chunk(out, "PLTE", rgb);
        chunk(out, "tRNS", alpha);
    }

    private static byte[] indices(byte[] pixels, int width, int height) {
        byte[] lines = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, lines, y * (width + 1) + 1, width);
        }
        return lines;
    }

    /** Filter 1 (difference from the left) or 2 (from above), whichever differs less. */
    private static byte[] filtered(int[] argb, int width, int height, int bytesPerPixel) {
        int stride = width * bytesPerPixel;
        byte[] lines = new byte[(stride + 1) * height];
        byte[] raw = new byte[stride];
        byte[] above = new byte[stride];
        byte[] left = new byte[stride];
        byte[] up = new byte[stride];
        for (int y = 0; y < height; y++) {
            int at = 0;
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                raw[at++] = (byte) (pixel >> 16);
                raw[at++] = (byte) (pixel >> 8);
                raw[at++] = (byte) pixel;
                if (bytesPerPixel == 4) {
                    raw[at++] = (byte) (pixel >>> 24);
                }
            }
            int leftSum = 0;
            int upSum = 0;
            for (int i = 0; i < stride; i++) {
                left[i] = (byte) (raw[i] - (i < bytesPerPixel ? 0 : raw[i - bytesPerPixel]));
                up[i] = (byte) (raw[i] - above[i]);
                leftSum += Math.abs(left[i]);
                upSum += Math.abs(up[i]);
            }
            int start = y * (stride + 1);
            lines[start] = (byte) (leftSum <= upSum ? 1 : 2);
            System.arraycopy(leftSum <= upSum ? left : up, 0, lines, start + 1, stride);
            byte[] swap = above;
            above = raw;
            raw = swap;
        }
        return lines;
    }

    private static byte[] deflated(byte[] lines) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(lines);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(lines.length / 3 + 64);
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
