/** Writers: GeoPackage, GeoJSON, CSV, XLSX, rejected rows. Rows stream through; files appear only when they are complete. */
@NullMarked
package org.terrace.formats.write;

import org.jspecify.annotations.NullMarked;
