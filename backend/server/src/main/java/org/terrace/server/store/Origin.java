package org.terrace.server.store;

/**
 * Where a layer's content came from.
 *
 * @param source name of the file
 * @param crs coordinate system as the file had it, in words
 * @param how that system became known: read, detected, given, asked; "" when there are no coordinates
 */
public record Origin(String source, String crs, String how) {}
