package org.terrace.formats.raster;

import java.util.Optional;
import org.terrace.region.GridFrame;

/**
 * Where a GeoTIFF lies: pixel scale and tie point, or an affine matrix. Only north-up rasters; a rotated one would have to be
 * resampled, which is the business of the program that made it.
 *
 * @param frame empty when the raster cannot be taken
 * @param fault issue code; "" when there is a frame
 */
record TiffPlacement(Optional<GridFrame> frame, String fault) {

    static TiffPlacement of(TiffHeader tiff, boolean pixelIsPoint) {
        int columns = (int) tiff.value(TiffHeader.WIDTH, 0);
        int rows = (int) tiff.value(TiffHeader.HEIGHT, 0);
        double[] scale = tiff.values(TiffHeader.MODEL_PIXEL_SCALE);
        double[] tie = tiff.values(TiffHeader.MODEL_TIEPOINT);
        double[] matrix = tiff.values(TiffHeader.MODEL_TRANSFORMATION);
        double cellX;
        double cellY;
        double west;
        double north;
        if (scale.length >= 2 && tie.length >= 6) {
            cellX = scale[0];
            cellY = scale[1];
            west = tie[3] - tie[0] * cellX;
            north = tie[4] + tie[1] * cellY;
        } else if (matrix.length == 16) {
            if (matrix[1] != 0 || matrix[4] != 0) {
                return refused("raster.rotated");
            }
            cellX = matrix[0];
            cellY = -matrix[5];
            west = matrix[3];
            north = matrix[7];
        } else {
            return refused(tie.length >= 12 ? "raster.control_points" : "raster.no_position");
        }
        boolean finite = Double.isFinite(west) && Double.isFinite(north);
        if (!finite || !(cellX > 0) || !(cellY > 0)) {
            return refused("raster.rotated");
        }
        if (pixelIsPoint) {
            west -= cellX / 2;
            north += cellY / 2;
        }
        return new TiffPlacement(Optional.of(new GridFrame(west, north, cellX, cellY, columns, rows)), "");
    }

    private static TiffPlacement refused(String code) {
        return new TiffPlacement(Optional.empty(), code);
    }
}
