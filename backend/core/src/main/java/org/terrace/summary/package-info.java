/** What the features' verdicts add up to, by household and by area. */
@NullMarked
package org.terrace.summary;

import org.jspecify.annotations.NullMarked;
