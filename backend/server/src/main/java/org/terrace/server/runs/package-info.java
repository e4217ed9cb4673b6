/** Executes the catalogue on snapshots: keys, results kept, jobs with progress, what the results add up to. */
@NullMarked
package org.terrace.server.runs;

import org.jspecify.annotations.NullMarked;
