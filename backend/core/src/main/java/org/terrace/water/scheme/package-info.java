/** Piped supplies as they are laid: how they are joined, what head reaches every tap, and what is wrong with them. */
@NullMarked
package org.terrace.water.scheme;

import org.jspecify.annotations.NullMarked;
