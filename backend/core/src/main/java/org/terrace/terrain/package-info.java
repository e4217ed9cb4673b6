/** Heights and what follows from them: slope, aspect, profiles. */
@NullMarked
package org.terrace.terrain;

import org.jspecify.annotations.NullMarked;
