/** The county's ground as people walk on it: an engine shared by the features. */
@NullMarked
package org.terrace.foot;

import org.jspecify.annotations.NullMarked;
