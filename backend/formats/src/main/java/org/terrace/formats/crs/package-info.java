/** Coordinate systems: names, transformations, detection, and the metric system of a county. */
@NullMarked
package org.terrace.formats.crs;

import org.jspecify.annotations.NullMarked;
