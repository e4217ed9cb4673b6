/** What could be built: candidates with their cost, what they change in the county, and who gains. */
@NullMarked
package org.terrace.project;

import org.jspecify.annotations.NullMarked;
