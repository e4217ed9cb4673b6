/** Balanced power flow: voltages at buses, flows in lines and transformers, losses. Knows nothing of regions. */
@NullMarked
package org.terrace.powerflow;

import org.jspecify.annotations.NullMarked;
