/** Writers: GeoPackage, GeoJSON, CSV, rejected rows. */
@NullMarked
package org.terrace.formats.write;

import org.jspecify.annotations.NullMarked;
