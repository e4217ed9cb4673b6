/** What the customers of a transformer area draw: coincidence, seasons, machines, and how sure the figures are. */
@NullMarked
package org.terrace.power.load;

import org.jspecify.annotations.NullMarked;
