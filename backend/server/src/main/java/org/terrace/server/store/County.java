package org.terrace.server.store;

import java.time.Instant;

/**
 * A county of the store.
 *
 * @param code official code; its own folder-safe key
 * @param epsg metric coordinate system, 0 while nothing with a position has been imported
 * @param synthetic made by the sample generator: no real people or places
 * @param profile id of the standard it is judged by
 */
public record County(String code, String name, int epsg, boolean synthetic, String profile, Instant createdAt) {}
