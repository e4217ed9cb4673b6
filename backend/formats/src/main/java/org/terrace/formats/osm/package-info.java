/** OpenStreetMap extracts. */
@NullMarked
package org.terrace.formats.osm;

import org.jspecify.annotations.NullMarked;
