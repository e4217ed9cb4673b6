package org.terrace.engine.solve;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.terrace.engine.RefusedException;
import org.terrace.formats.Readers;
import org.terrace.formats.Survey;
import org.terrace.formats.crs.Crs;
import org.terrace.formats.crs.CrsFound;
import org.terrace.formats.issue.IssueSink;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.issue.Severity;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.ReadOptions;

/** A plain file of a command: surveyed once, then read layer by layer. Bare numbers are taken as what they most likely are. */
record Source(InputFile file, Survey survey, Issues issues) {

    /** @throws RefusedException naming what is wrong with the file as a whole */
    static Source of(Path path, Issues issues) {
        InputFile file = InputFile.of(path);
        Survey survey = Survey.of(file, ReadOptions.defaults(), java.util.Optional.empty(), issues)
                .orElseThrow(() -> refused(file.name(), issues));
        if (issues.hasFatal() || survey.layers().isEmpty()) {
            throw refused(file.name(), issues);
        }
        return new Source(file, survey, issues);
    }

    static RefusedException refused(String file, Issues issues) {
        return RefusedException.of(
                file,
                issues.all().stream()
                        .filter(i -> i.severity() == Severity.ERROR)
                        .toList());
    }

    /** The layer's system, or the likeliest one. */
    Crs crs(Survey.Layer layer) {
        return layer.crs().crs().orElseThrow(() -> RefusedException.of("no_crs", "file", file.name()));
    }

    /** The layer's system where the file says it or its numbers leave no doubt; else the one that the caller computes in. */
    Crs crsOr(Survey.Layer layer, Crs computing) {
        return layer.crs().how() == CrsFound.How.ASKED ? computing : crs(layer);
    }

    /** The geometry with x east and y north: turned where the file has them the other way round. */
    Geometry straight(Survey.Layer layer, Geometry geometry) {
        if (!layer.crs().swapped()) {
            return geometry;
        }
        Geometry turned = geometry.copy();
        CoordinateFilter swap = c -> {
            double x = c.getX();
            c.setX(c.getY());
            c.setY(x);
        };
        turned.apply(swap);
        turned.geometryChanged();
        return turned;
    }

    void read(Survey.Layer layer, Consumer<RawFeature> sink) {
        read(layer, sink, new Issues());
    }

    /** @param found what is wrong with single rows */
    void read(Survey.Layer layer, Consumer<RawFeature> sink, IssueSink found) {
        ReadOptions options = layer.name().isEmpty()
                ? ReadOptions.defaults()
                : ReadOptions.defaults().withLayers(layer.name());
        Readers.read(file, options, sink::accept, found);
    }
}
