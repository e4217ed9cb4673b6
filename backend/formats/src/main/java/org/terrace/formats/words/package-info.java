/** The sentences of both languages, for every program that speaks. */
@NullMarked
package org.terrace.formats.words;

import org.jspecify.annotations.NullMarked;
