/** The command line of single engines and of the benchmarks; starts no Spring. */
@NullMarked
package org.terrace.engine;

import org.jspecify.annotations.NullMarked;
