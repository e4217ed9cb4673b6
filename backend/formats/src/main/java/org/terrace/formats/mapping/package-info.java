/** From columns of a file to attributes of a layer. */
@NullMarked
package org.terrace.formats.mapping;

import org.jspecify.annotations.NullMarked;
