/** The command line: the same doors as over HTTP, for people and scripts. */
@NullMarked
package org.terrace.server.cli;

import org.jspecify.annotations.NullMarked;
