package org.terrace.formats.raster;

/**
 * The strips or tiles of a TIFF: how large they are, whether the file is long enough to hold them, and which were never written.
 *
 * @param columns width of a block
 * @param rows height of a block
 * @param offsets where each begins
 * @param bytes how long each is; 0 for a block that a sparse file leaves out
 */
record TiffBlocks(int columns, int rows, int across, double[] offsets, double[] bytes) {

    static TiffBlocks of(TiffHeader tiff) {
        int width = (int) tiff.value(TiffHeader.WIDTH, 0);
        int height = (int) tiff.value(TiffHeader.HEIGHT, 0);
        if (tiff.has(TiffHeader.TILE_OFFSETS)) {
            int columns = (int) tiff.value(TiffHeader.TILE_WIDTH, width);
            return new TiffBlocks(
                    columns,
                    (int) tiff.value(TiffHeader.TILE_HEIGHT, height),
                    (width + columns - 1) / columns,
                    tiff.values(TiffHeader.TILE_OFFSETS),
                    tiff.values(TiffHeader.TILE_BYTES));
        }
        int rows = (int) Math.min(height, tiff.value(TiffHeader.ROWS_PER_STRIP, height));
        return new TiffBlocks(
                width, rows, 1, tiff.values(TiffHeader.STRIP_OFFSETS), tiff.values(TiffHeader.STRIP_BYTES));
    }

    int count() {
        return offsets.length;
    }

    /** Last byte that any block needs. */
    long end() {
        long end = 0;
        for (int i = 0; i < offsets.length; i++) {
            long length = i < bytes.length ? (long) bytes[i] : 0;
            end = Math.max(end, (long) offsets[i] + length);
        }
        return end;
    }

    /** True when the file says where each block of the image is. */
    boolean complete(int height) {
        return rows > 0 && columns > 0 && offsets.length >= across * ((height + rows - 1) / rows);
    }

    boolean isMissing(int block) {
        return offsets[block] == 0 || (block < bytes.length && bytes[block] == 0);
    }
}
