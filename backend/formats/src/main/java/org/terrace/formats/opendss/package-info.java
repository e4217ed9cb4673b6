/** Unbalanced distribution feeders as folders of OpenDSS statements, in the layout of the IEEE European low-voltage test feeder. */
@NullMarked
package org.terrace.formats.opendss;

import org.jspecify.annotations.NullMarked;
