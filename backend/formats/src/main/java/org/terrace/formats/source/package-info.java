/** Files as they come in: raw features, and the interface that every reader implements. */
@NullMarked
package org.terrace.formats.source;

import org.jspecify.annotations.NullMarked;
