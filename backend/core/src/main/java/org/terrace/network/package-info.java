/** Roads, pipes and lines as geometry to search: nearest segment, noding, connected pieces. */
@NullMarked
package org.terrace.network;

import org.jspecify.annotations.NullMarked;
