/** Voltage at every household. */
@NullMarked
package org.terrace.power;

import org.jspecify.annotations.NullMarked;
