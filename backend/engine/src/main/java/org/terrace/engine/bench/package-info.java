/** Speed and memory, the peer in the same run where there is one. */
@NullMarked
package org.terrace.engine.bench;

import org.jspecify.annotations.NullMarked;
