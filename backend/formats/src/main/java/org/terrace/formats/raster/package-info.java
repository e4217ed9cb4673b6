/**
 * Elevation rasters: GeoTIFF, SRTM HGT and ESRI ASCII grids in, resampled to metres, GeoTIFF out.
 *
 * <p>Void is NaN from the first line on: a height that was never measured takes part in no computation.
 */
@NullMarked
package org.terrace.formats.raster;

import org.jspecify.annotations.NullMarked;
