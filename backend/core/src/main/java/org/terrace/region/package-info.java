/** What exists in a county: layers, their attributes, and the immutable snapshot that every analysis reads. */
@NullMarked
package org.terrace.region;

import org.jspecify.annotations.NullMarked;
