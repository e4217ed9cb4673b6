/** Models that are optimised, whatever they stand for: whole households assigned to water sources. Knows no other room. */
@NullMarked
package org.terrace.optimise;

import org.jspecify.annotations.NullMarked;
