/** Tables: CSV and spreadsheets, with coordinates in columns. */
@NullMarked
package org.terrace.formats.table;

import org.jspecify.annotations.NullMarked;
