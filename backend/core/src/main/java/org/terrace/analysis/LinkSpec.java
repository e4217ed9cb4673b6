package org.terrace.analysis;

/**
 * A table of links between features: household to segment, source, transformer or zone.
 *
 * @param from feature kind of the start
 * @param to feature kind of the end
 * @param unit unit of the links' value (a distance, minutes), empty when there is none
 */
public record LinkSpec(String id, String from, String to, String unit) {}
