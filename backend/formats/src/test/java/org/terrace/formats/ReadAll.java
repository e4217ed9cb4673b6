package org.terrace.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.terrace.formats.issue.Issues;
import org.terrace.formats.source.InputFile;
import org.terrace.formats.source.RawFeature;
import org.terrace.formats.source.RawSink;
import org.terrace.formats.source.ReadOptions;
import org.terrace.formats.source.SourceLayer;

/** Everything a file yields, for tests. */
public final class ReadAll implements RawSink {
    public final Map<String, SourceLayer> layers = new TreeMap<>();
    public final List<RawFeature> features = new ArrayList<>();
    public final Issues issues = new Issues();

    public static ReadAll of(Path path) {
        return of(path, ReadOptions.defaults());
    }

    public static ReadAll of(Path path, ReadOptions options) {
        ReadAll all = new ReadAll();
        Readers.read(InputFile.of(path), options, all, all.issues);
        return all;
    }

    @Override
    public void feature(RawFeature feature) {
        features.add(feature);
    }

    @Override
    public void layer(SourceLayer layer) {
        layers.put(layer.name(), layer);
    }

    public List<RawFeature> of(String layer) {
        return features.stream().filter(f -> f.place().layer().equals(layer)).toList();
    }

    /** Values of one column, "" where absent. */
    public List<String> column(String name) {
        return features.stream()
                .map(f -> String.valueOf(f.attributes().getOrDefault(name, "")))
                .toList();
    }
}
