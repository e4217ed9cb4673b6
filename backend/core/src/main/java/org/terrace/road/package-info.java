/** Access of households to hardened roads. */
@NullMarked
package org.terrace.road;

import org.jspecify.annotations.NullMarked;
