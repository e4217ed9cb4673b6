/** What a household can live from: industries as data, and which of them fit the means of each household. */
@NullMarked
package org.terrace.industry;

import org.jspecify.annotations.NullMarked;
