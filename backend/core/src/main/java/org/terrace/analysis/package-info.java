/** What an analysis is, what it needs and what it returns. */
@NullMarked
package org.terrace.analysis;

import org.jspecify.annotations.NullMarked;
