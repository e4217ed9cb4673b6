package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.LinkTable;
import org.terrace.project.CostRange;
import org.terrace.project.Gain;
import org.terrace.project.Project;
import org.terrace.project.RegionEdits;
import org.terrace.project.UnitCosts;
import org.terrace.region.ElevationGrid;
import org.terrace.region.Feature;
import org.terrace.region.FeatureTable;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.water.Drinkers;
import org.terrace.water.PipeExposure;

/**
 * Burying the hoses of one source or tank, as they lie. Who gains are the households that have their water through one of them. It gives
 * no more water and no more head: it holds through floods and livestock.
 */
record HoseBurial(String source, double lengthM, double households, Project project) {

    static List<HoseBurial> all(Assessment assessment, UnitCosts costs) {
        FeatureTable pipes = assessment.region().table(LayerKind.PIPE);
        FeatureTable households = assessment.region().households();
        Drinkers drinkers = Drinkers.of(assessment);
        Map<Integer, List<Integer>> drinkingThrough = drinkingThrough(assessment, drinkers);
        List<HoseBurial> all = new ArrayList<>();
        ExposedHoses.bySource(assessment).forEach((source, rows) -> {
            List<Integer> who = rows.stream()
                    .flatMap(p -> drinkingThrough.getOrDefault(p, List.of()).stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (!who.isEmpty()) {
                double length =
                        rows.stream().mapToDouble(p -> lengthM(assessment, p)).sum();
                List<Gain> gains = who.stream()
                        .map(i -> new Gain(households.code(i), drinkers.of(i), "buried_hose", Double.NaN))
                        .toList();
                List<Feature> edited =
                        rows.stream().map(p -> buried(pipes.feature(p))).toList();
                Project project = new Project(
                        "hose:" + source,
                        "water.bury_hose",
                        Optional.of(drawn(pipes, rows)),
                        List.of(costs.cost("water.bury_hose").of(Math.round(length))),
                        CostRange.NOTHING,
                        List.of("survey"),
                        new RegionEdits(List.of(), edited),
                        gains);
                all.add(new HoseBurial(source, length, who.size(), project));
            }
        });
        return all;
    }

    /** By row of a pipe, the households that live on it, as its exposure counts them. */
    private static Map<Integer, List<Integer>> drinkingThrough(Assessment assessment, Drinkers drinkers) {
        FeatureTable pipes = assessment.region().table(LayerKind.PIPE);
        FeatureTable households = assessment.region().households();
        LinkTable links = assessment.input(PipeExposure.ID).link(PipeExposure.LINK);
        Map<Integer, List<Integer>> through = new TreeMap<>();
        for (int l = 0; l < links.size(); l++) {
            int household = households.rowOf(links.from()[l]);
            if (drinkers.of(household) > 0) {
                through.computeIfAbsent(pipes.rowOf(links.to()[l]), k -> new ArrayList<>())
                        .add(household);
            }
        }
        return through;
    }

    private static Feature buried(Feature pipe) {
        Map<String, Object> values = new HashMap<>(pipe.values());
        values.put("laying", "buried");
        return new Feature(pipe.kind(), pipe.code(), values, pipe.geometry());
    }

    /** Along the ground, between the vertices as they are drawn. */
    private static double lengthM(Assessment assessment, int pipe) {
        Coordinate[] line = assessment
                .region()
                .table(LayerKind.PIPE)
                .geometry(pipe)
                .orElseThrow()
                .getCoordinates();
        Optional<ElevationGrid> grid = assessment.region().elevation();
        double length = 0;
        for (int i = 1; i < line.length; i++) {
            Coordinate a = line[i - 1];
            Coordinate b = line[i];
            double rise =
                    grid.map(g -> g.bilinear(b.x, b.y) - g.bilinear(a.x, a.y)).orElse(0.0);
            length += Math.hypot(a.distance(b), Double.isNaN(rise) ? 0 : rise);
        }
        return length;
    }

    private static Geometry drawn(FeatureTable pipes, List<Integer> rows) {
        List<LineString> lines = new ArrayList<>();
        for (int p : rows) {
            Geometry geometry = pipes.geometry(p).orElseThrow();
            for (int g = 0; g < geometry.getNumGeometries(); g++) {
                if (geometry.getGeometryN(g) instanceof LineString line) {
                    lines.add(line);
                }
            }
        }
        return Geometries.FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }
}
