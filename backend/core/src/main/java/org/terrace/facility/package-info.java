/** How far every household has to each kind of facility. */
@NullMarked
package org.terrace.facility;

import org.jspecify.annotations.NullMarked;
