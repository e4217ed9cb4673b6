/** Pictures for the map: relief of the base map and fields as tiles. No Spring here: what is drawn depends on the arguments only. */
@NullMarked
package org.terrace.server.tiles;

import org.jspecify.annotations.NullMarked;
