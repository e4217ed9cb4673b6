/**
 * The low-voltage network as it is drawn: which line hangs on which transformer, in what order, how long along the slope, and where each
 * household is attached. No volts: what flows is for others.
 */
@NullMarked
package org.terrace.power.grid;

import org.jspecify.annotations.NullMarked;
