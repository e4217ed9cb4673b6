/** Thresholds and other reference data, read from parsed data files. */
@NullMarked
package org.terrace.standard;

import org.jspecify.annotations.NullMarked;
