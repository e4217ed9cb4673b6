package org.terrace.region;

/** The shape that a layer's features have. */
public enum GeometryKind {
    POINT,
    LINE,
    POLYGON,
    /** Points or polygons in one layer (plots: surveyed outline, or only a spot and an area in mu). */
    ANY
}
