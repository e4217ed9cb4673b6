package org.terrace.region;

/** How far an attribute may travel. */
public enum Privacy {
    /** May be published. */
    PUBLIC,
    /** Shown to the county's own users; never in a public view. */
    INTERNAL,
    /** Refused on import unless switched on, and never leaves the store. */
    SENSITIVE
}
