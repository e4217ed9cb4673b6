/** What one walks on in a county, for every feature that measures ways on foot. */
@NullMarked
package org.terrace.foot;

import org.jspecify.annotations.NullMarked;
