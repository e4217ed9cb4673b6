package org.terrace.server.runs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.terrace.analysis.Analysis;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.ResultTable;
import org.terrace.region.FeatureTable;
import org.terrace.region.FeatureTableBuilder;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;
import org.terrace.standard.ReferenceData;

/**
 * The question of the person who stands on a hillside: what would the analyses say of a plot at this very spot? They are run on the
 * county with one imagined plot and no households, so the answer follows the same rules as every stored one.
 */
@Component
public final class WhatWouldBeHere {
    private final CatalogueOfAnalyses catalogue;
    private final ReferenceLibrary library;

    WhatWouldBeHere(CatalogueOfAnalyses catalogue, ReferenceLibrary library) {
        this.catalogue = catalogue;
        this.library = library;
    }

    /** Tables about plots, each with the one row of the imagined plot. */
    public List<ResultTable> plotTables(Snapshot snapshot, double x, double y) {
        ReferenceData reference = library.reference(snapshot.county().profile());
        Region real = snapshot.region();
        Map<LayerKind, FeatureTable> layers = new EnumMap<>(LayerKind.class);
        for (LayerKind kind : LayerKind.values()) {
            if (real.has(kind)) {
                layers.put(kind, real.table(kind));
            }
        }
        layers.put(
                LayerKind.PLOT,
                new FeatureTableBuilder(LayerKind.PLOT).row("here").point(x, y).build());
        layers.put(LayerKind.HOUSEHOLD, FeatureTable.empty(LayerKind.HOUSEHOLD));
        Region imagined = new Region(real.countyCode(), real.epsg(), layers, real.elevation());
        List<ResultTable> tables = new ArrayList<>();
        for (Analysis analysis : catalogue.analyses()) {
            if (analysis.judgesPlotsAlone()) {
                analysis.run(Assessment.of(imagined, reference)).tables().stream()
                        .filter(t -> t.spec().featureKind().equals(LayerKind.PLOT.id()))
                        .forEach(tables::add);
            }
        }
        return tables;
    }
}
