/** What grows where: crops and livestock as data, land rating in the classes of FAO (1976) with the law laid over it, altitude zones. */
@NullMarked
package org.terrace.crop;

import org.jspecify.annotations.NullMarked;
