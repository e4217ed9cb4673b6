package org.terrace.server.tiles;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.terrace.region.ElevationGrid;
import org.terrace.region.GridFrame;
import org.terrace.terrain.Contour;
import org.terrace.terrain.Contours;

/**
 * Draws the base map: shaded relief on paper, contours, heights. Safe for many threads.
 *
 * <p>Every pixel depends on the ground around it alone and not on the tile it is drawn in, so tiles meet without a seam; only the
 * choice of labels is made tile by tile.
 */
public final class BaseTileRenderer {
    private static final int MARGIN = 3;

    /** From this zoom a line runs through many tiles: every other tile has labels, as on a chessboard. */
    private static final int SPARSE_LABELS = 15;

    private final ElevationPyramid pyramid;
    private final ToMetric crs;
    private final double latitude;

    /**
     * @param crs from degrees to the CRS of the elevation
     * @param latitude of the middle of the county, degrees: decides which overview a zoom is drawn from
     */
    public BaseTileRenderer(ElevationPyramid pyramid, ToMetric crs, double latitude) {
        if (!(Math.abs(latitude) < 86)) {
            throw new IllegalArgumentException("no web map at latitude " + latitude);
        }
        this.pyramid = pyramid;
        this.crs = crs;
        this.latitude = latitude;
    }

    /** The picture as PNG; {@link Png#empty()} where no height is known. */
    public byte[] render(TileFrame frame, Theme theme) {
        BufferedImage image = draw(frame, theme);
        return image == null ? Png.empty() : Png.bytes(image);
    }

    @Nullable BufferedImage draw(TileFrame frame, Theme theme) {
        int margin = MARGIN * frame.scale();
        ElevationGrid heights = heights(frame, margin);
        if (heights == null) {
            return null;
        }
        double pixelM = TileFrame.metresPerPixel(frame.zoom(), frame.scale(), latitude);
        BufferedImage image = new Relief(theme, frame, pyramid).draw(heights, margin);
        double cellM = pyramid.level(pixelM).frame().cellSizeX();
        ContourPlan plan = ContourPlan.at(frame.zoom(), cellM);
        if (plan.lines()) {
            contours(image, frame, heights, margin, theme, plan);
        }
        return image;
    }

    /** Heights at the pixels of the frame and a margin around it, in pixels from the frame's north west, y upwards. */
    @Nullable private ElevationGrid heights(TileFrame frame, int margin) {
        ControlLattice lattice = new ControlLattice(frame, margin, crs);
        SmoothSurface surface =
                new SmoothSurface(pyramid.level(TileFrame.metresPerPixel(frame.zoom(), frame.scale(), latitude)));
        if (!surface.mayTouch(lattice.metric())) {
            return null;
        }
        int columns = frame.width() + 2 * margin;
        int rows = frame.height() + 2 * margin;
        float[] metres = new float[columns * rows];
        double[] east = new double[columns];
        double[] north = new double[columns];
        boolean any = false;
        for (int r = 0; r < rows; r++) {
            lattice.row(frame.firstX() - margin, frame.firstY() - margin + r, columns, east, north);
            for (int c = 0; c < columns; c++) {
                float height = surface.at(east[c], north[c]);
                metres[r * columns + c] = height;
                any |= !Float.isNaN(height);
            }
        }
        return any ? new ElevationGrid(new GridFrame(-margin, margin, 1, 1, columns, rows), metres) : null;
    }

    private static void contours(
            BufferedImage image, TileFrame frame, ElevationGrid heights, int margin, Theme theme, ContourPlan plan) {
        BufferedImage layer = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = antialiased(layer);
        Path2D.Double thin = new Path2D.Double();
        Path2D.Double strong = new Path2D.Double();
        for (Contour line : Contours.of(heights, plan.intervalM())) {
            append(plan.index(line.levelM()) ? strong : thin, line);
        }
        int scale = frame.scale();
        g.setColor(colour(theme.contour, theme.contourAlpha));
        g.setStroke(new BasicStroke(0.8f * scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(thin);
        g.setColor(colour(theme.contour, theme.indexAlpha));
        g.setStroke(new BasicStroke(1.15f * scale, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(strong);
        if (plan.labels()) {
            int size = frame.tilePixels();
            for (int j = 0; j < frame.tilesHigh(); j++) {
                for (int i = 0; i < frame.tilesWide(); i++) {
                    if (frame.zoom() >= SPARSE_LABELS && (frame.tileX() + i + frame.tileY() + j) % 2 != 0) {
                        continue;
                    }
                    List<Contour> lines =
                            Contours.of(heights, plan.labelM(), margin + i * size, margin + j * size, size, size);
                    for (ContourLabels.Label label : ContourLabels.place(lines, i * size, j * size, size, scale)) {
                        write(g, label, scale, theme);
                    }
                }
            }
        }
        g.dispose();
        Graphics2D onto = image.createGraphics();
        onto.drawImage(layer, 0, 0, null);
        onto.dispose();
    }

    /** Breaks the lines under the number, as in print, and writes it. */
    private static void write(Graphics2D g, ContourLabels.Label label, int scale, Theme theme) {
        double height = ContourLabels.HEIGHT * scale;
        double wide = ContourDigits.width(label.text()) * height + 5 * scale;
        double high = height + 3 * scale;
        AffineTransform place = AffineTransform.getTranslateInstance(label.x(), label.y());
        place.rotate(label.angle());
        g.setComposite(AlphaComposite.DstOut);
        g.setColor(Color.BLACK);
        g.fill(place.createTransformedShape(
                new RoundRectangle2D.Double(-wide / 2, -high / 2, wide, high, high / 2, high / 2)));
        g.setComposite(AlphaComposite.SrcOver);
        place.scale(height, height);
        g.setColor(colour(theme.label, 1));
        g.setStroke(new BasicStroke(1.05f * scale, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(place.createTransformedShape(ContourDigits.path(label.text())));
    }

    private static void append(Path2D.Double path, Contour line) {
        double[] x = line.x();
        double[] y = line.y();
        path.moveTo(x[0], -y[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], -y[i]);
        }
    }

    private static Graphics2D antialiased(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    private static Color colour(int rgb, double alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.round(255 * alpha));
    }
}
