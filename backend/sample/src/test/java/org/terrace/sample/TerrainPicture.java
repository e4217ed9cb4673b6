package org.terrace.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

final class TerrainPicture {
    static BufferedImage hillshade(Terrain t, double scale) {
        int n = (int) (t.sizeM() * scale);
        BufferedImage image = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double x = Math.max(40, Math.min(t.sizeM() - 40, (c + 0.5) / scale));
                double y = Math.max(40, Math.min(t.sizeM() - 40, (r + 0.5) / scale));
                double dx = (t.heightAt(x + 30, y) - t.heightAt(x - 30, y)) / 60.0;
                double dy = (t.heightAt(x, y + 30) - t.heightAt(x, y - 30)) / 60.0;
                double light = (0.5 * dx + 0.5 * dy + 0.75) / Math.sqrt(1 + dx * dx + dy * dy);
                light = Math.max(0.25, Math.min(1, light * 0.7 + 0.35));
                double h = Math.max(0, Math.min(1, (t.heightAt(x, y) - 750) / 2200.0));
                image.setRGB(c, r, (int) (light * (175 + 75 * h)) << 16 | (int) (light * (205 + 35 * h)) << 8 | (int) (light * (165 + 80 * h)));
            }
        }
        return image;
    }

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        int size = Integer.parseInt(args[0]);
        Terrain t = TerrainMaker.make(size, 20_261_124L);
        System.out.println("terrain ms " + (System.nanoTime() - start) / 1_000_000);
        Lattice lattice = new Lattice(t);
        Dice dice = new Dice(5);
        Sites sites = new SiteFinder(lattice, 20_261_124L).find(dice);
        System.out.println("sites ms " + (System.nanoTime() - start) / 1_000_000 + " villages " + sites.villages().size() + " groups " + sites.groups().size());
        RoadBuilder.Roads roads = new RoadBuilder(lattice, sites, dice).build();
        System.out.println("roads ms " + (System.nanoTime() - start) / 1_000_000 + " lines " + roads.lines().size());
        java.util.Map<RoadLine.Kind, double[]> km = new java.util.TreeMap<>();
        int vertices = 0;
        for (RoadLine l : roads.lines()) { km.computeIfAbsent(l.kind(), k -> new double[2])[0] += l.lengthM() / 1000; km.get(l.kind())[1]++; vertices += l.x().length; }
        km.forEach((k, v) -> System.out.println(k + " " + Math.round(v[0]) + " km " + v[1]));
        System.out.println("vertices " + vertices);
        double scale = args.length > 1 ? Double.parseDouble(args[1]) : 1000.0 / size;
        BufferedImage image = hillshade(t, scale);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (RoadLine l : roads.lines()) {
            Path2D p = new Path2D.Double();
            p.moveTo(l.x()[0] * scale, l.y()[0] * scale);
            for (int i = 1; i < l.x().length; i++) p.lineTo(l.x()[i] * scale, l.y()[i] * scale);
            g.setColor(l.bridge() ? Color.MAGENTA : switch (l.surface()) { case ASPHALT -> Color.BLACK; case CEMENT -> new Color(200, 30, 30); case UNKNOWN -> Color.BLUE; default -> l.kind() == RoadLine.Kind.PATH ? new Color(120, 120, 120) : new Color(190, 110, 0); });
            g.setStroke(new BasicStroke(l.kind().ordinal() < 2 ? 2.4f : l.kind() == RoadLine.Kind.PATH ? 0.8f : 1.4f));
            g.draw(p);
        }
        for (Sites.Group s : sites.groups()) { g.setColor(Color.WHITE); for (Sites.Spot h : s.hamlets()) g.fillOval((int) (h.x() * scale) - 2, (int) (h.y() * scale) - 2, 4, 4); }
        for (Sites.Village s : sites.villages()) { g.setColor(Color.YELLOW); g.fillRect((int) (s.x() * scale) - 4, (int) (s.y() * scale) - 4, 8, 8); g.setColor(Color.BLACK); g.drawRect((int) (s.x() * scale) - 4, (int) (s.y() * scale) - 4, 8, 8);}
        for (int i : sites.townships()) { Sites.Village s = sites.villages().get(i); g.setColor(Color.CYAN); g.fillRect((int) (s.x() * scale) - 5, (int) (s.y() * scale) - 5, 10, 10); }
        if (args.length > 2) { int w = 1000; image = image.getSubimage(Integer.parseInt(args[2]), Integer.parseInt(args[3]), w, w); }
        ImageIO.write(image, "png", new File("/tmp/so/terrain.png"));
    }
}
