package org.terrace.server.store;

import org.terrace.region.ElevationGrid;

/** Heights with the coordinate system of their frame. */
public record StoredGrid(int epsg, ElevationGrid grid) {}
