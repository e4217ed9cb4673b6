package org.terrace.arrows.broken.water;

import org.terrace.arrows.broken.region.County;

/** A feature that imports what it may import. */
public record Water(County county) {}
