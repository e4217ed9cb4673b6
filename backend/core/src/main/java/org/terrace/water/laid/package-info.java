/** Pipes as they are laid: where they are joined to one another, to works and to houses. */
@NullMarked
package org.terrace.water.laid;

import org.jspecify.annotations.NullMarked;
