/** The cheapest works that bring a transformer area inside the limits, found by running the flow again after each. */
@NullMarked
package org.terrace.power.remedy;

import org.jspecify.annotations.NullMarked;
