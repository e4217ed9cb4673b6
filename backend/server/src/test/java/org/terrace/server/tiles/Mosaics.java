package org.terrace.server.tiles;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.region.ElevationGrid;

/** Pictures to look at and times: {@code Mosaics FOLDER}. Tiles are drawn one by one and laid side by side. */
final class Mosaics {
    /** Of the thread, so that neighbours on the machine do not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private Mosaics() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        draw(
                folder,
                "made",
                new BaseTileRenderer(ElevationPyramid.of(Terrain.dendritic()), Terrain.MADE, Terrain.MADE_LAT),
                104.97,
                27.49);
        ElevationGrid andorra = Terrain.andorra().orElse(null);
        if (andorra == null) {
            System.out.println("no real data");
            return;
        }
        draw(
                folder,
                "andorra",
                new BaseTileRenderer(ElevationPyramid.of(andorra), Terrain.ANDORRA, Terrain.ANDORRA_LAT),
                1.535,
                42.53);
    }

    private static void draw(Path folder, String name, BaseTileRenderer renderer, double lon, double lat)
            throws IOException {
        for (Theme theme : Theme.values()) {
            for (int zoom = 8; zoom <= 16; zoom++) {
                TileFrame at = TileFrame.covering(zoom, 1, lon, lat, lon, lat);
                int wide = 4;
                int high = 3;
                BufferedImage mosaic = new BufferedImage(wide * 256, high * 256, BufferedImage.TYPE_INT_RGB);
                Graphics2D g = mosaic.createGraphics();
                g.setColor(theme == Theme.LIGHT ? Color.WHITE : Color.BLACK);
                g.fillRect(0, 0, mosaic.getWidth(), mosaic.getHeight());
                Map<String, Long> nanos = new TreeMap<>();
                for (int pass = 0; pass < 2; pass++) {
                    for (int i = 0; i < wide * high; i++) {
                        TileFrame tile = TileFrame.tile(zoom, at.tileX() - 2 + i % wide, at.tileY() - 1 + i / wide, 1);
                        long start = CPU.getCurrentThreadCpuTime();
                        BufferedImage image = renderer.draw(tile, theme);
                        long drawn = CPU.getCurrentThreadCpuTime();
                        nanos.merge("draw", drawn - start, Math::addExact);
                        if (image != null) {
                            nanos.merge("bytes", (long) Png.bytes(image).length, Math::addExact);
                            nanos.merge("png", CPU.getCurrentThreadCpuTime() - drawn, Math::addExact);
                            nanos.merge("full tiles", 1L, Math::addExact);
                            g.drawImage(image, i % wide * 256, i / wide * 256, null);
                        }
                    }
                }
                g.dispose();
                Files.write(
                        folder.resolve(
                                "tiles-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-z" + zoom + ".png"),
                        Png.bytes(mosaic));
                long tiles = Math.max(1, nanos.getOrDefault("full tiles", 0L));
                System.out.printf(
                        Locale.ROOT,
                        "%s %s z%d: %d tiles, CPU: draw %.1f ms, png %.1f ms, %.0f kB each%n",
                        name,
                        theme,
                        zoom,
                        tiles,
                        nanos.get("draw") / 1e6 / tiles,
                        nanos.getOrDefault("png", 0L) / 1e6 / tiles,
                        nanos.getOrDefault("bytes", 0L) / 1e3 / tiles);
            }
        }
    }
}
