/** The one list of analyses. */
@NullMarked
package org.terrace.catalogue;

import org.jspecify.annotations.NullMarked;
