package org.terrace.engine.solve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.engine.RefusedException;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.issue.Issue;
import org.terrace.formats.issue.Issues;

/**
 * Points with ids from any file that Terrace reads; a CSV needs the columns {@code id} and {@code lon, lat} (or {@code x, y}).
 *
 * @param x east in the CRS of the computation, NaN where the row has no position
 * @param unplaced why rows have none
 */
record Points(List<String> ids, double[] x, double[] y, List<Issue> unplaced) {

    static Points read(Path file, Crs target) {
        Issues issues = new Issues();
        Source source = Source.of(file, issues);
        Survey.Layer layer = source.survey().layers().get(0);
        String idColumn = layer.columns().stream()
                .filter(c -> c.equalsIgnoreCase("id"))
                .findFirst()
                .orElseThrow(() -> RefusedException.of(
                        "no_column", "file", file, "column", "id", "columns", String.join(", ", layer.columns())));
        CoordinateTransform transform = CoordinateTransform.between(source.crs(layer), target);
        List<String> ids = new ArrayList<>();
        List<Coordinate> positions = new ArrayList<>();
        List<Issue> unplaced = new ArrayList<>();
        source.read(
                layer,
                raw -> {
                    ids.add(String.valueOf(raw.attributes().getOrDefault(idColumn, "")));
                    positions.add(raw.geometry()
                            .map(g -> transform.apply(source.straight(layer, g)).getCoordinate())
                            .orElse(new Coordinate(Double.NaN, Double.NaN)));
                },
                unplaced::add);
        return new Points(
                ids,
                positions.stream().mapToDouble(Coordinate::getX).toArray(),
                positions.stream().mapToDouble(Coordinate::getY).toArray(),
                List.copyOf(unplaced));
    }
}
