/** One transformer area as it is loaded: wires and transformer from the data, flow by level, volts at every customer. */
@NullMarked
package org.terrace.power.area;

import org.jspecify.annotations.NullMarked;
