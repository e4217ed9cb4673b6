/** The data folder (standards, crops, mappings) as parsed documents. */
@NullMarked
package org.terrace.formats.data;

import org.jspecify.annotations.NullMarked;
