/** The import as a user sees it: what is in the file, what it would do, what is wrong with it, then one transaction. */
@NullMarked
package org.terrace.server.importing;

import org.jspecify.annotations.NullMarked;
