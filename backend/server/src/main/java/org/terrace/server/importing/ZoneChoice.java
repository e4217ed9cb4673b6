package org.terrace.server.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Place;

/**
 * A file that holds more than one county: its rows lie in several zones, and a county is computed in one. Which rows are meant is asked;
 * the others are left out, and listed with the rows that stay out.
 */
final class ZoneChoice {
    private ZoneChoice() {}

    /** @param county the system in which the county is, or would be computed. @param isFixed whether it is the county's already */
    static Optional<Question> ask(Survey survey, Crs county, boolean isFixed, ImportChoices choices, Issues issues) {
        Map<Integer, Long> zones = new TreeMap<>();
        survey.layers().forEach(layer -> layer.zones().forEach((zone, n) -> zones.merge(zone, n, Long::sum)));
        Place file = Place.file(survey.file().name());
        if (choices.zone().isPresent() && isFixed && !choices.zone().get().equals(county)) {
            issues.report(Issue.error("zone_not_of_county", file)
                    .value("EPSG:" + choices.zone().get().epsg())
                    .with("crs", county.name("en")));
            return Optional.empty();
        }
        long all = zones.values().stream().mapToLong(n -> n).sum();
        // A few rows elsewhere are mistakes, and reported one by one.
        boolean few = 2 * (all - zones.getOrDefault(county.epsg(), 0L)) <= all;
        if (choices.zone().isPresent() || zones.size() < 2 || few || isWithin(survey, county)) {
            return Optional.empty();
        }
        List<Map.Entry<Integer, Long>> most = zones.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        issues.report(Issue.warning("several_zones", file)
                .with(
                        "zones",
                        most.stream()
                                .map(e -> "EPSG:" + e.getKey() + ": " + e.getValue())
                                .collect(Collectors.joining(", "))));
        List<String> options = most.stream()
                .map(Map.Entry::getKey)
                .filter(zone -> !isFixed || zone == county.epsg())
                .map(zone -> "EPSG:" + zone)
                .toList();
        // A county that lies in none of them is told so by where the rows are.
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(Question.ZONE, options, Optional.empty()));
    }

    /** A county may reach over the edge of its zone. */
    private static boolean isWithin(Survey survey, Crs county) {
        Envelope wide = county.areaOfUse();
        wide.expandBy(1, 0);
        return survey.layers().stream()
                .filter(layer -> !layer.zones().isEmpty() && !layer.extent().isNull())
                .allMatch(layer -> {
                    Envelope e = layer.extent();
                    Envelope turned = new Envelope(e.getMinY(), e.getMaxY(), e.getMinX(), e.getMaxX());
                    return wide.contains(layer.crs().swapped() ? turned : e);
                });
    }
}
