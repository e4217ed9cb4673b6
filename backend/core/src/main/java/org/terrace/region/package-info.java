/** What exists in a county: the immutable snapshot that every analysis reads, and what differs between two of them. */
@NullMarked
package org.terrace.region;

import org.jspecify.annotations.NullMarked;
