/** Terrace's own data files (standards, crops, costs) as parsed documents. */
@NullMarked
package org.terrace.formats.data;

import org.jspecify.annotations.NullMarked;
