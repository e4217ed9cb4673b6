/** Pipe networks in the input format of EPANET. */
@NullMarked
package org.terrace.formats.epanet;

import org.jspecify.annotations.NullMarked;
