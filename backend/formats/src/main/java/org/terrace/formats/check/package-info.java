/** Checks of geometry and codes across a file. */
@NullMarked
package org.terrace.formats.check;

import org.jspecify.annotations.NullMarked;
