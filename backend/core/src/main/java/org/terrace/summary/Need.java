package org.terrace.summary;

import java.util.List;

/**
 * The needs that are counted, each with the analysis that judges it. The ids stay when an engine is replaced.
 *
 * @param id {@code road}, {@code water}, {@code voltage}: also the column of the household summary
 * @param analysis the analysis whose table {@code household} has the column {@code verdict}
 */
public record Need(String id, String analysis) {
    public static final List<Need> ALL = List.of(
            new Need("road", "road.access"), new Need("water", "water.access"), new Need("voltage", "power.voltage"));
}
