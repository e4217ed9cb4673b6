/** Vector files: GeoPackage, Shapefile, GeoJSON. */
@NullMarked
package org.terrace.formats.vector;

import org.jspecify.annotations.NullMarked;
