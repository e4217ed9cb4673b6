/** Elevation rasters. */
@NullMarked
package org.terrace.formats.raster;

import org.jspecify.annotations.NullMarked;
