/** Steady and extended-period hydraulics of pressurised pipe networks: heads at nodes, flows in links. Knows nothing of regions. */
@NullMarked
package org.terrace.hydraulics;

import org.jspecify.annotations.NullMarked;
