/** Power flow of unbalanced low-voltage networks, conductor by conductor, the neutral as a wire of its own. Knows nothing of regions. */
@NullMarked
package org.terrace.powerflow.phases;

import org.jspecify.annotations.NullMarked;
