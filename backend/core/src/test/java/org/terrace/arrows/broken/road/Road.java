package org.terrace.arrows.broken.road;

import org.terrace.arrows.broken.water.Water;

/** Wrong on purpose: one feature imports another. */
public record Road(Water beside) {}
