package org.terrace.sample;

import static org.terrace.region.LayerKind.PLOT;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.region.Geometries;

/** The plots of one tile: terraces near their owner's old house, drawn along the slope, two per household. */
final class PlotRows {
    private static final double MU_M2 = 2_000 / 3.0;

    private final Tables tables;
    private final Tile tile;
    private final Terrain terrain;
    private final double outlined;

    PlotRows(Tables tables, Tile tile, Terrain terrain, double outlined) {
        this.tables = tables;
        this.tile = tile;
        this.terrain = terrain;
        this.outlined = outlined;
    }

    /** What a household grows that is dried by a machine. */
    enum Dried {
        TOBACCO,
        WALNUT,
        NOTHING
    }

    private Dried last = Dried.NOTHING;

    /** Adds all plots; returns what each household dries. */
    Dried[] add(Homes homes, Sites sites, String[] householdCodes, Dice dice) {
        Dried[] dried = new Dried[homes.size];
        Arrays.fill(dried, Dried.NOTHING);
        Spacing taken = new Spacing(46);
        for (int i = 0; i < homes.size; i++) {
            int plots = dice.weighted(0.06, 0.24, 0.44, 0.26);
            double x = homes.x[i];
            double y = homes.y[i];
            if (homes.isMoved(i)) {
                Sites.Group group = sites.groups().get(homes.group[i]);
                x = group.x();
                y = group.y();
            }
            for (int k = 0; k < plots; k++) {
                last = Dried.NOTHING;
                plot(x, y, taken, dice.chance(0.03) ? "" : householdCodes[i], dice);
                dried[i] = last.compareTo(dried[i]) < 0 ? last : dried[i];
            }
        }
        return dried;
    }

    private void plot(double homeX, double homeY, Spacing taken, String owner, Dice dice) {
        for (int attempt = 0; attempt < 14; attempt++) {
            double spread = 90 + 22 * attempt;
            double x = homeX + dice.bell() * spread;
            double y = homeY + dice.bell() * spread;
            boolean inside = x > 120 && y > 120 && x < terrain.sizeM() - 120 && y < terrain.sizeM() - 120;
            if (inside && taken.isFree(x, y) && terrain.slope()[terrain.cellAt(x, y)] < 0.75) {
                taken.add(x, y);
                write(x, y, owner, dice);
                return;
            }
        }
    }

    private void write(double x, double y, String owner, Dice dice) {
        double slope = terrain.slope()[terrain.cellAt(x, y)];
        double width = Math.max(9, 26 - 24 * slope) * dice.between(0.7, 1.2);
        double length = Math.min(44, width * dice.between(1.3, 2.6));
        tables.row(PLOT, "D");
        double area = shape(x, y, length, width, dice);
        String land = landClass(slope, dice);
        String crop = crop(land, terrain.heightAt(x, y), dice);
        last = crop.equals("核桃") ? Dried.WALNUT : Dried.NOTHING;
        tables.set(PLOT, "household_code", owner).set(PLOT, "land_class", land).set(PLOT, "current_crop", crop);
        if (!dice.chance(0.03)) {
            tables.set(PLOT, "area_mu", Math.round(area / MU_M2 * 100) / 100.0);
        }
        if (dice.chance(0.3)) {
            tables.set(PLOT, "irrigated", slope < 0.2 && dice.chance(0.6) ? "yes" : "no");
        }
        if (dice.chance(0.16)) {
            tables.set(PLOT, "soil_ph", Math.round((6.6 + 0.6 * dice.bell()) * 10) / 10.0)
                    .set(PLOT, "soil_depth_cm", 20.0 + 5 * dice.below(15));
        }
        if (land.equals("arable") && dice.chance(0.02)) {
            tables.set(PLOT, "tobacco_contract", "yes");
            last = Dried.TOBACCO;
        }
    }

    /** A four-cornered terrace along the contour, or its middle; returns the area in m2. */
    private double shape(double x, double y, double length, double width, Dice dice) {
        double fallX = terrain.heightAt(x + 30, y) - terrain.heightAt(x - 30, y);
        double fallY = terrain.heightAt(x, y + 30) - terrain.heightAt(x, y - 30);
        double steep = Math.sqrt(fallX * fallX + fallY * fallY);
        double downX = steep < 0.5 ? 1 : fallX / steep;
        double downY = steep < 0.5 ? 0 : fallY / steep;
        Coordinate[] ring = new Coordinate[5];
        double[] along = {-1, 1, 1, -1};
        double[] down = {-1, -1, 1, 1};
        for (int k = 0; k < 4; k++) {
            double a = along[k] * length / 2 * dice.between(0.82, 1.12);
            double d = down[k] * width / 2 * dice.between(0.8, 1.15);
            ring[k] = tile.at(x - downY * a + downX * d, y + downX * a + downY * d);
        }
        ring[4] = new Coordinate(ring[0]);
        var outline = Geometries.FACTORY.createPolygon(ring);
        if (dice.chance(outlined)) {
            tables.of(PLOT).geometry(outline);
        } else {
            tables.of(PLOT).point(tile.east(x), tile.northing(y));
        }
        return outline.getArea();
    }

    private static String landClass(double slope, Dice dice) {
        if (slope < 0.28) {
            return new String[] {"basic_farmland", "arable", "orchard", ""}[dice.weighted(0.52, 0.3, 0.15, 0.03)];
        }
        if (slope < 0.47) {
            return new String[] {"arable", "orchard", "basic_farmland", "returned_forest", ""}
                    [dice.weighted(0.56, 0.2, 0.09, 0.11, 0.04)];
        }
        return new String[] {"arable", "forest", "returned_forest", "pasture", "waste"}
                [dice.weighted(0.28, 0.26, 0.3, 0.1, 0.06)];
    }

    /** What grows there now; among it crops above the height at which they do well. */
    private static String crop(String land, double height, Dice dice) {
        if (dice.chance(0.25)) {
            return "";
        }
        return switch (land) {
            case "orchard" ->
                height < 1_150 && dice.chance(0.7) ? "黄果柑" : height < 1_600 && dice.chance(0.7) ? "枇杷" : "核桃";
            case "arable", "basic_farmland" ->
                height < 1_700 || dice.chance(0.3) ? "玉米" : dice.chance(0.7) ? "马铃薯" : "苦荞";
            default -> "";
        };
    }
}
