package org.terrace.project;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * What a project changes in the county.
 *
 * @param added features that are new. @param edited features that stand there already, as they are afterwards
 */
public record RegionEdits(List<Feature> added, List<Feature> edited) {
    public static final RegionEdits NONE = new RegionEdits(List.of(), List.of());

    public RegionEdits {
        added = List.copyOf(added);
        edited = List.copyOf(edited);
    }

    /**
     * A county in which it is built; layers that it does not touch are shared.
     *
     * @throws IllegalArgumentException when something new has a code that exists, or something edited does not exist
     */
    public Region apply(Region region) {
        Map<LayerKind, Map<String, Feature>> put = new EnumMap<>(LayerKind.class);
        for (Feature feature : added) {
            if (region.table(feature.kind()).rowOf(feature.code()) >= 0) {
                throw new IllegalArgumentException(feature.kind().id() + " " + feature.code()
                        + " exists already. Maybe the project is built in this county");
            }
            put.computeIfAbsent(feature.kind(), k -> new HashMap<>()).put(feature.code(), feature);
        }
        for (Feature feature : edited) {
            if (region.table(feature.kind()).rowOf(feature.code()) < 0) {
                throw new IllegalArgumentException(feature.kind().id() + " " + feature.code()
                        + " does not exist. Maybe the project belongs to another version of the county");
            }
            put.computeIfAbsent(feature.kind(), k -> new HashMap<>()).put(feature.code(), feature);
        }
        Region built = region;
        for (Map.Entry<LayerKind, Map<String, Feature>> layer : put.entrySet()) {
            built = built.with(with(region.table(layer.getKey()), layer.getValue()));
        }
        return built;
    }

    private static FeatureTable with(FeatureTable table, Map<String, Feature> changed) {
        List<Feature> all = new ArrayList<>(changed.values());
        for (int i = 0; i < table.size(); i++) {
            if (!changed.containsKey(table.code(i))) {
                all.add(table.feature(i));
            }
        }
        return FeatureTable.of(table.kind(), all);
    }
}
