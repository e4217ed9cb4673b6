/** What could be built so that those without safe water have it: designed, costed and checked. */
@NullMarked
package org.terrace.water.proposal;

import org.jspecify.annotations.NullMarked;
