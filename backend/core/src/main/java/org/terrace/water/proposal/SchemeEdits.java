package org.terrace.water.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.terrace.project.RegionEdits;
import org.terrace.region.Feature;
import org.terrace.region.Geometries;
import org.terrace.region.LayerKind;
import org.terrace.region.Region;

/**
 * The county with a scheme in it: tanks and pipes that are new, the source taken care of, houses joined to it. What is on record of the
 * water that a house had is taken away; as designed it has its litres every day.
 */
final class SchemeEdits {
    private final Region region;
    private final SchemeTree tree;
    private final List<Piece> pieces;
    private final Source source;

    SchemeEdits(Region region, SchemeTree tree, List<Piece> pieces, Source source) {
        this.region = region;
        this.tree = tree;
        this.pieces = pieces;
        this.source = source;
    }

    RegionEdits of(String project, double tankM3, List<Scheme.Tap> taps, double litres) {
        List<Feature> added = new ArrayList<>();
        List<Feature> edited = new ArrayList<>();
        Map<Integer, String> worksAt = new HashMap<>(Map.of(0, source.code()));
        String tank = project + "-tank";
        worksAt.put(tree.tank(), tank);
        added.add(works(tank, tree.tank(), Map.of("kind", "tank", "working", "yes", "volume_m3", tankM3)));
        int number = 1;
        for (int p = 1; p < tree.size(); p++) {
            if (tree.works(p) == SchemeTree.Works.BREAK_PRESSURE_TANK) {
                String code = project + "-break-" + number++;
                worksAt.put(p, code);
                added.add(works(code, p, Map.of("kind", "break_pressure_tank", "working", "yes")));
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            added.add(pipe(pipeCode(project, i), pieces.get(i), worksAt));
        }
        if (!source.isTank()) {
            edited.add(cared(region, source));
        }
        taps.forEach(tap -> edited.add(household(tap.house().row(), tank, litres)));
        return new RegionEdits(added, edited);
    }

    /** The source, protected and working. */
    static Feature cared(Region region, Source source) {
        Feature before = region.table(LayerKind.WATER_FACILITY).feature(source.row());
        Map<String, Object> values = new HashMap<>(before.values());
        values.put("source_protected", "yes");
        values.put("working", "yes");
        return new Feature(before.kind(), before.code(), values, before.geometry());
    }

    static String pipeCode(String project, int piece) {
        return String.format(Locale.ROOT, "%s-pipe-%03d", project, piece + 1);
    }

    private Feature works(String code, int point, Map<String, Object> values) {
        Coordinate at = tree.at(point);
        return new Feature(LayerKind.WATER_FACILITY, code, values, Optional.of(Geometries.FACTORY.createPoint(at)));
    }

    private Feature pipe(String code, Piece piece, Map<Integer, String> worksAt) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "kind",
                piece.to() <= tree.tank() ? "main" : "branch",
                "material",
                "pe",
                "diameter_mm",
                (double) PeSizes.OUTSIDE_MM[piece.size()],
                "laying",
                "buried",
                "pressure_class_mpa",
                piece.classMpa()));
        Optional.ofNullable(worksAt.get(piece.from())).ifPresent(w -> values.put("from_code", w));
        Optional.ofNullable(worksAt.get(piece.to())).ifPresent(w -> values.put("to_code", w));
        return new Feature(LayerKind.PIPE, code, values, Optional.of(SchemeDesign.line(tree, piece)));
    }

    private Feature household(int row, String tank, double litres) {
        Feature before = region.households().feature(row);
        Map<String, Object> values = new HashMap<>(before.values());
        values.keySet().removeAll(List.of("water_quality", "declared_safe_water"));
        values.put("water_connection", "piped");
        values.put("water_source_code", tank);
        values.put("water_days_cut", 0.0);
        values.put("water_litres_per_person_day", litres);
        return new Feature(before.kind(), before.code(), values, before.geometry());
    }
}
