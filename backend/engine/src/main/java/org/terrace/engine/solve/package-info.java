/** One engine on one plain file, without a county. */
@NullMarked
package org.terrace.engine.solve;

import org.jspecify.annotations.NullMarked;
