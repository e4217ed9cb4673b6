/** Power networks as tables of pandapower, one CSV file for each kind of element. */
@NullMarked
package org.terrace.formats.pandapower;

import org.jspecify.annotations.NullMarked;
