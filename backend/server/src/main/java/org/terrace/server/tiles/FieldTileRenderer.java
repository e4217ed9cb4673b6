package org.terrace.server.tiles;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.List;
import org.terrace.analysis.Field;

/**
 * Draws a field: every pixel has the colour of the cell that holds its centre, so a cell's border is where it is and no colour is
 * mixed that stands for no class. Opaque where known, transparent where not; how far the relief shines through is the map's choice.
 */
public final class FieldTileRenderer {
    private FieldTileRenderer() {}

    /**
     * @param crs from degrees to the CRS of the field
     * @return PNG; {@link Png#empty()} where nothing is known
     */
    public static byte[] render(Field field, FieldPalette palette, TileFrame frame, ToMetric crs) {
        ControlLattice lattice = new ControlLattice(frame, 0, crs);
        int width = frame.width();
        BufferedImage image =
                new BufferedImage(width, frame.height(), BufferedImage.TYPE_BYTE_INDEXED, colours(palette.bands()));
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        double[] east = new double[width];
        double[] north = new double[width];
        boolean any = false;
        for (int r = 0; r < frame.height(); r++) {
            lattice.row(frame.firstX(), frame.firstY() + r, width, east, north);
            for (int c = 0; c < width; c++) {
                int band = palette.band(field.at(east[c], north[c]));
                pixels[r * width + c] = (byte) (band + 1);
                any |= band >= 0;
            }
        }
        return any ? Png.bytes(image) : Png.empty();
    }

    /** Colour 0 is transparent, the bands follow. */
    private static IndexColorModel colours(List<FieldPalette.Band> bands) {
        int[] argb = new int[bands.size() + 1];
        for (int i = 0; i < bands.size(); i++) {
            argb[i + 1] = 0xff000000 | Integer.parseInt(bands.get(i).colour().substring(1), 16);
        }
        return new IndexColorModel(8, argb.length, argb, 0, true, 0, DataBuffer.TYPE_BYTE);
    }
}
