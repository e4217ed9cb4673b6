/** Readers and writers of files: the list of all readers, and the survey of a file before it is imported. */
@NullMarked
package org.terrace.formats;

import org.jspecify.annotations.NullMarked;
