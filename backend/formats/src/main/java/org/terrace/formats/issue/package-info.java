/** What is wrong with a user's file, said so that the file can be mended. */
@NullMarked
package org.terrace.formats.issue;

import org.jspecify.annotations.NullMarked;
