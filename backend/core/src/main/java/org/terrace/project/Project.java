package org.terrace.project;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.terrace.region.Region;

/**
 * A candidate: something that could be built, with what it costs, what it changes and who gains. A sketch, not a survey.
 *
 * @param code unique among the projects of a county; the same again while what it is made of stays
 * @param kind feature, dot, what is done: {@code water.gravity_scheme}
 * @param geometry in the region's CRS; empty for what has no place
 * @param lines the bill of quantities
 * @param running what running it costs a year besides upkeep (energy), in yuan
 * @param prerequisites what must be done or found out before, as codes or codes of other projects
 */
public record Project(
        String code,
        String kind,
        Optional<Geometry> geometry,
        List<CostLine> lines,
        CostRange running,
        List<String> prerequisites,
        RegionEdits edits,
        List<Gain> gains) {

    public Project {
        lines = List.copyOf(lines);
        prerequisites = List.copyOf(prerequisites);
        gains = List.copyOf(gains);
        if (code.isBlank() || !kind.contains(".")) {
            throw new IllegalArgumentException("project '" + code + "' of kind '" + kind + "'");
        }
        Set<String> seen = new HashSet<>();
        for (Gain gain : gains) {
            if (!seen.add(gain.household() + " " + gain.what())) {
                throw new IllegalArgumentException("project " + code + " gives " + gain.household() + " twice");
            }
        }
    }

    /** Building it, in whole yuan: the sum of its lines. */
    public CostRange cost() {
        return lines.stream().map(CostLine::yuan).reduce(CostRange.NOTHING, CostRange::plus);
    }

    /** Keeping and running it, in whole yuan a year. */
    public CostRange upkeepPerYear() {
        return lines.stream().map(CostLine::upkeepYuanPerYear).reduce(running.rounded(), CostRange::plus);
    }

    public double people() {
        return gains.stream().mapToDouble(Gain::people).sum();
    }

    /** The county with the project built, to run analyses on. */
    public Region apply(Region region) {
        return edits.apply(region);
    }
}
