package org.terrace.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.ElevationGrid;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;

/**
 * Draws a synthetic county, to be looked at: {@code CountyPicture HOUSEHOLDS PNG METRES_PER_PIXEL [FILES]}. Not a test; run by
 * hand after a change of the terrain or the roads.
 */
public final class CountyPicture {
    private static final Map<String, Color> SURFACES = Map.of(
            "asphalt", Color.BLACK,
            "cement", new Color(200, 30, 30),
            "gravel", new Color(200, 120, 0),
            "compacted", new Color(200, 120, 0),
            "earth", new Color(150, 90, 30),
            "", Color.BLUE);

    private final SyntheticCounty county;
    private final ElevationGrid ground;
    private final double scale;
    private final BufferedImage image;
    private final Graphics2D g;

    private CountyPicture(SyntheticCounty county, double metresPerPixel) {
        this.county = county;
        this.ground = county.region().elevation().orElseThrow();
        this.scale = 1 / metresPerPixel;
        var box = ground.frame().envelope();
        this.image = new BufferedImage(
                (int) (box.getWidth() * scale), (int) (box.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        this.g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        SyntheticCounty county = SampleCounty.generate(new SampleOptions(20_261_124L, Integer.parseInt(args[0])));
        System.out.println("generated in " + (System.nanoTime() - start) / 1_000_000 + " ms");
        System.out.print(SampleCounty.describe(county));
        if (args.length > 1) {
            ImageIO.write(new CountyPicture(county, Double.parseDouble(args[2])).draw(), "png", new File(args[1]));
        }
        if (args.length > 3) {
            SampleWriter.write(county, Path.of(args[3]));
        }
    }

    private BufferedImage draw() {
        hillshade();
        var region = county.region();
        lines(LayerKind.WATERCOURSE, i -> new Color(70, 130, 220), 1.2f);
        shapes(LayerKind.CONSTRAINT_AREA, new Color(0, 120, 0, 40));
        shapes(LayerKind.PLOT, new Color(230, 220, 90, 150));
        lines(LayerKind.ADMIN_BOUNDARY, i -> new Color(120, 0, 120, 120), 1f);
        lines(LayerKind.POWER_LINE, i -> new Color(120, 40, 160, 110), 0.7f);
        lines(LayerKind.PIPE, i -> new Color(0, 150, 200, 160), 0.8f);
        FeatureTable roads = region.roads();
        lines(LayerKind.ROAD_SEGMENT, i -> SURFACES.get(roads.codesOf("surface").code(i)), 1.7f);
        points(region.households(), Color.WHITE, 3);
        points(region.table(LayerKind.WATER_FACILITY), Color.CYAN, 4);
        points(region.table(LayerKind.POWER_FACILITY), Color.MAGENTA, 5);
        FeatureTable units = region.adminUnits();
        for (int i = 0; i < units.size(); i++) {
            if (units.codesOf("level").is(i, "village")) {
                point(units, i, Color.YELLOW, 9);
            }
        }
        return image;
    }

    private double px(double east) {
        return (east - ground.frame().originX()) * scale;
    }

    private double py(double north) {
        return (ground.frame().originY() - north) * scale;
    }

    private void points(FeatureTable table, Color colour, int size) {
        for (int i = 0; i < table.size(); i++) {
            point(table, i, colour, size);
        }
    }

    private void point(FeatureTable table, int i, Color colour, int size) {
        if (table.hasGeometry(i)) {
            g.setColor(colour);
            g.fillRect((int) px(table.x(i)) - size / 2, (int) py(table.y(i)) - size / 2, size, size);
        }
    }

    private void lines(LayerKind kind, IntFunction<Color> colour, float width) {
        FeatureTable table = county.region().table(kind);
        for (int i = 0; i < table.size(); i++) {
            boolean path = kind == LayerKind.ROAD_SEGMENT
                    && table.codesOf("road_class").is(i, "path");
            g.setStroke(new BasicStroke(path ? width / 2 : width));
            g.setColor(colour.apply(i));
            for (Path2D part : paths(table.geometry(i).orElseThrow())) {
                g.draw(part);
            }
        }
    }

    private void shapes(LayerKind kind, Color colour) {
        FeatureTable table = county.region().table(kind);
        g.setColor(colour);
        for (int i = 0; i < table.size(); i++) {
            for (Path2D part : paths(table.geometry(i).orElseThrow())) {
                g.fill(part);
            }
        }
    }

    private Path2D[] paths(Geometry geometry) {
        Path2D[] paths = new Path2D[geometry.getNumGeometries()];
        for (int k = 0; k < paths.length; k++) {
            paths[k] = new Path2D.Double();
            Coordinate[] points = geometry.getGeometryN(k).getCoordinates();
            paths[k].moveTo(px(points[0].x), py(points[0].y));
            for (int i = 1; i < points.length; i++) {
                paths[k].lineTo(px(points[i].x), py(points[i].y));
            }
        }
        return paths;
    }

    private void hillshade() {
        for (int r = 0; r < image.getHeight(); r++) {
            for (int c = 0; c < image.getWidth(); c++) {
                double x = ground.frame().originX() + (c + 0.5) / scale;
                double y = ground.frame().originY() - (r + 0.5) / scale;
                double dx = (ground.bilinear(x + 30, y) - ground.bilinear(x - 30, y)) / 60;
                double dy = (ground.bilinear(x, y + 30) - ground.bilinear(x, y - 30)) / 60;
                double light = (0.5 * dx - 0.5 * dy + 0.75) / Math.sqrt(1 + dx * dx + dy * dy) * 0.7 + 0.35;
                light = Double.isNaN(light) ? 0.8 : Math.max(0.25, Math.min(1, light));
                double high = Math.max(0, Math.min(1, (ground.nearest(x, y) - 750) / 2_200));
                int red = (int) (light * (175 + 75 * high));
                int green = (int) (light * (205 + 35 * high));
                int blue = (int) (light * (165 + 80 * high));
                image.setRGB(c, r, red << 16 | green << 8 | blue);
            }
        }
    }
}
