package org.terrace.road;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.terrace.analysis.Assessment;
import org.terrace.analysis.Derived;
import org.terrace.network.DisjointSets;
import org.terrace.network.SegmentIndex;
import org.terrace.network.TouchingLines;
import org.terrace.region.Column;
import org.terrace.region.FeatureTable;
import org.terrace.region.LayerKind;
import org.terrace.standard.Standard;

/**
 * Which road segments are hardened and lead, over hardened segments only, to a root of the network.
 *
 * <p>Hardened = the surface is in the standard's set. Roots = segments of the standard's root classes (national, provincial,
 * county), whatever their surface: the network is there. A hardened segment that reaches no root is an island. A segment of
 * unknown surface is unknown, never 'no': {@link #possible} is the index of what would be reachable if all unknown surfaces were
 * hardened, so that 'unserved' can be told from 'we do not know'.
 */
final class HardenedNetwork {
    static final Derived.Key<HardenedNetwork> KEY = new Derived.Key<>("road.hardened", HardenedNetwork.class);

    /** Codes of the scheme {@code road_network}, in its order. */
    static final List<String> CLASSES = List.of("connected", "island", "unhardened", "unknown", "path");

    static final byte CONNECTED = 0;
    static final byte ISLAND = 1;
    static final byte UNHARDENED = 2;
    static final byte UNKNOWN = 3;
    static final byte PATH = 4;

    private final byte[] classes;
    private final SegmentIndex connected;
    private final SegmentIndex possible;
    private final boolean hasRoads;
    private final boolean hasRoot;

    private HardenedNetwork(
            byte[] classes, SegmentIndex connected, SegmentIndex possible, boolean hasRoads, boolean hasRoot) {
        this.classes = classes;
        this.connected = connected;
        this.possible = possible;
        this.hasRoads = hasRoads;
        this.hasRoot = hasRoot;
    }

    static HardenedNetwork of(Assessment assessment) {
        Standard standard = assessment.standard();
        FeatureTable roads = assessment.region().roads();
        Rules rules = Rules.of(standard);
        // By content, not by name: a standard may be edited while the program runs.
        return assessment
                .derived()
                .get(
                        KEY,
                        rules.toString(),
                        () -> build(roads, assessment.region().has(LayerKind.ROAD_SEGMENT), rules));
    }

    /** What of the standard decides. */
    private record Rules(
            TreeSet<String> hardenedSurfaces,
            TreeSet<String> rootClasses,
            TreeSet<String> footClasses,
            double toleranceM) {
        static Rules of(Standard standard) {
            return new Rules(
                    new TreeSet<>(standard.texts("road.hardened_surfaces")),
                    new TreeSet<>(standard.texts("road.root_classes")),
                    new TreeSet<>(standard.texts("road.foot_classes")),
                    standard.number("road.snap_tolerance_m"));
        }
    }

    private static HardenedNetwork build(FeatureTable roads, boolean hasRoads, Rules rules) {
        int n = roads.size();
        boolean[] hardened = new boolean[n];
        boolean[] unknown = new boolean[n];
        boolean[] root = new boolean[n];
        boolean[] drawn = new boolean[n];
        Geometry[] lines = new Geometry[n];
        Column.Codes surface = roads.codesOf("surface");
        Column.Codes roadClass = roads.codesOf("road_class");
        double[] levels = roads.numbers("layer").values().clone();
        boolean hasRoot = false;
        for (int i = 0; i < n; i++) {
            drawn[i] = roads.hasGeometry(i);
            lines[i] = roads.geometry(i).orElse(org.terrace.region.Geometries.FACTORY.createLineString());
            levels[i] = Double.isNaN(levels[i]) ? 0 : levels[i];
            boolean foot = rules.footClasses.contains(roadClass.code(i));
            root[i] = drawn[i] && rules.rootClasses.contains(roadClass.code(i));
            hardened[i] = drawn[i] && !foot && rules.hardenedSurfaces.contains(surface.code(i));
            unknown[i] = drawn[i] && !foot && surface.isAbsent(i);
            hasRoot |= root[i];
        }
        boolean[] certain = or(hardened, root);
        boolean[] hopeful = or(certain, unknown);
        boolean[] connected = reachesRoot(TouchingLines.join(lines, levels, certain, rules.toleranceM), root, hardened);
        boolean[] possible =
                reachesRoot(TouchingLines.join(lines, levels, hopeful, rules.toleranceM), root, or(hardened, unknown));
        byte[] classes = new byte[n];
        for (int i = 0; i < n; i++) {
            classes[i] = connected[i]
                    ? CONNECTED
                    : hardened[i]
                            ? ISLAND
                            : unknown[i] ? UNKNOWN : rules.footClasses.contains(roadClass.code(i)) ? PATH : UNHARDENED;
        }
        return new HardenedNetwork(classes, index(lines, connected), index(lines, possible), hasRoads, hasRoot);
    }

    private static boolean[] or(boolean[] a, boolean[] b) {
        boolean[] both = a.clone();
        for (int i = 0; i < b.length; i++) {
            both[i] |= b[i];
        }
        return both;
    }

    private static boolean[] reachesRoot(DisjointSets sets, boolean[] root, boolean[] candidates) {
        boolean[] rooted = new boolean[root.length];
        for (int i = 0; i < root.length; i++) {
            rooted[sets.find(i)] |= root[i];
        }
        boolean[] reaches = new boolean[root.length];
        for (int i = 0; i < root.length; i++) {
            reaches[i] = candidates[i] && rooted[sets.find(i)];
        }
        return reaches;
    }

    private static SegmentIndex index(Geometry[] lines, boolean[] include) {
        SegmentIndex.Builder builder = new SegmentIndex.Builder();
        for (int i = 0; i < lines.length; i++) {
            if (include[i]) {
                builder.add(i, lines[i]);
            }
        }
        return builder.build();
    }

    /** One of the constants, by road row. */
    byte classOf(int road) {
        return classes[road];
    }

    /** Hardened segments known to reach a root. */
    SegmentIndex connected() {
        return connected;
    }

    /** What {@link #connected} would be if every unknown surface were hardened. */
    SegmentIndex possible() {
        return possible;
    }

    /** What the county's record lacks for any verdict on roads: a reason's code. */
    Optional<String> missing() {
        return !hasRoads
                ? Optional.of("no_roads_on_record")
                : hasRoot ? Optional.empty() : Optional.of("no_root_on_record");
    }
}
