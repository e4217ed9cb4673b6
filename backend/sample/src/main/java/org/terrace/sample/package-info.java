/** The seeded generator of synthetic counties, and the writer of their files. */
@NullMarked
package org.terrace.sample;

import org.jspecify.annotations.NullMarked;
