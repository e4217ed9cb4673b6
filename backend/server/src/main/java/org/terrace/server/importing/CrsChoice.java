package org.terrace.server.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.CoordinateTransform;
import org.terrace.formats.crs.CountyCrs;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsDetection;
import org.terrace.formats.crs.CrsFound;

/** In which systems a file's layers are, as found or as the user says, and in which the county is kept. */
final class CrsChoice {
    private CrsChoice() {}

    static Map<String, CrsFound> byLayer(Survey survey, ImportChoices choices, Optional<Envelope> county) {
        Map<String, CrsFound> crs = new LinkedHashMap<>();
        for (Survey.Layer layer : survey.layers()) {
            crs.put(layer.name(), crs(layer, choices, county));
        }
        return crs;
    }

    private static CrsFound crs(Survey.Layer layer, ImportChoices choices, Optional<Envelope> county) {
        if (choices.crs().isPresent() && !layer.crs().reason().equals(CrsFound.ZONE_COLUMN)) {
            CrsFound given = CrsFound.given(choices.crs().get());
            // The user names the system; which of two columns is east is still told by the numbers.
            boolean swapped = !layer.extent().isNull()
                    && CrsDetection.fromNumbers(layer.extent(), county).swapped();
            return new CrsFound(given.crs(), given.how(), swapped, List.of(), given.reason(), "");
        }
        return layer.crs();
    }

    /** True when a row of the layer has a position. */
    static boolean matters(Survey.Layer layer) {
        return layer.features() > layer.geometries().getOrDefault("", 0L);
    }

    /** What to ask of the user, once for all layers. */
    static Optional<Question> question(Survey survey, Map<String, CrsFound> crs, ImportChoices choices) {
        for (Survey.Layer layer : survey.layers()) {
            CrsFound found = crs.get(layer.name());
            if (found == null || !matters(layer) || found.how() != CrsFound.How.ASKED) {
                continue;
            }
            if (choices.acceptDefaults() && found.crs().isPresent()) {
                continue;
            }
            List<String> options =
                    found.candidates().stream().map(c -> "EPSG:" + c.epsg()).toList();
            return Optional.of(new Question(Question.CRS, options, found.crs().map(c -> "EPSG:" + c.epsg())));
        }
        return Optional.empty();
    }

    /** The county's own system, else the one that suits where this file lies. */
    static Crs county(int epsg, Survey survey, Map<String, CrsFound> crs) {
        if (epsg != 0) {
            return Crs.epsg(epsg);
        }
        Envelope degrees = new Envelope();
        for (Survey.Layer layer : survey.layers()) {
            Optional<Crs> from = Optional.ofNullable(crs.get(layer.name())).flatMap(CrsFound::crs);
            if (layer.extent().isNull() || from.isEmpty()) {
                continue;
            }
            Envelope e = layer.extent();
            boolean swapped = Optional.ofNullable(crs.get(layer.name()))
                    .map(CrsFound::swapped)
                    .orElse(false);
            double[] xy = swapped
                    ? new double[] {e.getMinY(), e.getMinX(), e.getMaxY(), e.getMaxX()}
                    : new double[] {e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY()};
            CoordinateTransform.between(from.get(), Crs.WGS84).apply(xy);
            for (int i = 0; i < xy.length; i += 2) {
                if (Math.abs(xy[i]) <= 180 && Math.abs(xy[i + 1]) <= 84) {
                    degrees.expandToInclude(xy[i], xy[i + 1]);
                }
            }
        }
        return degrees.isNull() ? Crs.epsg(3857) : CountyCrs.forExtent(degrees);
    }
}
