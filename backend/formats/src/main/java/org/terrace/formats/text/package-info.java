/** Text of unknown encoding, numbers as people type them. */
@NullMarked
package org.terrace.formats.text;

import org.jspecify.annotations.NullMarked;
