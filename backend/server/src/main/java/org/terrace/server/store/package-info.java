/** Counties, their layers in revisions, rasters and results, kept in a database and a data folder. The only room that sees SQL. */
@NullMarked
package org.terrace.server.store;

import org.jspecify.annotations.NullMarked;
