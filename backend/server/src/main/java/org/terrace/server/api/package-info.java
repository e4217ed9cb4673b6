/** The HTTP doors: translate requests into calls of the rooms below, and their answers into JSON and bytes. No rule lives here. */
@NullMarked
package org.terrace.server.api;

import org.jspecify.annotations.NullMarked;
