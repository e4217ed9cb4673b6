package org.terrace.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.terrace.formats.Readers;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.Reader;
import org.terrace.formats.source.SourceLayer;

/** The first look at a file: layers, columns, extent of the bare numbers, some rows. Nothing is kept of the rest. */
final class Survey {
    private static final int ROWS_SHOWN = 5;

    /** One layer of the file. */
    static final class Layer {
        final SourceLayer source;
        final Set<String> columns = new LinkedHashSet<>();
        final List<RawFeature> first = new ArrayList<>();
        final Envelope extent = new Envelope();
        long rows;
        long withGeometry;

        Layer(SourceLayer source) {
            this.source = source;
            columns.addAll(source.columns());
        }

        List<String> columnList() {
            return List.copyOf(columns);
        }
    }

    private final String format;
    private final Map<String, Layer> layers;

    private Survey(String format, Map<String, Layer> layers) {
        this.format = format;
        this.layers = layers;
    }

    String format() {
        return format;
    }

    List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    /** Empty when there is no reader; what the reader finds wrong goes to the issues. */
    static Optional<Survey> of(InputFile file, ReadOptions options, Issues issues) {
        Optional<Reader> reader = Readers.find(file, options, issues);
        return reader.map(r -> {
            Map<String, Layer> layers = new LinkedHashMap<>();
            r.read(
                    file,
                    options,
                    new RawSink() {
                        @Override
                        public void layer(SourceLayer layer) {
                            layers.put(layer.name(), new Layer(layer));
                        }

                        @Override
                        public void feature(RawFeature feature) {
                            look(layers, feature);
                        }
                    },
                    issues);
            return new Survey(r.format(), layers);
        });
    }

    private static void look(Map<String, Layer> layers, RawFeature feature) {
        Layer layer = layers.computeIfAbsent(
                feature.place().layer(),
                name -> new Layer(new SourceLayer(name, List.of(), Optional.empty(), Optional.empty())));
        layer.rows++;
        if (layer.first.size() < ROWS_SHOWN) {
            layer.first.add(feature);
        }
        if (layer.source.columns().isEmpty()) {
            layer.columns.addAll(feature.attributes().keySet());
        }
        feature.geometry().ifPresent(g -> {
            layer.withGeometry++;
            layer.extent.expandToInclude(g.getEnvelopeInternal());
        });
    }
}
