/** The server: imports, stores, runs and serves, knowing no analysis by name. */
@NullMarked
package org.terrace.server;

import org.jspecify.annotations.NullMarked;
