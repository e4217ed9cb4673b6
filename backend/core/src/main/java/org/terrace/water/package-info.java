/** Safe water at every household. */
@NullMarked
package org.terrace.water;

import org.jspecify.annotations.NullMarked;
